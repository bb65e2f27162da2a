import { z } from "zod";
import { localizedTextSchema } from "../localized-text.ts";
import { codeSchema, questionBase } from "./parts.ts";

/**
 * Nothing that is asked: a group or form that the participant is given, stored like an answer and usable in conditions.
 * `study`: fixed by the study (`Study.assigned`), for example the wave's form. `random`: drawn per participant
 * with the given shares, for example ranking or MaxDiff. Never shown; always answered when visible.
 */
export const assignedSchema = z.strictObject({
  ...questionBase,
  type: z.literal("assigned"),
  by: z.enum(["study", "random"]),
  choices: z
    .array(
      z.strictObject({
        value: codeSchema,
        text: localizedTextSchema,
        /** Relative frequency of a random draw; absent: 1. 0 is never drawn. */
        share: z.number().min(0).optional(),
      }),
    )
    .min(1),
});
