import type { DatasetColumn } from "./dataset-columns/dataset-column.ts";
import {
  assignedColumn,
  codeColumns,
  decisionColumns,
  maxdiffColumns,
  statementColumns,
} from "./dataset-columns/method-columns.ts";
import { questionOrderColumn } from "./dataset-columns/order-columns.ts";
import {
  doubleRatingColumns,
  npsColumn,
  numberBandColumn,
  rosterColumns,
  vignetteColumns,
} from "./dataset-columns/rating-columns.ts";
import {
  checkboxColumns,
  matrixColumns,
  movesColumn,
  rankingColumns,
  singleColumn,
  textColumn,
} from "./dataset-columns/surveyjs-columns.ts";
import type { Instrument, Question } from "./instrument.ts";

/** The columns of one question, in the order in which they stand in a dataset. */
export function questionColumns(question: Question, instrument: Instrument): DatasetColumn[] {
  const columns = [...answerColumns(question, instrument), ...questionOrderColumn(question)];
  return question.type === "ranking" ? [...columns, movesColumn(question)] : columns;
}

function answerColumns(question: Question, instrument: Instrument): DatasetColumn[] {
  switch (question.type) {
    case "radiogroup":
      return [singleColumn(question, instrument)];
    case "checkbox":
      return checkboxColumns(question, instrument);
    case "matrix":
      return matrixColumns(question, instrument);
    case "ranking":
      return rankingColumns(question, instrument);
    case "text":
    case "comment":
      return [textColumn(question, instrument)];
    case "nps":
      return [npsColumn(question, instrument)];
    case "number-band":
      return [numberBandColumn(question, instrument)];
    case "double-rating":
      return doubleRatingColumns(question, instrument);
    case "vignette":
      return vignetteColumns(question, instrument);
    case "roster":
      return rosterColumns(question, instrument);
    case "maxdiff":
      return maxdiffColumns(question);
    case "code":
      return codeColumns(question);
    case "statement-round":
      return statementColumns(question, instrument);
    case "decision":
      return decisionColumns(question, instrument);
    case "assigned":
      return [assignedColumn(question, instrument)];
  }
}
