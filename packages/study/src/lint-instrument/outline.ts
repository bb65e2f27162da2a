import type { Instrument, Item, Question, ResponseOption } from "../instrument.ts";
import { pointer } from "./issue.ts";

/** A question and where it stands. */
export type PlacedQuestion = {
  question: Question;
  /** JSON pointer to the question. */
  path: string;
  page: number;
  /** Place in the whole questionnaire, from 0. */
  order: number;
};

/** Every question with its place, in the order of the questionnaire. */
export function placedQuestions(instrument: Instrument): PlacedQuestion[] {
  const placed: PlacedQuestion[] = [];
  for (const [page, { elements }] of instrument.pages.entries()) {
    for (const [place, question] of elements.entries()) {
      const path = pointer("pages", page, "elements", place);
      placed.push({ question, path, page, order: placed.length });
    }
  }
  return placed;
}

/** Questions by name; of two with one name, the first. */
export function questionsByName(instrument: Instrument): Map<string, PlacedQuestion> {
  const byName = new Map<string, PlacedQuestion>();
  for (const placed of placedQuestions(instrument)) {
    if (!byName.has(placed.question.name)) byName.set(placed.question.name, placed);
  }
  return byName;
}

/** What can be chosen: choices, or the columns of a matrix. `property` is where the file keeps them. */
export function optionsOf(question: Question): { property: string; options: ResponseOption[] } {
  if (question.type === "matrix") return { property: "columns", options: question.columns };
  if ("choices" in question) return { property: "choices", options: question.choices };
  if (question.type === "number-band") return { property: "bands", options: question.bands };
  return { property: "choices", options: [] };
}

/** Items with their JSON pointers. */
export function placedItems(instrument: Instrument): { item: Item; path: string }[] {
  return instrument.mehrwert.items.map((item, index) => ({
    item,
    path: pointer("mehrwert", "items", index),
  }));
}
