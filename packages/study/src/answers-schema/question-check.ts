import type { Question } from "../instrument.ts";
import {
  codeQuestionCheck,
  decisionCheck,
  doubleRatingCheck,
  matrixCheck,
  maxdiffCheck,
  rosterCheck,
  statementRoundCheck,
  vignetteCheck,
} from "./keyed-checks.ts";
import { codeCheck, listCheck, textCheck, type ValueCheck } from "./value-checks.ts";

const recommendations = Array.from({ length: 11 }, (_, value) => ({ value }));

/** Compiles the check of the answer to one question, whoever else sees the question or not. */
export function questionCheck(question: Question): ValueCheck {
  switch (question.type) {
    case "radiogroup":
    case "assigned":
      return codeCheck(question.choices);
    case "nps":
      return codeCheck(recommendations);
    case "number-band":
      return codeCheck(question.bands);
    case "checkbox":
    case "ranking":
      return listCheck(question);
    case "text":
    case "comment":
      return textCheck(question.maxLength);
    case "matrix":
      return matrixCheck(question);
    case "double-rating":
      return doubleRatingCheck(question);
    case "vignette":
      return vignetteCheck(question);
    case "roster":
      return rosterCheck(question);
    case "maxdiff":
      return maxdiffCheck(question);
    case "code":
      return codeQuestionCheck(question);
    case "statement-round":
      return statementRoundCheck(question);
    case "decision":
      return decisionCheck(question);
  }
}
