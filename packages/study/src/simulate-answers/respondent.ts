import type { Instrument } from "../instrument.ts";
import type { Language } from "../localized-text.ts";
import type { Answers } from "../survey-response.ts";
import { chance, type Random } from "./draws.ts";
import { type Rater, rater } from "./rating.ts";

/** How simulated respondents are; everything has a default. */
export type SimulationOptions = {
  /** Language of the open texts. */
  language?: Language;
  /**
   * Stable names of ranked options, what most people value most first; options not named come last.
   * Holds for the majority, not for the results-focused.
   */
  driverOrder?: readonly string[];
  /** Share of people who put `joint-results` first, 0 to 1. */
  resultsFocusedShare?: number;
  /** How much people agree: the logarithm of the worth falls by this from one option to the next. 0 = not at all. */
  concentration?: number;
  /** Share of people who place every option of a ranking, 0 to 1. */
  completeRankingShare?: number;
  /** Share of questions and rows left out, where they may be. */
  skippedShare?: number;
  /** Share of people who end before the last page, 0 to 1. */
  endsEarlyShare?: number;
  /** What the study fixed, as in `Study.assigned`; without it one of the values is drawn. */
  assigned?: { readonly [question: string]: string | number };
};

/** The majority's order that, with a fifth focused on results, gives joint results place five of eight. */
export const usualDriverOrder = [
  "knowledge-transfer",
  "topic-fit-exchange",
  "making-contacts",
  "peer-consulting",
  "motivation-support",
  "joint-results",
  "visibility",
  "shared-voice",
] as const;

/** One simulated person while answering. */
export type Respondent = Required<Omit<SimulationOptions, "assigned">> &
  Pick<SimulationOptions, "assigned"> & {
    instrument: Instrument;
    random: Random;
    isResultsFocused: boolean;
    rate: Rater;
    answers: Answers;
  };

/** Draws a person who has not answered anything yet. */
export function respondentOf(
  instrument: Instrument,
  random: Random,
  options: SimulationOptions,
): Respondent {
  const resultsFocusedShare = options.resultsFocusedShare ?? 0.18;
  const isResultsFocused = chance(random, resultsFocusedShare);
  return {
    language: "de",
    driverOrder: usualDriverOrder,
    concentration: 0.42,
    completeRankingShare: 0.75,
    skippedShare: 0.04,
    endsEarlyShare: 0,
    ...options,
    resultsFocusedShare,
    instrument,
    random,
    isResultsFocused,
    rate: rater(instrument, random, isResultsFocused),
    answers: {},
  };
}
