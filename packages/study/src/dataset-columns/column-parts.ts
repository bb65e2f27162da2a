import { missingReasons, type Variable } from "../dataset.ts";
import type { Instrument, Question } from "../instrument.ts";
import type { LocalizedText } from "../localized-text.ts";
import { missingOptionCodes } from "../missing-option-codes.ts";
import type { Answer } from "../survey-response.ts";
import type { Answered, DatasetColumn } from "./dataset-column.ts";

/** Anything offered with a stored code and a text. */
export type Option = { value: string | number; text: LocalizedText };

/** True for the codes that are no opinion: cannot judge, does not apply, no answer. */
export function isMissingOption(
  code: string | number,
): code is (typeof missingOptionCodes)[number] {
  return missingOptionCodes.some((missing) => missing === code);
}

/** The options that are answers. */
export function substantive<T extends Option>(options: readonly T[]): T[] {
  return options.filter(({ value }) => !isMissingOption(value));
}

/** Question and label of a variable. */
export function asked(question: Question, label: LocalizedText) {
  return { question: question.name, questionText: question.title, label };
}

/** `rating` where all answers are numbers, `single` otherwise, with their codes and the missing options as worded. */
export function codedFacts(options: readonly Option[]) {
  const answers = substantive(options);
  const isScale = answers.every(({ value }) => typeof value === "number");
  const type: Variable["type"] = isScale ? "rating" : "single";
  return { type, options: codesOf(answers), ...missingFacts(options) };
}

/** The options as codes of a dataset. */
export function codesOf(options: readonly Option[]): NonNullable<Variable["options"]> {
  return options.map(({ value, text }) => ({ code: String(value), label: text }));
}

/** The missing options a question offers, as worded there. */
export function missingFacts(options: readonly Option[]): Partial<Variable> {
  const missing = options.flatMap(({ value, text }) =>
    isMissingOption(value) ? [{ code: missingReasons[value], label: text }] : [],
  );
  return missing.length === 0 ? {} : { missingOptions: missing };
}

/** What the instrument says of the item with this variable name. */
export function factsOfItem(id: string, instrument: Instrument): Partial<Variable> {
  return itemFacts(instrument.mehrwert.items.find((item) => item.id === id));
}

/** The item that a question without rows is. */
export function itemOfQuestion(question: Question, instrument: Instrument) {
  return instrument.mehrwert.items.find((item) => item.question === question.name);
}

/** What the instrument says of an item, as facts of a variable. */
export function itemFacts(
  item: Instrument["mehrwert"]["items"][number] | undefined,
): Partial<Variable> {
  if (item === undefined) return {};
  const { construct, reverseKeyed, scored, mirrors } = item;
  return {
    construct,
    ...(reverseKeyed === undefined ? {} : { reverseKeyed }),
    ...(scored === undefined ? {} : { scored }),
    ...(mirrors === undefined ? {} : { mirrors }),
  };
}

/** Turns an answered code into its cell; a code that the question does not offer is a broken promise. */
export function codeCells(options: readonly Option[]): (answer: Answer) => string {
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

/** The value under one key of an answer with rows. */
export function valueAt(answer: Answer | undefined, key: string): string | number | undefined {
  if (typeof answer !== "object" || Array.isArray(answer)) return undefined;
  return Object.hasOwn(answer, key) ? answer[key] : undefined;
}

/** A cell under one key of an answer with rows: its code, or why there is none. */
export function rowCell(key: string, options: readonly Option[]): DatasetColumn["cell"] {
  const cell = codeCells(options);
  return ({ answer, absent }: Answered) => {
    const value = valueAt(answer, key);
    return value === undefined ? absent : cell(value);
  };
}

/** A text and what it is asked about, in one label. */
export function joinedLabel(row: LocalizedText, part: LocalizedText): LocalizedText {
  return { de: `${row.de} – ${part.de}`, en: `${row.en} – ${part.en}` };
}
