import { missingReasons } from "../dataset.ts";
import type { Instrument, QuestionOf } from "../instrument.ts";
import {
  asked,
  codeCells,
  codedFacts,
  codesOf,
  factsOfItem,
  isMissingOption,
  itemFacts,
  itemOfQuestion,
  joinedLabel,
  missingFacts,
  type Option,
  rowCell,
  valueAt,
} from "./column-parts.ts";
import type { DatasetColumn } from "./dataset-column.ts";
import { selectedOptions } from "./surveyjs-columns.ts";

/** One column: 0 to 10, the ends with their words. */
export function npsColumn(question: QuestionOf<"nps">, instrument: Instrument): DatasetColumn {
  const item = itemOfQuestion(question, instrument);
  const points: Option[] = Array.from({ length: 11 }, (_, value) => {
    const words = value === 0 ? question.lowest : value === 10 ? question.highest : undefined;
    return { value, text: words ?? { de: String(value), en: String(value) } };
  });
  const cell = codeCells(points);
  return {
    variable: {
      name: item?.id ?? question.name,
      ...asked(question, question.title),
      ...codedFacts(points),
      isRecommendation: true,
      ...itemFacts(item),
    },
    cell: ({ answer, absent }) => (answer === undefined ? absent : cell(answer)),
  };
}

/** One column: the band, whose options say from where to where it goes. */
export function numberBandColumn(
  question: QuestionOf<"number-band">,
  instrument: Instrument,
): DatasetColumn {
  const item = itemOfQuestion(question, instrument);
  const cell = codeCells(question.bands);
  const bands = question.bands.filter(({ value }) => !isMissingOption(value));
  return {
    variable: {
      name: item?.id ?? question.name,
      type: "single",
      ...asked(question, question.title),
      unit: question.unit,
      options: bands.map(({ value, text, from, to }) => ({
        code: String(value),
        label: text,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      })),
      ...missingFacts(question.bands),
      ...itemFacts(item),
    },
    cell: ({ answer, absent }) => (answer === undefined ? absent : cell(answer)),
  };
}

/** Two columns per row, `<row>.<rating>`. */
export function doubleRatingColumns(
  question: QuestionOf<"double-rating">,
  instrument: Instrument,
): DatasetColumn[] {
  return question.rows.flatMap((row) =>
    question.ratings.map((rating) => {
      const name = `${row.value}.${rating.value}`;
      return {
        variable: {
          name,
          ...asked(question, joinedLabel(row.text, rating.text)),
          ...codedFacts(rating.columns),
          ...factsOfItem(name, instrument),
        },
        cell: rowCell(name, rating.columns),
      };
    }),
  );
}

/** The variant told, then one column per row. */
export function vignetteColumns(
  question: QuestionOf<"vignette">,
  instrument: Instrument,
): DatasetColumn[] {
  const rows = question.rows.map((row) => ({
    variable: {
      name: row.value,
      ...asked(question, row.text),
      ...codedFacts(row.columns),
      ...factsOfItem(row.value, instrument),
    },
    cell: rowCell(row.value, row.columns),
  }));
  const variant: DatasetColumn = {
    variable: {
      name: `${question.name}.variant`,
      type: "single",
      ...asked(question, {
        de: "Erzählte Fassung, ausgelost",
        en: "Variant told, drawn at random",
      }),
      options: codesOf(question.variants),
    },
    cell: ({ presentation, absent }) => presentation?.variant ?? absent,
  };
  return [variant, ...rows];
}

/** Per entry: chosen or not; and for chosen ones what the tie is like. What is asked of a chosen entry only is not shown for others. */
export function rosterColumns(
  question: QuestionOf<"roster">,
  instrument: Instrument,
): DatasetColumn[] {
  return question.entries.flatMap((entry) => [
    {
      variable: {
        name: `${question.name}.${entry.value}`,
        type: "selected",
        ...asked(question, entry.text),
        options: selectedOptions,
        ...itemFacts(itemOfQuestion(question, instrument)),
      },
      cell: ({ answer, absent }) => {
        if (answer === undefined) return absent;
        return valueAt(answer, entry.value) === undefined ? "0" : "1";
      },
    },
    ...question.columns.map((column): DatasetColumn => {
      const name = `${entry.value}.${column.value}`;
      const cell = rowCell(name, column.choices);
      return {
        variable: {
          name,
          ...asked(question, joinedLabel(entry.text, column.text)),
          ...codedFacts(column.choices),
          ...factsOfItem(name, instrument),
        },
        cell: (answered) => {
          const { answer } = answered;
          const isChosen = valueAt(answer, entry.value) !== undefined;
          return answer === undefined || isChosen ? cell(answered) : missingReasons["not-shown"];
        },
      };
    }),
  ]);
}
