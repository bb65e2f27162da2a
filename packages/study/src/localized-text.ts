import { z } from "zod";
import { languages } from "./language.ts";

export { type Language, languages } from "./language.ts";

export const languageSchema = z.enum(languages);

/** One text in every language; neither may be empty. */
export const localizedTextSchema = z
  .object({ de: z.string().trim().min(1), en: z.string().trim().min(1) })
  .strict();

/** One text in every language, read with `text[language]`. */
export type LocalizedText = z.infer<typeof localizedTextSchema>;
