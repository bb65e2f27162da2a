import { missingReasons } from "../dataset.ts";
import { textCell } from "../dataset-cells.ts";
import type { Instrument, QuestionOf } from "../instrument.ts";
import {
  asked,
  codeCells,
  codedFacts,
  factsOfItem,
  isMissingOption,
  itemFacts,
  itemOfQuestion,
  missingFacts,
  rowCell,
  substantive,
} from "./column-parts.ts";
import type { DatasetColumn } from "./dataset-column.ts";

/** Codes and labels of a `selected` variable. */
export const selectedOptions = [
  { code: "0", label: { de: "nicht gewählt", en: "not selected" } },
  { code: "1", label: { de: "gewählt", en: "selected" } },
];

/** One column: the code chosen. */
export function singleColumn(
  question: QuestionOf<"radiogroup">,
  instrument: Instrument,
): DatasetColumn {
  const item = itemOfQuestion(question, instrument);
  const cell = codeCells(question.choices);
  return {
    variable: {
      name: item?.id ?? question.name,
      ...asked(question, question.title),
      ...codedFacts(question.choices),
      ...itemFacts(item),
    },
    cell: ({ answer, absent }) => (answer === undefined || answer === "" ? absent : cell(answer)),
  };
}

/** One column per row. */
export function matrixColumns(
  question: QuestionOf<"matrix">,
  instrument: Instrument,
): DatasetColumn[] {
  return question.rows.map((row) => ({
    variable: {
      name: row.value,
      ...asked(question, row.text),
      ...codedFacts(question.columns),
      ...factsOfItem(row.value, instrument),
    },
    cell: rowCell(row.value, question.columns),
  }));
}

/** One column per option: chosen or not. */
export function checkboxColumns(
  question: QuestionOf<"checkbox">,
  instrument: Instrument,
): DatasetColumn[] {
  const missingCell = codeCells(question.choices);
  return substantive(question.choices).map(({ value, text }) => ({
    variable: {
      name: `${question.name}.${value}`,
      type: "selected",
      ...asked(question, text),
      options: selectedOptions,
      ...missingFacts(question.choices),
      ...itemFacts(itemOfQuestion(question, instrument)),
    },
    cell: ({ answer, absent }) => {
      if (!Array.isArray(answer) || answer.length === 0) return absent;
      const missing = answer.find((code) => isMissingOption(code));
      if (missing !== undefined) return missingCell(missing);
      return answer.includes(value) ? "1" : "0";
    },
  }));
}

/** One column per option with its rank, and how often options were moved. */
export function rankingColumns(
  question: QuestionOf<"ranking">,
  instrument: Instrument,
): DatasetColumn[] {
  const ranking = instrument.mehrwert.rankings.find((entry) => entry.question === question.name);
  return question.choices.map(({ value, text }) => ({
    variable: {
      name: value,
      type: "rank",
      ...asked(question, text),
      ...(ranking === undefined ? {} : { construct: ranking.construct }),
    },
    cell: ({ answer, absent }) => {
      if (!Array.isArray(answer) || answer.length === 0) return absent;
      const place = answer.indexOf(value);
      return place < 0 ? missingReasons.unranked : String(place + 1);
    },
  }));
}

/** How often options of a ranking were placed, moved, swapped or taken back. */
export function movesColumn(question: QuestionOf<"ranking">): DatasetColumn {
  return {
    variable: {
      name: `${question.name}.moves`,
      type: "count",
      ...asked(question, {
        de: "Zahl der Handgriffe beim Ordnen",
        en: "Number of moves while ranking",
      }),
    },
    cell: ({ presentation, absent }) =>
      presentation?.moves === undefined ? absent : String(presentation.moves),
  };
}

/** One column: the words. */
export function textColumn(
  question: QuestionOf<"text" | "comment">,
  instrument: Instrument,
): DatasetColumn {
  const item = itemOfQuestion(question, instrument);
  return {
    variable: {
      name: item?.id ?? question.name,
      type: "text",
      ...asked(question, question.title),
      ...itemFacts(item),
    },
    cell: ({ answer, absent }) =>
      answer === undefined || answer === "" ? absent : textCell(String(answer)),
  };
}
