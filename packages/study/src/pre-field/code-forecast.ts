import type { Instrument } from "../instrument.ts";
import { warning } from "../lint-instrument/issue.ts";
import { placedQuestions } from "../lint-instrument/outline.ts";
import type { Issue } from "../result.ts";
import {
  type CodeClass,
  type CodeElement,
  elementClasses,
  isFromCard,
  isKnownToColleagues,
  sameValueChance,
} from "./code-elements.ts";

/** What a self-generated code will do, under the assumptions of `elementClasses`. */
export type CodeForecast = {
  question: string;
  /** Codes that can occur. */
  codes: number;
  /** Values of an element that are few (worth less than 5 equally likely ones), or that colleagues usually know. */
  fewValues: string[];
  known: string[];
  /** Whether all elements are copied from a random card. */
  isRandom: boolean;
  /** Equally likely codes left to whoever knows those known. */
  guesses: number;
  /** Undefined if nobody said how many will answer. */
  expected: CodeCollisions | undefined;
};

/** Expected coincidences among so many respondents. */
export type CodeCollisions = {
  respondents: number;
  /** Share of people whose code somebody else has, too. */
  shared: number;
  /** Others, on average per person, whose code differs in one element: they can be mistaken in tolerant matching. */
  near: number;
};

/** Below this many guesses, a colleague with the dataset and the study's salt soon finds a person. */
export const fewGuesses = 10_000;
const fewestValues = 5;
/** From this share of people with a code that is not theirs alone, elements should be added. */
const mostShared = 0.02;

/** Forecasts for all self-generated codes that an instrument asks for. */
export function codeForecasts(
  instrument: Instrument,
  expectedRespondents: number | undefined,
): CodeForecast[] {
  return instrument.pages
    .flatMap(({ elements }) => elements)
    .flatMap((question) =>
      question.type === "code"
        ? [codeForecast(question.name, question.elements, expectedRespondents)]
        : [],
    );
}

/** What to look at again: codes that collide, and codes that colleagues can guess. */
export function codeHints(instrument: Instrument, forecasts: readonly CodeForecast[]): Issue[] {
  const places = new Map(
    placedQuestions(instrument).map(({ question, path }) => [question.name, path]),
  );
  return forecasts.flatMap((forecast) => {
    const path = places.get(forecast.question) ?? "/pages";
    const shared = forecast.expected?.shared ?? 0;
    return [
      ...(shared > mostShared ? [collidingHint(path, forecast)] : []),
      ...(forecast.isRandom || forecast.guesses >= fewGuesses
        ? []
        : [guessableHint(path, forecast)]),
    ];
  });
}

function codeForecast(
  question: string,
  elements: readonly CodeElement[],
  respondents: number | undefined,
): CodeForecast {
  const classes = elements.map(elementClasses);
  const chances = classes.map(sameValueChance);
  const known = elements.filter(isKnownToColleagues);
  return {
    question,
    codes: classes
      .map((each) => each.reduce((sum, { count }) => sum + count, 0))
      .reduce((product, values) => product * values, 1),
    fewValues: elements
      .filter((each, at) => !isFromCard(each) && 1 / (chances[at] ?? 1) < fewestValues)
      .map(({ value }) => value),
    known: known.map(({ value }) => value),
    isRandom: elements.every(isFromCard),
    guesses: elements.reduce(
      (product, each, at) => (known.includes(each) ? product : product / (chances[at] ?? 1)),
      1,
    ),
    expected:
      respondents === undefined
        ? undefined
        : {
            respondents,
            shared: sharedCodes(classes, respondents),
            near: nearCodes(chances, respondents),
          },
  };
}

/**
 * Expected share of people whose code somebody else has, too, if elements are independent: Σ p(1 − (1 − p)ⁿ⁻¹) over codes.
 */
export function sharedCodes(
  elements: readonly (readonly CodeClass[])[],
  respondents: number,
): number {
  const codes = elements.reduce<readonly CodeClass[]>(combined, [{ count: 1, probability: 1 }]);
  return codes.reduce((sum, { count, probability }) => {
    const somebodyElse = -Math.expm1((respondents - 1) * Math.log1p(-probability));
    return sum + count * probability * (respondents > 1 ? somebodyElse : 0);
  }, 0);
}

/** Combinations of two sets of classes; those less than 1 % apart in probability are put together, none is lost. */
function combined(one: readonly CodeClass[], other: readonly CodeClass[]): CodeClass[] {
  const bins = new Map<number, { count: number; mass: number }>();
  for (const a of one)
    for (const b of other) {
      const [count, probability] = [a.count * b.count, a.probability * b.probability];
      const bin = Math.round(Math.log(probability) * 200);
      const { count: n, mass } = bins.get(bin) ?? { count: 0, mass: 0 };
      bins.set(bin, { count: n + count, mass: mass + count * probability });
    }
  return [...bins.values()].map(({ count, mass }) => ({ count, probability: mass / count }));
}

function nearCodes(chances: readonly number[], respondents: number): number {
  const same = chances.reduce((product, chance) => product * chance, 1);
  return (respondents - 1) * chances.reduce((sum, chance) => sum + same / chance - same, 0);
}

function collidingHint(path: string, { expected }: CodeForecast): Issue {
  const percent = Math.round((expected?.shared ?? 0) * 100);
  const { respondents } = expected ?? { respondents: 0 };
  return warning(
    path,
    [
      `Bei ${respondents} Antworten haben etwa ${percent} % einen Code, den auch jemand anderes hat; sie lassen sich nicht verknüpfen.`,
      `With ${respondents} respondents about ${percent}% have a code that somebody else has, too; they cannot be linked.`,
    ],
    ["Fragen Sie ein oder zwei Angaben mehr ab.", "Ask for one or two more elements."],
  );
}

function guessableHint(path: string, { known, guesses }: CodeForecast): Issue {
  const left = Math.max(1, Number(guesses.toPrecision(1)));
  const names = known.map((name) => `“${name}”`).join(", ");
  const namesDe = known.map((name) => `„${name}“`).join(", ");
  return warning(
    path,
    [
      known.length === 0
        ? `Andere Beschäftigte könnten den Code erraten: Er ist nur so viel wert wie etwa ${left} gleich wahrscheinliche.`
        : `Andere Beschäftigte könnten den Code erraten: Wer ${namesDe} kennt, hat noch etwa ${left} gleich wahrscheinliche Möglichkeiten.`,
      known.length === 0
        ? `Colleagues could guess the code: it is worth only about ${left} equally likely ones.`
        : `Colleagues could guess the code: whoever knows ${names} has about ${left} equally likely possibilities left.`,
    ],
    [
      "Bieten Sie stattdessen eine Zufallskarte an: Die Teilnehmenden ziehen sie verdeckt, behalten sie und tippen in jeder Welle ihre Zeichen ab (mindestens vier Buchstaben).",
      "Offer a random card instead: participants draw it unseen, keep it, and type its characters in every wave (at least four letters).",
    ],
  );
}
