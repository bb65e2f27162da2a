import type { Variable } from "../dataset.ts";
import type { Answer, Presentation } from "../survey-response.ts";

/** What one participant did with one question, page or block. */
export type Answered = {
  /** The missing code of a cell without an answer: why there is none. */
  absent: string;
  /** Undefined where nothing was shown or nothing was answered. */
  answer: Answer | undefined;
  presentation: Presentation[string] | undefined;
};

/** One column of a dataset: what it means, and how its cell follows from what a participant did. */
export type DatasetColumn = { variable: Variable; cell: (answered: Answered) => string };
