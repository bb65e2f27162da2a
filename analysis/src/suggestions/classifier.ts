import { characterNgrams, ngramSpace, type SparseRow } from "./character-ngrams.ts";
import type { CodedSentences } from "./coded-sentences.ts";
import { fitLogistic } from "./logistic-regression.ts";
import type { Sentence } from "./sentences.ts";
import { type CodeQuality, codeQuality } from "./suggestion-quality.ts";

/** Version of the model: features, fit and threshold; named by every suggestion it makes. */
export const classifierVersion = "1";

/** Least coded passages of a code, and interviews with one, from which a model is made. */
export const leastPassages = 6;
export const leastInterviews = 4;

/** From which estimate on a sentence is suggested. */
export const leastEstimate = 0.5;

/** A sentence of which the model knows fewer runs of characters is not judged: chance would decide. Its estimate is 0. */
export const leastKnownNgrams = 20;

/** Weight of errors against size of weights; see `fitLogistic`. */
const cost = 0.1;

/** Why a code gets no suggestions of the model; the counts are those it has. */
export type CodeRefusal = {
  code: string;
  reason: "too-few" | "never-right";
  passages: number;
  interviews: number;
};

/** What the model makes of one code, and how well it does. */
export type CodeEstimate = CodeQuality & {
  /** One for each sentence. A sentence of an interview that was learned from is judged without its interview. */
  estimates: number[];
};

/**
 * Estimates for every sentence and code, from character 3- to 5-grams by logistic regression.
 *
 * Learned from the interviews in `learned`, every one of which should be coded whole: an uncoded sentence there counts as
 * one that does not have the code. Quality: each interview is judged by a model of all others (leave one interview out), so
 * that no one's way of speaking is learned and tested at once.
 * @param sentences of all interviews, coded or not
 */
export function classify(
  sentences: readonly Sentence[],
  codes: readonly CodedSentences[],
  learned: ReadonlySet<string>,
): { estimates: CodeEstimate[]; refusals: CodeRefusal[] } {
  const isEnough = ({ passages, interviews }: CodedSentences) =>
    passages >= leastPassages && interviews.length >= leastInterviews;
  const few = codes
    .filter((each) => each.passages > 0 && !isEnough(each))
    .map((each) => refusal(each, "too-few"));
  const enough = codes.filter(isEnough);
  if (enough.length === 0) return { estimates: [], refusals: few };
  const estimates = enough.map((): number[] => new Array<number>(sentences.length).fill(0));
  for (const fold of foldsOf(sentences, learned)) estimateFold(fold, sentences, enough, estimates);
  const judged = enough.map((coded, index): CodeEstimate => {
    const own = estimates[index] ?? [];
    const isSuggested = (at: number) => (own[at] ?? 0) >= leastEstimate;
    return { ...codeQuality(coded, sentences, isSuggested, learned), estimates: own };
  });
  const isUseful = ({ quality }: CodeEstimate) => quality.right > 0;
  const useless = judged.filter((each) => !isUseful(each)).map(({ code }) => code);
  return {
    estimates: judged.filter(isUseful),
    refusals: [
      ...few,
      ...enough
        .filter(({ code }) => useless.includes(code))
        .map((each) => refusal(each, "never-right")),
    ],
  };
}

type Fold = { learn: number[]; judge: number[] };

/** One fold for each interview learned from, and one for all that were not. */
function foldsOf(sentences: readonly Sentence[], learned: ReadonlySet<string>): Fold[] {
  const places = sentences.map((_, at) => at);
  const documentOf = (at: number) => sentences[at]?.document ?? "";
  const folds = [...learned].map((left) => ({
    learn: places.filter((at) => learned.has(documentOf(at)) && documentOf(at) !== left),
    judge: places.filter((at) => documentOf(at) === left),
  }));
  const others = {
    learn: places.filter((at) => learned.has(documentOf(at))),
    judge: places.filter((at) => !learned.has(documentOf(at))),
  };
  return [...folds, others].filter(({ judge }) => judge.length > 0);
}

function estimateFold(
  { learn, judge }: Fold,
  sentences: readonly Sentence[],
  codes: readonly CodedSentences[],
  estimates: number[][],
): void {
  const ngrams = (at: number) => characterNgrams(sentences[at]?.text ?? "");
  const learnNgrams = learn.map(ngrams);
  const space = ngramSpace(learnNgrams);
  const rows = learnNgrams.map(space.row);
  const judged = judge.map((at): [number, SparseRow] => [at, space.row(ngrams(at))]);
  for (const [index, { isCoded }] of codes.entries()) {
    const labels = learn.map((at) => isCoded[at] === true);
    if (!labels.includes(true) || !labels.includes(false)) continue;
    const model = fitLogistic(rows, labels, { size: space.size, cost });
    const own = estimates[index];
    for (const [at, row] of judged)
      if (own !== undefined) own[at] = row.index.length < leastKnownNgrams ? 0 : model(row);
  }
}

function refusal(
  { code, passages, interviews }: CodedSentences,
  reason: CodeRefusal["reason"],
): CodeRefusal {
  return { code, reason, passages, interviews: interviews.length };
}
