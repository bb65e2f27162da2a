import { conditionVariables, parseCondition } from "../condition.ts";
import { assignedValue } from "../draw-assigned.ts";
import type { Question, QuestionOf } from "../instrument.ts";
import { missingOptionCodes } from "../missing-option-codes.ts";
import type { Answer, Presentation } from "../survey-response.ts";
import {
  chosenInSets,
  coded,
  connected,
  imagined,
  judged,
  rated,
  ratedTwice,
  weighed,
} from "./answer-keyed-question.ts";
import { weightsFor } from "./choice-weights.ts";
import { chance, evenChoice, plackettLuceOrder, weightedChoice, wholeNumber } from "./draws.ts";
import { simulatedReasons, simulatedRemarks } from "./open-texts.ts";
import { namesOf, orderOf } from "./ranked-options.ts";
import type { Respondent } from "./respondent.ts";

const writingProbability = { reason: 0.4, remark: 0.18 } as const;

/**
 * What this respondent answers to a question they see; undefined if they skip it.
 * `drawn`: the variant or the sets that they see.
 */
export function answerTo(
  question: Question,
  respondent: Respondent,
  drawn?: Presentation[string],
): Answer | undefined {
  const { random, instrument } = respondent;
  const { consent } = instrument.mehrwert;
  if (question.name === consent.question) return consent.given;
  if (question.type === "assigned") return assignedValue(question, random, respondent.assigned);
  if (question.isRequired !== true && chance(random, respondent.skippedShare)) {
    const isNeeded = question.type === "matrix" && question.isAllRowRequired === true;
    if (!isNeeded) return undefined;
  }
  return question.isRequired === true
    ? answerGiven(question, { ...respondent, skippedShare: 0 }, drawn)
    : answerGiven(question, respondent, drawn);
}

function answerGiven(
  question: Exclude<Question, { type: "assigned" }>,
  respondent: Respondent,
  drawn: Presentation[string] | undefined,
): Answer | undefined {
  switch (question.type) {
    case "radiogroup": {
      const weightOf = weightsFor(question.name, respondent);
      return weightedChoice(respondent.random, question.choices, ({ value }) => weightOf(value))
        .value;
    }
    case "checkbox":
      return chosen(question, respondent);
    case "ranking":
      return orderOf(question, respondent, valuesOf(question)).slice(
        0,
        placesGiven(question, respondent),
      );
    case "text":
    case "comment":
      return written(question, respondent);
    case "nps":
      return recommended(question, respondent);
    case "number-band":
      return estimated(question, respondent);
    case "matrix":
      return rated(question, respondent);
    case "double-rating":
      return ratedTwice(question, respondent);
    case "vignette":
      return imagined(question, respondent, drawn);
    case "roster":
      return connected(question, respondent);
    case "maxdiff":
      return chosenInSets(question, respondent, drawn);
    case "code":
      return coded(question, respondent);
    case "statement-round":
      return judged(question, respondent);
    case "decision":
      return weighed(question, respondent);
  }
}

function chosen(question: QuestionOf<"checkbox">, respondent: Respondent): Answer {
  const { random } = respondent;
  const weightOf = weightsFor(question.name, respondent);
  const codes = question.choices.map(({ value }) => value);
  const least = Math.max(1, question.minSelectedChoices ?? 1);
  const most = Math.min(codes.length, question.maxSelectedChoices ?? Math.max(3, least));
  const order = plackettLuceOrder(random, codes, (code) => Math.log(weightOf(code)));
  const count = wholeNumber(random, least, most);
  const [first = ""] = order;
  return isNoOpinion(first) ? [first] : order.filter((code) => !isNoOpinion(code)).slice(0, count);
}

function isNoOpinion(code: string | number): boolean {
  return missingOptionCodes.some((missing) => missing === code);
}

function valuesOf(question: QuestionOf<"ranking">): string[] {
  return question.choices.map(({ value }) => value);
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

const recommendations = Array.from({ length: 11 }, (_, value) => ({
  value,
  text: { de: String(value), en: String(value) },
}));

/** Skewed, as recommendations are: the higher of two ratings and a point more. */
function recommended(question: QuestionOf<"nps">, { rate, instrument }: Respondent): Answer {
  const item = instrument.mehrwert.items.find((each) => each.question === question.name);
  const ratings = [0, 1].map(() => Number(rate(item?.id ?? question.name, recommendations) ?? 5));
  return Math.min(10, Math.max(...ratings) + 1);
}

/** Bands in the middle are likelier than those at the ends. */
function estimated(question: QuestionOf<"number-band">, respondent: Respondent): Answer {
  const weightOf = weightsFor(question.name, respondent);
  const isNumber = (value: string | number) => !isNoOpinion(value);
  const bands = question.bands.filter(({ value }) => isNumber(value)).map(({ value }) => value);
  const hump = (value: string | number) => {
    const place = bands.indexOf(value);
    return place < 0 ? 1 : 1 + Math.min(place, bands.length - 1 - place);
  };
  return weightedChoice(
    respondent.random,
    question.bands,
    ({ value }) => weightOf(value) * hump(value),
  ).value;
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
    const reasons =
      simulatedReasons[namesOf(asked, respondent.instrument)[String(first ?? "")] ?? ""];
    if (reasons !== undefined) return reasons;
  }
  return [];
}
