import type { Instrument, Question, ResponseOption } from "./instrument.ts";

type Code = ResponseOption["value"];

/** The codes whose order is drawn at random for each participant; undefined where the order is fixed. */
export function randomlyOrdered(question: Question): Code[] | undefined {
  switch (question.type) {
    case "matrix":
    case "double-rating":
      return question.rowOrder === "random" ? question.rows.map(({ value }) => value) : undefined;
    case "radiogroup":
    case "checkbox":
    case "ranking":
      return question.choicesOrder === "random"
        ? question.choices.map(({ value }) => value)
        : undefined;
    default:
      return undefined;
  }
}

/** A page or block whose parts come in a random order, and the names of the parts. */
export type RandomGroup = { name: string; parts: string[] };

/**
 * Pages whose questions, and blocks whose pages come in an order drawn for each participant.
 * Questions of type `assigned` are never shown and so have no place in an order.
 */
export function randomGroups(instrument: Instrument): RandomGroup[] {
  const pages = instrument.pages
    .filter(({ questionOrder }) => questionOrder === "random")
    .map(({ name, elements }) => ({
      name,
      parts: elements.filter(({ type }) => type !== "assigned").map((question) => question.name),
    }));
  const blocks = (instrument.mehrwert.blocks ?? []).map(({ name, pages: parts }) => ({
    name,
    parts,
  }));
  return [...pages.filter(({ parts }) => parts.length > 0), ...blocks];
}
