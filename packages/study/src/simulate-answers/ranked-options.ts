import type { Instrument, QuestionOf } from "../instrument.ts";
import { plackettLuceOrder } from "./draws.ts";
import type { Respondent } from "./respondent.ts";

type Names = { readonly [code: string]: string };

/**
 * The stable names of the options of a ranking, or of the MaxDiff question that asks the same;
 * empty for any other question.
 */
export function namesOf(question: string, instrument: Instrument): Names {
  const ranked = instrument.pages
    .flatMap((page) => page.elements)
    .find((each) => each.type === "ranking" && each.mehrwertAlternative === question);
  const { rankings } = instrument.mehrwert;
  const described = rankings.find((each) => each.question === (ranked?.name ?? question));
  return described?.names ?? {};
}

/** Some of the options of a question, what this respondent values most first; drawn anew each time. */
export function orderOf(
  question: QuestionOf<"ranking" | "maxdiff">,
  { random, instrument, concentration, driverOrder, isResultsFocused }: Respondent,
  codes: readonly string[],
): string[] {
  const names = namesOf(question.name, instrument);
  const all = question.choices.map(({ value }) => value);
  const isKnown = all.some((code) => driverOrder.includes(names[code] ?? ""));
  const placeOf = (code: string): number => {
    if (!isKnown) return all.indexOf(code);
    const place = driverOrder.indexOf(names[code] ?? "");
    return place < 0 ? driverOrder.length : place;
  };
  const drawn = plackettLuceOrder(random, codes, (code) => -concentration * placeOf(code));
  const favourite = isResultsFocused ? drawn.filter((code) => names[code] === "joint-results") : [];
  return [...favourite, ...drawn.filter((code) => !favourite.includes(code))];
}
