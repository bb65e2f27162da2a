import type {
  Construct,
  Item,
  Question,
  RankingVariable,
  ResponseOption,
  ResponseScale,
} from "@mehrwert/study";
import type { SourceCondition } from "../source-condition.ts";

/** A question of the instrument with all that the rest of the file needs to know about it. */
export type BuiltQuestion = {
  /** Its name in the file. */
  code: string;
  where: string;
  question: Question;
  condition?: SourceCondition;
  /** What each code of the file became; empty for open questions. */
  codes: ReadonlyMap<string, ResponseOption["value"]>;
  /** What each row of the file became. */
  rows: ReadonlyMap<string, string>;
  constructs: Construct[];
  items: Item[];
  scales: ResponseScale[];
  rankings: RankingVariable[];
};

/** A page on its way into the instrument. */
export type BuiltPage = {
  /** Its name in the file. */
  code: string;
  where: string;
  name: string;
  title: { de: string; en: string };
  description?: { de: string; en: string };
  condition?: SourceCondition;
  isRandom: boolean;
  block?: string;
  questions: BuiltQuestion[];
};
