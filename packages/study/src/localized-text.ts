import { z } from "zod";
import { languages } from "./language.ts";

export { type Language, languages } from "./language.ts";

export const languageSchema = z.enum(languages);

/** What a response can be given in: German easy language is one of the ways to read the same questionnaire. */
export const responseLanguageSchema = z.enum([...languages, "de-simple"]);

const text = z.string().trim().min(1);

/** One text in every language; neither may be empty. In German easy language where an author provides it. */
export const localizedTextSchema = z
  .object({ de: text, en: text, "de-simple": text.optional() })
  .strict();

/** One text in every language, read with `text[language]`. */
export type LocalizedText = z.infer<typeof localizedTextSchema>;
