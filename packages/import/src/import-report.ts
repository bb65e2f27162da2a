import type { LocalizedText } from "@mehrwert/study";

/** The kinds of file that can be imported. */
export const importFormats = ["lss", "tsv", "qsf", "xlsform", "surveyjs"] as const;

/** `lss`, `tsv`: LimeSurvey; `qsf`: Qualtrics; `xlsform`: Kobo and ODK; `surveyjs`: a SurveyJS definition. */
export type ImportFormat = (typeof importFormats)[number];

/** What happened to one part of the file. */
export type ImportEntry = {
  outcome: "carried-over" | "changed" | "left-out";
  /** Place in the file, in the words of its platform: a question code, a sheet and row. */
  where: string;
  was: LocalizedText;
  became: LocalizedText;
  /** What the researcher should do about it; absent where nothing needs doing. */
  advice?: LocalizedText;
};

/** Something the file could not tell and a researcher must add before fielding. */
export type ToComplete = {
  /** JSON pointer into the new instrument. */
  path: string;
  what: LocalizedText;
  advice: LocalizedText;
};

/** What became of everything in an imported file. */
export type ImportReport = {
  fileName: string;
  format: ImportFormat;
  /** How the file's letters were read. */
  encoding: string;
  entries: ImportEntry[];
  toComplete: ToComplete[];
  /** Settings of looks alone that were left out, and how often each occurred. */
  cosmetic: { name: string; count: number }[];
};
