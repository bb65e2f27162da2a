/** The languages every text of Mehrwert exists in. A file of its own, so that pages can name them without a parser. */
export const languages = ["de", "en"] as const;

/** A language of texts: German (`de`) or English (`en`). */
export type Language = (typeof languages)[number];
