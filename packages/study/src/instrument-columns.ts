import { missingReasons } from "./dataset.ts";
import type { DatasetColumn } from "./dataset-columns/dataset-column.ts";
import { groupOrderColumns } from "./dataset-columns/order-columns.ts";
import { questionColumns } from "./dataset-columns.ts";
import type { Instrument } from "./instrument.ts";
import { placesReached } from "./places-reached.ts";
import type { Answers, SurveyResponse } from "./survey-response.ts";

/** A column of an instrument, and where what it tells stands: at a question, page or block. */
export type InstrumentColumn = DatasetColumn & { place: string };

/** All columns of one version of an instrument, in its order; an order of questions or pages stands before them. */
export function instrumentColumns(instrument: Instrument): InstrumentColumn[] {
  const orders = groupOrderColumns(instrument);
  const columns: InstrumentColumn[] = [];
  const addOrder = (place: string) => {
    const order = orders.get(place);
    if (order !== undefined) columns.push({ ...order, place });
  };
  for (const page of instrument.pages) {
    const block = instrument.mehrwert.blocks?.find(({ pages }) => pages[0] === page.name);
    if (block !== undefined) addOrder(block.name);
    addOrder(page.name);
    for (const question of page.elements) {
      for (const column of questionColumns(question, instrument)) {
        columns.push({ ...column, place: question.name });
      }
    }
  }
  return columns;
}

/** The cells of all columns for one response to this version, in the order of `instrumentColumns`. */
export function responseCells(
  instrument: Instrument,
  columns: readonly InstrumentColumn[],
  response: SurveyResponse,
): string[] {
  const { answers, presentation } = response;
  const places = placesReached(instrument, response);
  return columns.map(({ place, cell }) => {
    const state = places.get(place) ?? "not-shown";
    const isShown = state !== "not-shown";
    return cell({
      absent: missingReasons[state === "reached" ? "skipped" : state],
      answer: isShown ? answerTo(place, answers) : undefined,
      presentation:
        state === "reached" && Object.hasOwn(presentation, place) ? presentation[place] : undefined,
    });
  });
}

function answerTo(question: string, answers: Answers) {
  return Object.hasOwn(answers, question) ? answers[question] : undefined;
}
