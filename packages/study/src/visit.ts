import { z } from "zod";
import { longestVisitMinutes } from "./visit-limit.ts";

/** Kinds of device, told by how they are pointed at and how large they are, never by what they call themselves. */
export const deviceClassSchema = z.enum(["phone", "tablet", "computer"]);
export type DeviceClass = z.infer<typeof deviceClassSchema>;

/**
 * How somebody came to answer: sent with a response, counted for all together, never kept with it. `minutes`: whole
 * minutes in which pages of the questionnaire were in sight, 0 to `longestVisitMinutes`, which stands for all longer ones.
 */
export const visitSchema = z.strictObject({
  minutes: z.number().int().min(0).max(longestVisitMinutes),
  device: deviceClassSchema,
});
export type Visit = z.infer<typeof visitSchema>;
