import type { LocalizedText } from "@mehrwert/study";
import type { DescribedSection, DescribedVariable, Description } from "./describe-dataset.ts";

/** One thing with how much it matters and how well it is met; for both, more is more. */
export type ImportancePoint = {
  label: LocalizedText;
  importance: number;
  importanceN: number;
  performance: number;
  performanceN: number;
};

/** Things that two questions ask about, one for importance and one for performance. */
export type ImportancePerformance = {
  importance: DescribedSection;
  performance: DescribedSection;
  /** Importance was ranked, so it is the number of options + 1 − mean rank. */
  isRanked: boolean;
  points: ImportancePoint[];
};

/** Which of the two questions cannot be used, and why. */
export type NoImportancePerformance = {
  reason: "no-question" | "no-numbers" | "no-pairs";
  question: string;
};

/**
 * Pairs the items of two questions by their wording: mean importance beside mean performance.
 *
 * Both are ratings, or importance is a ranking (its means are turned, so that more is more valued).
 * @returns the question to blame if there are fewer than two pairs with answers
 */
export function importancePerformance(
  { sections }: Description,
  questions: { importance: string; performance: string },
): ImportancePerformance | NoImportancePerformance {
  const find = (question: string) => sections.find((section) => section.question === question);
  const [importance, performance] = [find(questions.importance), find(questions.performance)];
  if (importance === undefined) return { reason: "no-question", question: questions.importance };
  if (performance === undefined) return { reason: "no-question", question: questions.performance };
  const ranked = importance.variables.filter(({ variable }) => variable.type === "rank");
  const isRanked = ranked.length > 0;
  const matter = isRanked ? ranked : ratingsOf(importance);
  const met = ratingsOf(performance);
  if (matter.length === 0) return { reason: "no-numbers", question: questions.importance };
  if (met.length === 0) return { reason: "no-numbers", question: questions.performance };
  const points = matter.flatMap(({ variable: { label }, mean, n }): ImportancePoint[] => {
    const pair = met.find(({ variable }) => variable.label.de === label.de);
    if (mean === undefined || pair?.mean === undefined) return [];
    return [
      {
        ...{ label, importance: isRanked ? matter.length + 1 - mean : mean, importanceN: n },
        ...{ performance: pair.mean, performanceN: pair.n },
      },
    ];
  });
  if (points.length < 2) return { reason: "no-pairs", question: questions.performance };
  return { importance, performance, isRanked, points };
}

/** Items as they were rated; reverse-keyed ones say less the more they are agreed to, so they stay out. */
function ratingsOf({ variables }: DescribedSection): DescribedVariable[] {
  return variables.filter(
    ({ variable }) => variable.type === "rating" && variable.reverseKeyed !== true,
  );
}
