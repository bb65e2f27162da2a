import type { Instrument, Page } from "../instrument.ts";
import { pagesAsShown } from "../places-reached.ts";
import { randomGroups } from "../random-order.ts";
import type { Answers, Presentation } from "../survey-response.ts";
import { visibleQuestions } from "../visible-questions.ts";
import { evenChoice, type Random } from "./draws.ts";

type Given = { answers: Answers; presentation: Presentation };

/**
 * What there is of a response when its participant ended on a page before the last: any of them, equally likely.
 * The response as it is, if only one page was to be seen.
 */
export function endedEarly(
  instrument: Instrument,
  { answers, presentation }: Given,
  random: Random,
): Given & { lastPage?: string } {
  const visible = visibleQuestions(instrument, answers);
  const isSeen = (page: Page) =>
    page.elements.some(({ name, type }) => type !== "assigned" && visible.has(name));
  const pages = pagesAsShown(instrument, presentation);
  const possible = pages.filter(isSeen).slice(0, -1);
  if (possible.length === 0) return { answers, presentation };
  const last = evenChoice(random, possible);
  const reached = new Set(pages.slice(0, pages.indexOf(last) + 1).map(({ name }) => name));
  const later = instrument.pages.filter(({ name }) => !reached.has(name));
  const lost = new Set(
    later.flatMap(({ elements }) =>
      elements.filter(({ type }) => type !== "assigned").map(({ name }) => name),
    ),
  );
  const notDrawn = new Set([...lost, ...later.map(({ name }) => name)]);
  for (const { name, parts } of randomGroups(instrument)) {
    if (parts.every((part) => notDrawn.has(part))) notDrawn.add(name);
  }
  return {
    answers: without(answers, lost),
    presentation: without(presentation, notDrawn),
    lastPage: last.name,
  };
}

function without<T>(record: { [name: string]: T }, names: ReadonlySet<string>) {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name)));
}
