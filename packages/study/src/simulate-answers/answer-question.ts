import { conditionVariables, parseCondition } from "../condition.ts";
import type { Question } from "../instrument.ts";
import type { Answer } from "../survey-response.ts";
import { weightsFor } from "./choice-weights.ts";
import { chance, evenChoice, plackettLuceOrder, weightedChoice, wholeNumber } from "./draws.ts";
import { simulatedReasons, simulatedRemarks } from "./open-texts.ts";
import type { Respondent } from "./respondent.ts";

type QuestionOf<T extends Question["type"]> = Extract<Question, { type: T }>;

const writingProbability = { reason: 0.4, remark: 0.18 } as const;

/** What this respondent answers to a question they see; undefined if they skip it. */
export function answerTo(question: Question, respondent: Respondent): Answer | undefined {
  const { random, instrument } = respondent;
  const { consent } = instrument.mehrwert;
  if (question.name === consent.question) return consent.given;
  if (question.isRequired !== true && chance(random, respondent.skippedShare)) {
    const isNeeded = question.type === "matrix" && question.isAllRowRequired === true;
    if (!isNeeded) return undefined;
  }
  switch (question.type) {
    case "radiogroup": {
      const weightOf = weightsFor(question.name, respondent);
      return weightedChoice(random, question.choices, ({ value }) => weightOf(value)).value;
    }
    case "checkbox":
      return chosen(question, respondent);
    case "matrix":
      return rated(question, respondent);
    case "ranking":
      return ranked(question, respondent);
    case "text":
    case "comment":
      return written(question, respondent);
    default:
      throw new RangeError(`answerTo does not know questions of type ${question.type}`);
  }
}

function chosen(question: QuestionOf<"checkbox">, respondent: Respondent): Answer {
  const { random } = respondent;
  const weightOf = weightsFor(question.name, respondent);
  const codes = question.choices.map(({ value }) => value);
  const most = Math.min(codes.length, question.maxSelectedChoices ?? 3);
  const least = Math.min(most, Math.max(1, question.minSelectedChoices ?? 1));
  const order = plackettLuceOrder(random, codes, (code) => Math.log(weightOf(code)));
  return order.slice(0, wholeNumber(random, least, most));
}

function rated(question: QuestionOf<"matrix">, respondent: Respondent): Answer | undefined {
  const { random, rate, skippedShare } = respondent;
  const mayMissRows = question.isAllRowRequired !== true && question.isRequired !== true;
  const given: { [row: string]: string | number } = {};
  for (const { value: row } of question.rows) {
    if (mayMissRows && chance(random, skippedShare / 2)) continue;
    const code = rate(row, question.columns);
    if (code !== undefined) given[row] = code;
  }
  return Object.keys(given).length > 0 ? given : undefined;
}

function ranked(question: QuestionOf<"ranking">, respondent: Respondent): Answer {
  const { random, concentration, driverOrder, isResultsFocused } = respondent;
  const names = namesOf(question.name, respondent);
  const codes = question.choices.map(({ value }) => value);
  const isKnown = codes.some((code) => driverOrder.includes(names[code] ?? ""));
  const placeOf = (code: string): number => {
    if (!isKnown) return codes.indexOf(code);
    const place = driverOrder.indexOf(names[code] ?? "");
    return place < 0 ? driverOrder.length : place;
  };
  const drawn = plackettLuceOrder(random, codes, (code) => -concentration * placeOf(code));
  const favourite = isResultsFocused ? drawn.filter((code) => names[code] === "joint-results") : [];
  const order = [...favourite, ...drawn.filter((code) => !favourite.includes(code))];
  return order.slice(0, placesGiven(question, respondent));
}

/** Most place all they may; of the others most place at least three. */
function placesGiven(question: QuestionOf<"ranking">, respondent: Respondent): number {
  const { random, completeRankingShare } = respondent;
  const most = Math.min(
    question.choices.length,
    question.maxSelectedChoices ?? question.choices.length,
  );
  const least = Math.min(most, question.minSelectedChoices ?? 1);
  if (chance(random, completeRankingShare)) return most;
  const fewest = chance(random, 0.85) ? Math.max(least, Math.min(3, most)) : least;
  return wholeNumber(random, fewest, most);
}

function written(question: QuestionOf<"text" | "comment">, respondent: Respondent) {
  const { random, language } = respondent;
  const reasons = reasonsFor(question, respondent);
  const probability = writingProbability[reasons.length > 0 ? "reason" : "remark"];
  if (question.isRequired !== true && !chance(random, probability)) return undefined;
  const sentences = reasons.length > 0 ? reasons : simulatedRemarks;
  return evenChoice(random, sentences)[language].slice(0, question.maxLength);
}

/** A text asked because something was ranked gives the reason for the first place. */
function reasonsFor(question: QuestionOf<"text" | "comment">, respondent: Respondent) {
  if (question.visibleIf === undefined) return [];
  for (const asked of conditionVariables(parseCondition(question.visibleIf))) {
    const answer = respondent.answers[asked];
    const first = Array.isArray(answer) ? answer[0] : undefined;
    const reasons = simulatedReasons[namesOf(asked, respondent)[first ?? ""] ?? ""];
    if (reasons !== undefined) return reasons;
  }
  return [];
}

/** The stable names of a ranking's options; empty for any other question. */
function namesOf(
  question: string,
  { instrument }: Respondent,
): { readonly [code: string]: string } {
  return instrument.mehrwert.rankings.find((each) => each.question === question)?.names ?? {};
}
