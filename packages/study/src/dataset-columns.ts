import type { Variable } from "./dataset.ts";
import { missingReasons } from "./dataset.ts";
import { textCell } from "./dataset-cells.ts";
import type { Instrument, Question } from "./instrument.ts";
import { missingOptionCodes } from "./missing-option-codes.ts";
import type { Answer, Presentation } from "./survey-response.ts";

/** What one participant did with one question. */
export type Answered = {
  isVisible: boolean;
  answer: Answer | undefined;
  presentation: Presentation[string] | undefined;
};

/** One column of a dataset: what it means, and how its cell follows from what a participant did. */
export type DatasetColumn = { variable: Variable; cell: (answered: Answered) => string };

type QuestionOf<T extends Question["type"]> = Extract<Question, { type: T }>;
type Option = { value: string | number; text: Variable["label"] };

/** The columns of one question, in the order in which they stand in a dataset. */
export function questionColumns(question: Question, instrument: Instrument): DatasetColumn[] {
  switch (question.type) {
    case "radiogroup":
      return [singleColumn(question, instrument)];
    case "matrix":
      return [...matrixColumns(question, instrument), ...orderColumn(question, question.rows)];
    case "checkbox":
      return [...checkboxColumns(question, instrument), ...orderColumn(question, question.choices)];
    case "ranking":
      return [
        ...rankColumns(question, instrument),
        ...orderColumn(question, question.choices),
        movesColumn(question),
      ];
    case "text":
    case "comment":
      return [textColumn(question, instrument)];
    default:
      throw new RangeError(`questionColumns does not know questions of type ${question.type}`);
  }
}

function singleColumn(question: QuestionOf<"radiogroup">, instrument: Instrument): DatasetColumn {
  const options = substantive(question.choices);
  const variable: Variable = {
    name: itemOfQuestion(question, instrument)?.id ?? question.name,
    type: scaleType(options),
    ...asked(question, question.title),
    options: codesOf(options),
    ...itemFacts(itemOfQuestion(question, instrument)),
  };
  const cell = codeCells(question.choices);
  return { variable, cell: (answered) => withoutAnswer(answered) ?? cell(answered.answer) };
}

function matrixColumns(question: QuestionOf<"matrix">, instrument: Instrument): DatasetColumn[] {
  const options = substantive(question.columns);
  const cell = codeCells(question.columns);
  return question.rows.map((row) => ({
    variable: {
      name: row.value,
      type: scaleType(options),
      ...asked(question, row.text),
      options: codesOf(options),
      ...itemFacts(instrument.mehrwert.items.find(({ id }) => id === row.value)),
    },
    cell: (answered) => {
      const { answer } = answered;
      if (!answered.isVisible) return missingReasons["not-shown"];
      if (typeof answer !== "object" || Array.isArray(answer)) return missingReasons.skipped;
      const code = Object.hasOwn(answer, row.value) ? answer[row.value] : undefined;
      return code === undefined ? missingReasons.skipped : cell(code);
    },
  }));
}

function checkboxColumns(
  question: QuestionOf<"checkbox">,
  instrument: Instrument,
): DatasetColumn[] {
  const missingCell = codeCells(question.choices);
  return substantive(question.choices).map(({ value, text }) => ({
    variable: {
      name: `${question.name}.${value}`,
      type: "selected",
      ...asked(question, text),
      options: [
        { code: "0", label: { de: "nicht gewählt", en: "not selected" } },
        { code: "1", label: { de: "gewählt", en: "selected" } },
      ],
      ...itemFacts(itemOfQuestion(question, instrument)),
    },
    cell: (answered) => {
      const { answer } = answered;
      if (!answered.isVisible) return missingReasons["not-shown"];
      if (!Array.isArray(answer) || answer.length === 0) return missingReasons.skipped;
      const missing = answer.find((code) => isMissingOption(code));
      if (missing !== undefined) return missingCell(missing);
      return answer.includes(value) ? "1" : "0";
    },
  }));
}

function rankColumns(question: QuestionOf<"ranking">, instrument: Instrument): DatasetColumn[] {
  const ranking = instrument.mehrwert.rankings.find((entry) => entry.question === question.name);
  return question.choices.map(({ value, text }) => ({
    variable: {
      name: value,
      type: "rank",
      ...asked(question, text),
      ...(ranking === undefined ? {} : { construct: ranking.construct }),
    },
    cell: (answered) => {
      const { answer } = answered;
      if (!answered.isVisible) return missingReasons["not-shown"];
      if (!Array.isArray(answer) || answer.length === 0) return missingReasons.skipped;
      const place = answer.indexOf(value);
      return place < 0 ? missingReasons.unranked : String(place + 1);
    },
  }));
}

function textColumn(
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
    cell: (answered) => withoutAnswer(answered) ?? textCell(String(answered.answer)),
  };
}

function orderColumn(
  question: QuestionOf<"matrix" | "checkbox" | "ranking">,
  options: readonly Option[],
): DatasetColumn[] {
  const order = question.type === "matrix" ? question.rowOrder : question.choicesOrder;
  if (order !== "random") return [];
  const variable: Variable = {
    name: `${question.name}.shown`,
    type: "order",
    ...asked(question, { de: "Reihenfolge, wie angezeigt", en: "Order as shown" }),
    options: codesOf(options),
  };
  const cell = ({ isVisible, presentation }: Answered) => {
    if (!isVisible) return missingReasons["not-shown"];
    return presentation?.shown === undefined
      ? missingReasons.skipped
      : presentation.shown.join("|");
  };
  return [{ variable, cell }];
}

function movesColumn(question: QuestionOf<"ranking">): DatasetColumn {
  return {
    variable: {
      name: `${question.name}.moves`,
      type: "count",
      ...asked(question, {
        de: "Zahl der Handgriffe beim Ordnen",
        en: "Number of moves while ranking",
      }),
    },
    cell: ({ isVisible, presentation }) => {
      if (!isVisible) return missingReasons["not-shown"];
      return presentation?.moves === undefined
        ? missingReasons.skipped
        : String(presentation.moves);
    },
  };
}

function withoutAnswer({ isVisible, answer }: Answered): string | undefined {
  if (!isVisible) return missingReasons["not-shown"];
  return answer === undefined || answer === "" ? missingReasons.skipped : undefined;
}

/** Turns an answered code into its cell; a code that the question does not offer is a broken promise. */
function codeCells(options: readonly Option[]): (answer: Answer | undefined) => string {
  const cells = new Map(
    options.map(({ value }) => [
      String(value),
      isMissingOption(value) ? missingReasons[value] : String(value),
    ]),
  );
  return (answer) => {
    const cell = typeof answer === "object" ? undefined : cells.get(String(answer));
    if (cell === undefined)
      throw new RangeError("buildDataset requires answers the instrument allows");
    return cell;
  };
}

function isMissingOption(code: string | number): code is (typeof missingOptionCodes)[number] {
  return missingOptionCodes.some((missing) => missing === code);
}

function substantive<T extends Option>(options: readonly T[]): T[] {
  return options.filter(({ value }) => !isMissingOption(value));
}

function scaleType(options: readonly Option[]): "rating" | "single" {
  return options.every(({ value }) => typeof value === "number") ? "rating" : "single";
}

function codesOf(options: readonly Option[]): NonNullable<Variable["options"]> {
  return options.map(({ value, text }) => ({ code: String(value), label: text }));
}

function asked(question: Question, label: Variable["label"]) {
  return { question: question.name, questionText: question.title, label };
}

function itemOfQuestion(question: Question, instrument: Instrument) {
  return instrument.mehrwert.items.find((item) => item.question === question.name);
}

function itemFacts(item: Instrument["mehrwert"]["items"][number] | undefined): Partial<Variable> {
  if (item === undefined) return {};
  const { construct, reverseKeyed, scored, mirrors } = item;
  return {
    construct,
    ...(reverseKeyed === undefined ? {} : { reverseKeyed }),
    ...(scored === undefined ? {} : { scored }),
    ...(mirrors === undefined ? {} : { mirrors }),
  };
}
