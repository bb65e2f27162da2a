import type { Instrument } from "../instrument.ts";

/**
 * An instrument laid out for comparison: questions stand side by side with the page they are on, so that one that
 * moved to another page is not told as removed and added. What the version number itself says is left out.
 */
export function comparedParts(instrument: Instrument): object {
  const { $schema: _, pages, mehrwert, ...rest } = instrument;
  const { version: __, slug: ___, ...about } = mehrwert;
  return {
    ...rest,
    pages: pages.map(({ elements: _elements, ...page }) => page),
    questions: pages.flatMap(({ name, elements }) =>
      elements.map((question) => ({ ...question, page: name })),
    ),
    ...about,
    rankings: mehrwert.rankings.map((ranking) => ({ name: ranking.question, ...ranking })),
  };
}

/** Names of the items whose answers make up each scored construct, by construct. */
export function scoredItems(instrument: Instrument): Map<string, string[]> {
  const scored = new Map<string, string[]>();
  for (const { id, measure } of instrument.mehrwert.constructs) {
    if (measure !== "scale") continue;
    const ids = instrument.mehrwert.items
      .filter(({ construct, scored: counts }) => construct === id && counts !== false)
      .map((item) => item.id);
    scored.set(id, ids.sort());
  }
  return scored;
}
