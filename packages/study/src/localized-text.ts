import { z } from "zod";

/** The languages every text of Mehrwert exists in. */
export const languages = ["de", "en"] as const;

/** A language of texts: German (`de`) or English (`en`). */
export type Language = (typeof languages)[number];

export const languageSchema = z.enum(languages);

/** One text in every language; neither may be empty. */
export const localizedTextSchema = z
  .object({ de: z.string().trim().min(1), en: z.string().trim().min(1) })
  .strict();

/** One text in every language, read with `text[language]`. */
export type LocalizedText = z.infer<typeof localizedTextSchema>;
