import { missingReasons, type Variable } from "./dataset.ts";
import type { DatasetColumn } from "./dataset-columns/dataset-column.ts";
import { groupOrderColumns } from "./dataset-columns/order-columns.ts";
import { questionColumns } from "./dataset-columns.ts";
import type { Instrument, Page, Question } from "./instrument.ts";
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
      for (const { variable, cell } of questionColumns(question, instrument)) {
        const whenAsked = {
          ...routingFacts(page, question),
          ...wordingFacts(variable, instrument),
        };
        columns.push({ variable: { ...variable, ...whenAsked }, cell, place: question.name });
      }
    }
  }
  return columns;
}

function routingFacts(page: Page, question: Question): Partial<Variable> {
  const shownIf = [page.visibleIf, question.visibleIf].filter((each) => each !== undefined);
  return shownIf.length === 0 ? {} : { shownIf };
}

/** The other texts of a variable: `texts` of a wording are by row or option, which the variable is named after. */
function wordingFacts({ name, question }: Variable, instrument: Instrument): Partial<Variable> {
  const parts = name.split(".");
  const otherWordings = instrument.mehrwert.wordings.flatMap((wording) => {
    if (wording.question !== question) return [];
    const { condition, title, texts = {} } = wording;
    const named = parts.find((part) => Object.hasOwn(texts, part));
    const label = named === undefined ? undefined : texts[named];
    if (title === undefined && label === undefined) return [];
    const questionText = title === undefined ? {} : { questionText: title };
    return [{ condition, ...questionText, ...(label !== undefined && { label }) }];
  });
  return otherWordings.length === 0 ? {} : { otherWordings };
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
