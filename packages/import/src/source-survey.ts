import type { SourceCondition } from "./source-condition.ts";

/** A text as the file has it, HTML and all, by language as the file names it (`de-informal`, `EN-GB`). */
export type SourceText = ReadonlyMap<string, string>;

/** An option of a question. */
export type SourceOption = {
  /** The name that the file's conditions use. */
  code: string;
  /** The code that the file's data use, where it is another. */
  stored?: string;
  text: SourceText;
  /** Excludes all other options of a multiple choice. */
  isExclusive?: boolean;
  /** Has a field of its own to write into. */
  hasText?: boolean;
};

/** A row of a matrix. */
export type SourceRow = { code: string; text: SourceText };

/** A response scale of a matrix. */
export type SourceScale = { code: string; text: SourceText; options: SourceOption[] };

/** What kind of answer a question takes, whatever platform it comes from. */
export type SourceShape =
  | { kind: "single"; options: SourceOption[]; isRandom?: boolean }
  | { kind: "multiple"; options: SourceOption[]; isRandom?: boolean; min?: number; max?: number }
  | {
      kind: "matrix";
      rows: SourceRow[];
      columns: SourceOption[];
      isRandom?: boolean;
      /** Required of every row, not only of one. */
      needsAllRows?: boolean;
    }
  | {
      kind: "double-matrix";
      rows: SourceRow[];
      scales: readonly [SourceScale, SourceScale];
      isRandom?: boolean;
    }
  | { kind: "ranking"; options: SourceOption[]; isRandom?: boolean; min?: number; max?: number }
  | { kind: "text"; isLong: boolean; maxLength?: number }
  | { kind: "number"; from?: number; to?: number; unit?: SourceText }
  | {
      kind: "nps";
      lowest?: SourceText;
      highest?: SourceText;
      /** Which number each code of the file means, where codes are not the numbers themselves. */
      numbers?: ReadonlyMap<string, number>;
    }
  | { kind: "note" };

/** One question, or a text between questions, of any platform. */
export type SourceQuestion = {
  /** The name that the file's conditions use. */
  code: string;
  /** Place in the file, for the report. */
  where: string;
  /** What the platform calls this type. */
  typeName: string;
  title: SourceText;
  help?: SourceText;
  isRequired: boolean;
  condition?: SourceCondition;
  shape: SourceShape;
};

/** What one screen shows together. */
export type SourcePage = {
  code: string;
  where: string;
  title: SourceText;
  description?: SourceText;
  condition?: SourceCondition;
  /** Questions come in an order drawn per participant. */
  isRandom?: boolean;
  /** Pages of one block come in an order drawn per participant. */
  block?: string;
  questions: SourceQuestion[];
};

/** A questionnaire of any platform, before it becomes an instrument. */
export type SourceSurvey = {
  title: SourceText;
  description?: SourceText;
  /** The language the file was written in first. */
  language: string;
  pages: SourcePage[];
};
