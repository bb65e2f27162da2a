import { type Interval, welchTest } from "@mehrwert/statistics";
import type { Dataset, LocalizedText } from "@mehrwert/study";
import { isNumberIndex } from "../scores/index-scores.ts";
import { scoreLabels } from "../scores/score-labels.ts";
import { scoreMoments } from "../scores/score-moments.ts";
import { constructRule, indexRule } from "../scores/score-rules.ts";
import type { Scores } from "../scores/score-table.ts";
import { scoresOf } from "../scores/scores-of.ts";
import type { LinkedPair } from "./link-waves.ts";

/** How one score changed between two waves; differences are the later wave less the earlier. */
export type ScoreChange = {
  id: string;
  label: LocalizedText;
  /** Linked people with the score in both waves. SD of their differences; interval 95 %, by Student's t. */
  linked: {
    n: number;
    means?: [number, number];
    difference?: number;
    sd?: number;
    interval?: Interval;
  };
  /** Everybody with the score, wave by wave, whoever they are. Interval 95 %, by Welch, as if nobody were in both. */
  unlinked: {
    n: [number, number];
    means: [number | undefined, number | undefined];
    difference?: number;
    interval?: Interval;
  };
};

/** Changes of all scores that both waves compute by the same rule, and the names of those they do not. */
export type WaveChange = { changes: ScoreChange[]; notComparable: LocalizedText[] };

type NamedScores = { id: string; label: LocalizedText; rule: string; scores: Scores };

/**
 * Change of every construct and every index with a number per person: for linked people, and for the waves as wholes.
 *
 * Missing: a score that exists in one wave only, or follows another rule there, is named, not compared.
 */
export function waveChange(
  first: Dataset,
  second: Dataset,
  pairs: readonly LinkedPair[],
): WaveChange {
  const [before, after] = [namedScores(first), namedScores(second)];
  const others = new Map(after.map((score) => [score.id, score]));
  const rows = [first, second].map(
    ({ columns }) => new Map((columns.get("id") ?? []).map((id, row) => [id, row])),
  );
  const found: WaveChange = { changes: [], notComparable: [] };
  for (const score of before) {
    const other = others.get(score.id);
    others.delete(score.id);
    if (other === undefined || other.rule !== score.rule) found.notComparable.push(score.label);
    else found.changes.push(changeOf(score, other));
  }
  found.notComparable.push(...[...others.values()].map(({ label }) => label));
  return found;

  function changeOf(score: NamedScores, other: NamedScores): ScoreChange {
    const both = pairs.flatMap((pair) => {
      const [one, two] = [
        score.scores[rows[0]?.get(pair.first) ?? -1],
        other.scores[rows[1]?.get(pair.second) ?? -1],
      ];
      return one === undefined || two === undefined ? [] : [[one, two] as const];
    });
    const { id, label } = other;
    return { id, label, linked: linkedChange(both), unlinked: trend(score.scores, other.scores) };
  }
}

function linkedChange(both: readonly (readonly [number, number])[]): ScoreChange["linked"] {
  const { mean, ...moments } = scoreMoments(both.map(([one, two]) => two - one));
  const [one, two] = [0, 1].map((wave) => scoreMoments(both.map((pair) => pair[wave])).mean);
  if (mean === undefined || one === undefined || two === undefined) return { n: 0 };
  return { ...moments, means: [one, two], difference: mean };
}

function trend(before: Scores, after: Scores): ScoreChange["unlinked"] {
  const [one, two] = [before, after].map((scores) => scores.filter((each) => each !== undefined));
  const [given, later] = [one ?? [], two ?? []];
  const means: [number | undefined, number | undefined] = [
    scoreMoments(given).mean,
    scoreMoments(later).mean,
  ];
  const n: [number, number] = [given.length, later.length];
  if (means[0] === undefined || means[1] === undefined) return { n, means };
  const difference = means[1] - means[0];
  const test = welchTest(later, given);
  return { n, means, difference, ...(test.exists && { interval: test.interval }) };
}

function namedScores(dataset: Dataset): NamedScores[] {
  const labels = scoreLabels(dataset.dictionary);
  const { constructs, indices } = scoresOf(dataset);
  return [
    ...constructs.map((score) => ({
      ...{ id: score.id, label: score.label, scores: score.scores },
      rule: constructRule(score).en,
    })),
    ...indices.filter(isNumberIndex).map((score) => ({
      ...{ id: score.index.id, label: score.index.label, scores: score.scores },
      rule: indexRule(score, labels).en,
    })),
  ];
}
