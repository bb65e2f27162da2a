import type { QuestionOf } from "./instrument.ts";
import type { LocalizedText } from "./localized-text.ts";
import type { Answer } from "./survey-response.ts";

type Decision = QuestionOf<"decision">;

/** A recommendation and what speaks for it. */
export type DecisionOutcome = {
  /** From −1 (everything speaks for `low`) to 1 (everything speaks for `high`). */
  score: number;
  outcome: "low" | "between" | "high";
  /** The conflict rule holds, and made the outcome `between`. */
  isConflict: boolean;
  /** One text for every criterion with a direction that was not rated in the middle, in the order of the criteria. */
  reasons: LocalizedText[];
  /** The outcome's advice, the conflict's if it holds, and what criteria without a direction add. */
  advice: LocalizedText[];
};

/** What several people together think of one criterion. */
export type JointCriterion = {
  criterion: string;
  /** How many rated it. */
  n: number;
  mean: number | undefined;
  /** Mean weight of those who rated it, the default weight where none was given. */
  weight: number | undefined;
  /** Sample standard deviation; undefined for fewer than two ratings. */
  standardDeviation: number | undefined;
  /** The deviation is above `spreadLimit`: discuss this criterion before deciding. */
  isSpread: boolean;
};

type Judged = { rating: number | undefined; weight: number };

/**
 * The recommendation that follows from one person's ratings: s = Σ w·d·(x − midpoint) / Σ w·(half range).
 * Ratings such as “cannot judge” count as no rating.
 * @returns undefined until every criterion with a direction is rated
 */
export function decisionOutcome(
  question: Decision,
  answer: Answer | undefined,
): DecisionOutcome | undefined {
  return outcomeOf(
    question,
    question.criteria.map(({ value }) => judgedIn(question, answer, value)),
  );
}

/**
 * The recommendation of several people: `decisionOutcome` of the mean rating and the mean weight of each criterion.
 * `joint` is undefined until every criterion with a direction is rated by somebody.
 */
export function jointDecision(
  question: Decision,
  answers: readonly (Answer | undefined)[],
): { criteria: JointCriterion[]; joint: DecisionOutcome | undefined } {
  const judged = question.criteria.map(({ value }) =>
    answers.map((answer) => judgedIn(question, answer, value)).filter(isRated),
  );
  const criteria = question.criteria.map(({ value }, index) => {
    const ratings = (judged[index] ?? []).map(({ rating }) => rating);
    const standardDeviation = deviationOf(ratings);
    return {
      criterion: value,
      n: ratings.length,
      mean: meanOf(ratings),
      weight: meanOf((judged[index] ?? []).map(({ weight }) => weight)),
      standardDeviation,
      isSpread: standardDeviation !== undefined && standardDeviation > question.spreadLimit,
    };
  });
  const joint = outcomeOf(
    question,
    criteria.map(({ mean, weight = question.defaultWeight }) => ({ rating: mean, weight })),
  );
  return { criteria, joint };
}

function judgedIn(question: Decision, answer: Answer | undefined, criterion: string): Judged {
  const given = typeof answer === "object" && !Array.isArray(answer) ? answer : {};
  const rating = Object.hasOwn(given, criterion) ? given[criterion] : undefined;
  const key = `${criterion}.weight`;
  const weight = Object.hasOwn(given, key) ? given[key] : undefined;
  return {
    rating: typeof rating === "number" ? rating : undefined,
    weight: typeof weight === "number" ? weight : question.defaultWeight,
  };
}

function isRated(judged: Judged): judged is { rating: number; weight: number } {
  return judged.rating !== undefined;
}

function outcomeOf(question: Decision, judged: readonly Judged[]): DecisionOutcome | undefined {
  const points = question.columns
    .map(({ value }) => value)
    .filter((value) => typeof value === "number");
  const [lowest, highest] = [Math.min(...points), Math.max(...points)];
  const middle = (lowest + highest) / 2;
  let [sum, most] = [0, 0];
  const texts: Record<"reasons" | "advice", LocalizedText[]> = { reasons: [], advice: [] };
  for (const [index, { direction, reasons }] of question.criteria.entries()) {
    const { rating, weight } = judged[index] ?? { rating: undefined, weight: 0 };
    if (rating === undefined) {
      if (direction !== 0) return undefined;
      continue;
    }
    sum += weight * direction * (rating - middle);
    if (direction !== 0) most += (weight * (highest - lowest)) / 2;
    const kind = direction === 0 ? "advice" : "reasons";
    if (rating !== middle) texts[kind].push(rating > middle ? reasons.agree : reasons.disagree);
  }
  if (most === 0) return undefined;
  const score = sum / most;
  const isConflict = isInConflict(question, judged);
  const outcome = isConflict ? "between" : outcomeAt(score, question.cut);
  const advice = [question.outcomes[outcome].advice, ...texts.advice];
  if (isConflict) advice.unshift(question.conflict.advice);
  return { score, outcome, isConflict, reasons: texts.reasons, advice };
}

function outcomeAt(score: number, cut: number): DecisionOutcome["outcome"] {
  if (score <= -cut) return "low";
  return score >= cut ? "high" : "between";
}

function isInConflict({ criteria, conflict }: Decision, judged: readonly Judged[]): boolean {
  return conflict.criteria.every((name) => {
    const index = criteria.findIndex(({ value }) => value === name);
    return (judged[index]?.rating ?? Number.NEGATIVE_INFINITY) >= conflict.from;
  });
}

function meanOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: readonly number[]): number | undefined {
  const mean = meanOf(values);
  if (mean === undefined || values.length < 2) return undefined;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
