import { rankings, seededRandom, simulatePlackettLuce } from "@mehrwert/statistics";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { smallDataset } from "../example/small-dataset.ts";
import { smallSource } from "../example/small-source.ts";
import { type RankingSource, rankingSourceOf } from "../ranking-source/ranking-source.ts";
import { analyseRankings } from "./analyse-rankings.ts";
import { analysisDocument } from "./analysis-document.ts";
import { responseQuality } from "./response-quality.ts";

const few = { draws: 40 };

const orders = fc.array(fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }), {
  minLength: 1,
  maxLength: 15,
});

const sourceOf = (rows: readonly (readonly (number | undefined)[])[]): RankingSource =>
  rankingSourceOf(smallDataset(rows, { options: rows[0]?.length ?? 4 }));

test("the order of respondents leaves no trace in what is estimated", () => {
  void fc.assert(
    fc.property(orders, (rows) => {
      const there = analyseRankings(sourceOf(rows), few);
      const back = analyseRankings(sourceOf([...rows].reverse()), few);
      const estimates = (analysis: typeof there) =>
        analysis.items.map(({ position, midrankMean, firstShare, logWorth }) => [
          position,
          midrankMean,
          firstShare,
          logWorth?.toFixed(6),
        ]);
      expect(estimates(back)).toEqual(estimates(there));
      expect(back.pairwise).toEqual(there.pairwise);
    }),
    { numRuns: 30 },
  );
});

test("exchanging two items exchanges their results", () => {
  void fc.assert(
    fc.property(orders, (rows) => {
      const there = analyseRankings(sourceOf(rows), few);
      const swapped = analyseRankings(sourceOf(rows.map(([a, b, c, d]) => [b, a, c, d])), few);
      expect(swapped.items[1]?.midrankMean).toBe(there.items[0]?.midrankMean);
      expect(swapped.items[1]?.logWorthCentred?.toFixed(6)).toBe(
        there.items[0]?.logWorthCentred?.toFixed(6),
      );
      expect(swapped.items[1]?.rankCounts).toEqual(there.items[0]?.rankCounts);
    }),
    { numRuns: 30 },
  );
});

test("no number is NaN or infinite, and whatever is missing has a reason, whatever people placed", () => {
  const row = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }).map((placed) => {
    const rankOf = (item: number) => placed.slice(0, item + 1).filter(Boolean).length;
    return placed.map((isPlaced, item) => (isPlaced ? rankOf(item) : undefined));
  });
  void fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const source = sourceOf([
        [1, 2, undefined, 3],
        ...rows.filter((cells) => cells.some(Boolean)),
      ]);
      const analysis = analyseRankings(source, few);
      const text = JSON.stringify(analysisDocument(analysis, source, "1"), (_, value) => {
        if (typeof value === "number" && !Number.isFinite(value)) throw new Error("not a number");
        return value;
      });
      expect(text).toContain('"version":"1"');
      if (!analysis.worths.exists)
        expect(analysis.absent.map(({ name }) => name)).toContain("logWorth");
      for (const { text: reason } of analysis.absent) expect(reason.de).not.toBe(reason.en);
    }),
    { numRuns: 60 },
  );
});

test("neighbours are clear only if both yardsticks say so, and open if neither does", () => {
  const clear = [
    [1, 2, 3],
    [1, 2, 3],
    [1, 3, 2],
    [2, 1, 3],
    [1, 2, 3],
    [3, 1, 2],
  ];
  const many = Array.from({ length: 40 }, () => clear).flat();
  const verdicts = (rows: number[][]) =>
    analyseRankings(sourceOf(rows), { draws: 300 }).neighbours.map(({ verdict }) => verdict);
  expect(verdicts(many)).toEqual(["clear", "clear"]);
  expect(
    verdicts([
      [1, 2, 3],
      [2, 1, 3],
      [3, 1, 2],
      [2, 3, 1],
    ]),
  ).toEqual(["open", "open"]);
});

test("neighbours whom mean ranks and worths surely order the other way round are called contradictory", () => {
  const random = seededRandom(2);
  const fall = [2, 1.5, 1, 0.5, 0, -0.7];
  const draw = (favourite: number, n: number) => {
    const { ranks } = simulatePlackettLuce({ logWorths: [...fall, favourite], n, random });
    return Array.from({ length: n }, (_, row) => [...ranks.subarray(row * 7, (row + 1) * 7)]);
  };
  const analysis = analyseRankings(sourceOf([...draw(9, 900), ...draw(-0.6, 3100)]), {
    draws: 200,
  });
  const seen = analysis.neighbours.map(({ verdict }) => verdict);
  expect(seen).toContain("contradictory");
});

test("for very many respondents the normal distribution takes the place of drawing, and says so", () => {
  const random = seededRandom(4);
  const rows = Array.from({ length: 600 }, () => (random() < 0.6 ? [1, 2, 3] : [3, 1, 2]));
  const drawn = analyseRankings(sourceOf([...rows, [2, 3, 1]]), { draws: 2_000 });
  const normal = analyseRankings(sourceOf([...rows, [2, 3, 1]]), { draws: 100_000 });
  expect(drawn.uncertainty.method).toBe("bootstrap");
  expect(normal.uncertainty.method).toBe("normal");
  const [a, b] = [drawn, normal].map(({ items }) => items[0]?.midrankMeanInterval ?? [0, 0]);
  expect(Math.abs((a?.[0] ?? 9) - (b?.[0] ?? 0))).toBeLessThan(0.02);
  expect(Math.abs((a?.[1] ?? 9) - (b?.[1] ?? 0))).toBeLessThan(0.02);
});

test("answers left in the order shown are counted, and a pull of that order is seen", () => {
  const shown = ["vd-1|vd-2|vd-3", "vd-3|vd-2|vd-1", "vd-2|vd-1|vd-3", "vd-1|vd-3|vd-2"];
  const dataset = smallDataset(
    [
      [1, 2, 3],
      [3, 2, 1],
      [2, 1, 3],
      [3, 1, 2],
    ],
    { options: 3 },
  );
  const columns = new Map([...dataset.columns, ["drivers.shown", shown]]);
  const quality = responseQuality(rankingSourceOf({ ...dataset, columns }));
  expect(quality?.straightThrough).toMatchObject({ count: 3, share: 0.75 });
  expect(quality?.straightThrough.byChance).toBeCloseTo(1 / 6, 12);
  expect(quality?.shownOrder?.meanTau).toBeCloseTo((3 - 1) / 4, 12);
  expect(responseQuality(rankingSourceOf(dataset))).toBeUndefined();
});

test("an analysis of nobody says why there is nothing", () => {
  const analysis = analyseRankings(rankingSourceOf(smallDataset([], { options: 3 })), few);
  expect(analysis).toMatchObject({ n: 0, orderedBy: "none", neighbours: [] });
  expect(analysis.worths).toMatchObject({ exists: false, reason: "nothing-compared" });
});

const weighted = (rows: number[][], weights: number[]): RankingSource => {
  const source = smallSource(rows);
  return { ...source, rankings: { ...source.rankings, weights: Float64Array.from(weights) } };
};

test("weights count everywhere as weights: like repeated people, except for n and how sure anything is", () => {
  const rows = [
    [1, 2, 3, 4],
    [2, 1, 4, 3],
    [3, 1, 2, 4],
    [4, 3, 2, 1],
    [1, 3, 2, 4],
  ];
  const weights = [3, 1, 2, 1, 3];
  const repeated = rows.flatMap((row, index) =>
    Array.from({ length: weights[index] ?? 1 }, () => row),
  );
  const found = analyseRankings(weighted(rows, weights), few);
  const same = analyseRankings(smallSource(repeated), few);
  for (const [index, item] of found.items.entries()) {
    const other = same.items[index];
    expect(item.firstShare).toBeCloseTo(other?.firstShare ?? -1, 9);
    expect(item.topShare).toBeCloseTo(other?.topShare ?? -1, 9);
    expect(item.midrankMean).toBeCloseTo(other?.midrankMean ?? -1, 9);
    expect(item.medianRank).toBe(other?.medianRank);
    expect(item.logWorthCentred).toBeCloseTo(other?.logWorthCentred ?? -1, 6);
    expect(item.n).toBe(5);
    const width = ([low, high]: readonly number[] = [0, 0]) => (high ?? 0) - (low ?? 0);
    expect(width(item.firstShareInterval)).toBeGreaterThan(width(other?.firstShareInterval));
  }
  expect(found.agreement?.kendallsW.value).toBeCloseTo(same.agreement?.kendallsW.value ?? -1, 9);
  expect(found.agreement?.kendallsW.n).toBe(5);
  expect(found).toMatchObject({ n: 5, weightedN: 10 });
  expect(found.effectiveN).toBeCloseTo(100 / 24, 9);
  expect(found.condorcet).toEqual(same.condorcet);
  expect(found.kemeny?.order).toEqual(same.kemeny?.order);
});

test("random answers are taken out where an anchor tells them, and fast ones are counted", () => {
  const rows = Array.from({ length: 40 }, (_, row) =>
    row % 4
      ? [1, 2, 3]
      : ([
          [3, 2, 1],
          [2, 3, 1],
          [1, 3, 2],
        ][row % 3] ?? []),
  );
  const isCorrect = rows.map((_, row) => row % 4 !== 0);
  const durations = rows.map((_, row) => (row === 5 ? undefined : row % 4 ? 60 : 20));
  const source = { ...smallSource(rows), durations, anchor: { items: 3, isCorrect } };
  const analysis = analyseRankings(source, few);
  expect(analysis.anchor).toMatchObject({ n: 40, correctShare: 0.75 });
  expect(analysis.anchor?.randomShare).toBeCloseTo(0.25 / (1 - 1 / 6), 12);
  const [first] = analysis.anchor?.items ?? [];
  expect(first?.meanRank.corrected).toBeLessThan(first?.meanRank.raw ?? 0);
  expect(analysis.speeders).toEqual({ n: 39, median: 60, limit: 30, count: 10, share: 10 / 39 });
  const { anchor } = analysisDocument(analysis, source, "0.1.0");
  expect(anchor?.items.map(({ item }) => item)).toEqual(["a", "b", "c"]);
  const useless = { ...source, anchor: { items: 3, isCorrect: rows.map(() => false) } };
  const none = analyseRankings(useless, few);
  expect(none.anchor).toBeUndefined();
  expect(none.absent).toContainEqual(
    expect.objectContaining({ name: "anchor", reason: "worse-than-chance" }),
  );
});

test("BCa intervals and leads lie around the estimates and are named", () => {
  const orders = ["123", "123", "213", "132", "321"].map((order) => Array.from(order, Number));
  const source = smallSource(Array.from({ length: 15 }, (_, row) => orders[row % 5] ?? []));
  const settings = { draws: 400, interval: "bca" as const };
  const analysis = analyseRankings(source, settings);
  for (const { midrankMean = 0, midrankMeanInterval: [low, high] = [9, 0] } of analysis.items) {
    expect(low).toBeLessThanOrEqual(midrankMean);
    expect(high).toBeGreaterThanOrEqual(midrankMean);
  }
  for (const { lead, interval } of analysis.neighbours) expect(interval[0]).toBeLessThan(lead);
  const { intervalMethods } = analysisDocument(analysis, source, "0.1.0");
  expect(intervalMethods.midrankMeanInterval).toContain("BCa");
  expect(intervalMethods.rankProbabilities).not.toContain("BCa");
  const byWorth = analyseRankings(source, { ...settings, prefersWorths: true });
  expect(byWorth.orderedBy).toBe("log-worth");
  expect(byWorth.neighbours).toHaveLength(2);
});

test("after Friedman's test every pair is compared, by name in the document", () => {
  const source = smallSource(
    Array.from({ length: 12 }, (_, row) => (row % 4 ? [1, 2, 3] : [2, 1, 3])),
  );
  const analysis = analyseRankings(source, few);
  const { postHoc } = analysisDocument(analysis, source, "0.1.0");
  expect(postHoc?.pairs.map(({ first, second }) => first + second)).toEqual(["ab", "ac", "bc"]);
  expect(postHoc?.pairs[1]?.nemenyi.adjustedP).toBeLessThan(0.001);
  expect(postHoc?.pairs[0]?.meanRankDifference).toBeCloseTo(-0.5, 12);
});

test("where everybody was shown only some, Durbin's test stands in for Friedman's, or says why not", () => {
  // Conover (1999), section 5.9: seven kinds of ice cream, each taster three of them.
  const tasters = ["23.1...", ".31.2..", "..21.3.", "...12.3", "3...12.", ".3...12", "3.1...2"];
  const rows = tasters.map((row) => Array.from(row, (cell) => Number(cell) || 0));
  const shownOnly = (chosen: number[][]): RankingSource => {
    const read = rankings({ itemCount: 7, rows: chosen, unranked: "not-presented" });
    if (!read.ok) throw new Error("no rankings");
    return { ...smallSource([[1, 2, 3, 4, 5, 6, 7]]), rankings: read.rankings };
  };
  const analysis = analyseRankings(shownOnly(rows), few);
  expect(analysis.durbin?.chiSquare).toBeCloseTo(12, 9);
  expect(analysis.durbin?.f?.value).toBeCloseTo(8, 9);
  expect(analysis.agreement).toBeUndefined();
  const fewer = analyseRankings(shownOnly(rows.slice(1)), few);
  expect(fewer.durbin).toBeUndefined();
  expect(fewer.absent).toContainEqual(
    expect.objectContaining({ name: "durbin", reason: "unbalanced-blocks" }),
  );
});
