import { missingReasons } from "../dataset.ts";
import { textCell } from "../dataset-cells.ts";
import type { Instrument, QuestionOf } from "../instrument.ts";
import {
  asked,
  codeCells,
  codedFacts,
  codesOf,
  factsOfItem,
  itemFacts,
  itemOfQuestion,
  joinedLabel,
  missingFacts,
  rowCell,
  substantive,
  valueAt,
} from "./column-parts.ts";
import type { DatasetColumn } from "./dataset-column.ts";

/** How many sets a participant sees at most. */
export function setCount(question: QuestionOf<"maxdiff">): number {
  const { design } = question;
  return design === "couples-of-8" ? 8 : Math.max(...design.map((sets) => sets.length));
}

/** The design version, and per set its options as shown, the best and the worst. */
export function maxdiffColumns(question: QuestionOf<"maxdiff">): DatasetColumn[] {
  const version: DatasetColumn = {
    variable: {
      name: `${question.name}.version`,
      type: "key",
      ...asked(question, { de: "Fassung des Plans, ab 0", en: "Version of the design, from 0" }),
    },
    cell: ({ presentation, absent }) =>
      presentation?.version === undefined ? absent : String(presentation.version),
  };
  const sets = Array.from({ length: setCount(question) }, (_, index) => index + 1);
  return [version, ...sets.flatMap((set) => setColumns(question, set))];
}

function setColumns(question: QuestionOf<"maxdiff">, set: number): DatasetColumn[] {
  const options = codesOf(question.choices);
  const ofSet = { de: `Auswahl ${set}`, en: `Set ${set}` };
  const shown: DatasetColumn = {
    variable: {
      name: `${question.name}.${set}.shown`,
      type: "order",
      ...asked(question, joinedLabel(ofSet, { de: "wie angezeigt", en: "as shown" })),
      options,
    },
    cell: ({ presentation, absent }) => {
      if (presentation?.sets === undefined) return absent;
      return presentation.sets[set - 1]?.join("|") ?? missingReasons["not-shown"];
    },
  };
  const picks = (["best", "worst"] as const).map((part): DatasetColumn => {
    const cell = rowCell(`${set}.${part}`, question.choices);
    return {
      variable: {
        name: `${question.name}.${set}.${part}`,
        type: "pick",
        ...asked(question, joinedLabel(ofSet, question[part])),
        options,
      },
      cell: (answered) => {
        const isBeyond = (answered.presentation?.sets?.length ?? set) < set;
        return isBeyond ? missingReasons["not-shown"] : cell(answered);
      },
    };
  });
  return [shown, ...picks];
}

/** The hashes of a self-generated code. */
export function codeColumns(question: QuestionOf<"code">): DatasetColumn[] {
  const whole = {
    key: "code",
    label: { de: "Streuwert aller Angaben", en: "Hash of all elements" },
  };
  const without = question.elements.map(({ value, text }) => ({
    key: `without-${value}`,
    label: { de: `Streuwert ohne „${text.de}“`, en: `Hash without “${text.en}”` },
  }));
  return [whole, ...without].map(({ key, label }) => ({
    variable: { name: `${question.name}.${key}`, type: "key", ...asked(question, label) },
    cell: ({ answer, absent }) => {
      const value = valueAt(answer, key);
      return value === undefined ? absent : String(value);
    },
  }));
}

/** Per statement its ratings and the reason. */
export function statementColumns(
  question: QuestionOf<"statement-round">,
  instrument: Instrument,
): DatasetColumn[] {
  return question.statements.flatMap((statement) => {
    const ratings = question.ratings.map((rating): DatasetColumn => {
      const name = `${statement.value}.${rating.value}`;
      return {
        variable: {
          name,
          ...asked(question, joinedLabel(statement.text, rating.text)),
          ...codedFacts(rating.columns),
          ...factsOfItem(name, instrument),
        },
        cell: rowCell(name, rating.columns),
      };
    });
    const name = `${statement.value}.reason`;
    const reason: DatasetColumn = {
      variable: {
        name,
        type: "text",
        ...asked(question, joinedLabel(statement.text, question.reason.text)),
      },
      cell: ({ answer, absent }) => {
        const text = valueAt(answer, name);
        return text === undefined || text === "" ? absent : textCell(String(text));
      },
    };
    return [...ratings, reason];
  });
}

/** Per criterion its rating and its weight; a weight not given is skipped, and the label says which one then holds. */
export function decisionColumns(
  question: QuestionOf<"decision">,
  instrument: Instrument,
): DatasetColumn[] {
  const usual = question.defaultWeight;
  const weightLabel = {
    de: `Gewicht (ohne Angabe gilt ${usual})`,
    en: `Weight (${usual} holds if none is given)`,
  };
  return question.criteria.flatMap((criterion) => [
    {
      variable: {
        name: criterion.value,
        ...asked(question, criterion.text),
        ...codedFacts(question.columns),
        ...factsOfItem(criterion.value, instrument),
      },
      cell: rowCell(criterion.value, question.columns),
    },
    {
      variable: {
        name: `${criterion.value}.weight`,
        ...asked(question, joinedLabel(criterion.text, weightLabel)),
        ...codedFacts(question.weights),
      },
      cell: rowCell(`${criterion.value}.weight`, question.weights),
    },
  ]);
}

/** One column: the group or form given. */
export function assignedColumn(
  question: QuestionOf<"assigned">,
  instrument: Instrument,
): DatasetColumn {
  const item = itemOfQuestion(question, instrument);
  const cell = codeCells(question.choices);
  return {
    variable: {
      name: item?.id ?? question.name,
      type: "single",
      ...asked(question, question.title),
      options: codesOf(substantive(question.choices)),
      ...missingFacts(question.choices),
      ...itemFacts(item),
    },
    cell: ({ answer, absent }) => (answer === undefined ? absent : cell(answer)),
  };
}
