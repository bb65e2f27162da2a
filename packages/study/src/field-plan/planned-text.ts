import { z } from "zod";
import { informationSheetSchema } from "../study.ts";

/** A text that may still be empty, in every language. White space around it is dropped. */
export function plannedTextSchema(longest: number) {
  const text = z.string().trim().max(longest);
  return z.strictObject({ de: text, en: text, "de-simple": text.min(1).optional() });
}

const longestInformation = 10_000;

/** The texts of an information sheet, by name, in the order in which they are read. */
export const informationNames = informationSheetSchema.keyof().options;
export type InformationName = (typeof informationNames)[number];

/** The information sheet of a study that is being planned: every text is there, any may be empty. */
export const plannedInformationSchema = z.record(
  informationSheetSchema.keyof(),
  plannedTextSchema(longestInformation),
);
