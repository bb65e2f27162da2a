import type { SourceText } from "../source-survey.ts";

/** A subquestion or answer option as LimeSurvey keeps it; `scale` is "0", or "1" for the second of two. */
export type LimePart = {
  code: string;
  text: Map<string, string>;
  scale: string;
  relevance: string;
};

/** A question as LimeSurvey keeps it, whether it came from XML or from a table. */
export type LimeQuestion = {
  id: string;
  code: string;
  /** LimeSurvey's letter: `L` list, `F` array, `R` ranking, … */
  type: string;
  text: Map<string, string>;
  help: Map<string, string>;
  isMandatory: boolean;
  hasOther: boolean;
  relevance: string;
  /** Settings by name; texts by language, others under the empty tag. */
  attributes: Map<string, Map<string, string>>;
  subquestions: LimePart[];
  answers: LimePart[];
};

/** A question group: one page. */
export type LimeGroup = {
  id: string;
  name: Map<string, string>;
  description: Map<string, string>;
  relevance: string;
  randomGroup: string;
  questions: LimeQuestion[];
};

/** A LimeSurvey survey. */
export type LimeSurvey = {
  id: string;
  language: string;
  title: SourceText;
  description: SourceText;
  welcome: SourceText;
  groups: LimeGroup[];
  /** Parts of the file that no instrument has: what, how many or which. */
  extras: { de: string; en: string }[];
};
