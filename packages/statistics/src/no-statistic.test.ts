import { describe, expect, test } from "vitest";
import { attitude } from "./example/attitude.ts";
import { chiSquareTest } from "./group-comparison/chi-square-test.ts";
import { kruskalWallis } from "./group-comparison/kruskal-wallis.ts";
import { mannWhitney } from "./group-comparison/mann-whitney.ts";
import { welchTest } from "./group-comparison/welch-test.ts";
import { noStatistic } from "./no-statistic.ts";
import { durbinTest } from "./rank-tests/durbin-test.ts";
import { conoverContrasts, nemenyiContrasts } from "./rank-tests/post-hoc-contrasts.ts";
import { kendallsTauB, spearmansRho } from "./rank-tests/rank-correlation.ts";
import { wilcoxonSignedRank } from "./rank-tests/wilcoxon-signed-rank.ts";
import { cronbachsAlpha } from "./scales/cronbachs-alpha.ts";
import { intraclassCorrelation } from "./scales/intraclass-correlation.ts";
import { omegaHierarchical } from "./scales/omega-hierarchical.ts";
import { omegaTotal } from "./scales/omega-total.ts";
import { ordinalAlpha, polychoricCorrelations } from "./scales/polychoric-correlations.ts";
import { type RatingCell, ratingTable } from "./scales/rating-table.ts";
import { scaleScores } from "./scales/scale-scores.ts";
import { splitHalf } from "./scales/split-half.ts";

/** Ratings that real studies bring along, and that have no proper answer for some statistic. */
const hardRatings: Record<string, RatingCell[][]> = {
  nobody: [],
  "one respondent": [[1, 2, 3, 4, 5, 6]],
  "one item": [[1], [2], [3]],
  "two identical respondents": [
    [1, 2, 3, 4, 5, 6],
    [1, 2, 3, 4, 5, 6],
  ],
  "a constant item": attitude.map((row) => [3, ...row.slice(1)]),
  "all constant": attitude.map((row) => row.map(() => 3)),
  "an item nobody rated": attitude.map((row) => [null, ...row.slice(1)]),
  "items without common respondents": attitude.map((row, index) =>
    row.map((x, item) => ((index + item) % 2 === 0 ? x : null)),
  ),
  "an item twice": attitude.map((row) => [row[0], ...row]),
  "an item against itself": attitude.map((row) => [...row, 100 - (row[0] ?? 0)]),
  "more items than respondents": attitude.slice(0, 4).map((row) => [...row]),
  "huge numbers": attitude.map((row) => row.map((x) => 1e12 + x)),
  "nearly constant": attitude.map((row, index) => row.map(() => 3 + (index === 0 ? 1e-9 : 0))),
  "two answers": attitude.map((row) => row.map((x) => Number(x > 60))),
  "everyone agrees with themselves": attitude.map((row) =>
    row.map(() => Math.floor((row[0] ?? 0) / 20)),
  ),
  "pairwise contradictions": [
    [1, 1, null],
    [2, 2, null],
    [3, 3, null],
    [1, null, 1],
    [2, null, 2],
    [3, null, 3],
    [null, 1, 3],
    [null, 2, 2],
    [null, 3, 1],
  ],
};

const ratingStatistics = {
  alphaPairwise: (rows: RatingCell[][]) => cronbachsAlpha(ratingTable(rows)),
  alphaListwise: (rows: RatingCell[][]) =>
    cronbachsAlpha(ratingTable(rows), { missing: "listwise" }),
  splitHalf: (rows: RatingCell[][]) => splitHalf(ratingTable(rows)),
  omegaTotal: (rows: RatingCell[][]) => omegaTotal(ratingTable(rows)),
  omegaPairwise: (rows: RatingCell[][]) => omegaTotal(ratingTable(rows), { missing: "pairwise" }),
  omegaHierarchical: (rows: RatingCell[][]) => omegaHierarchical(ratingTable(rows)),
  polychoric: (rows: RatingCell[][]) => polychoricCorrelations(ratingTable(rows)),
  ordinalAlpha: (rows: RatingCell[][]) => ordinalAlpha(ratingTable(rows)),
  icc: (rows: RatingCell[][]) => intraclassCorrelation(ratingTable(rows)),
};

describe.each(Object.entries(hardRatings))("with %s", (_, rows) => {
  test.each(Object.entries(ratingStatistics))(
    "%s has a finite value or a named reason, soon",
    (_, statistic) => {
      const started = performance.now();
      const result = statistic(rows);
      expect(performance.now() - started).toBeLessThan(2000);
      expectNumbers(result);
      if (!result.exists) expect(result.reason).toMatch(/^[a-z-]+$/);
    },
  );

  test("scaleScores are finite or absent", () => {
    const { scores, ...rest } = scaleScores(ratingTable(rows));
    expectNumbers(rest);
    for (const score of scores) expect(score === undefined || Number.isFinite(score)).toBe(true);
  });
});

test("hard ratings end where they should", () => {
  const of = (name: string) => ratingTable(hardRatings[name] ?? []);
  expect(cronbachsAlpha(of("a constant item"))).toEqual(noStatistic("constant-item", [0]));
  expect(cronbachsAlpha(of("an item nobody rated"))).toEqual(
    noStatistic("fewer-than-two-respondents", [0]),
  );
  expect(cronbachsAlpha(of("items without common respondents"))).toMatchObject({
    reason: "no-overlap",
  });
  expect(omegaTotal(of("an item twice"))).toEqual(noStatistic("not-positive-definite"));
  expect(omegaTotal(of("pairwise contradictions"), { missing: "pairwise" })).toEqual(
    noStatistic("not-positive-definite"),
  );
  expect(cronbachsAlpha(of("huge numbers"))).toMatchObject({ exists: true, k: 7 });
});

const hardLists = [[], [1], [2, 2], [1, 2], [5, 5, 5, 5], [1, 2, 3, 4, 5], [1e12, 1e12 + 1, 1e12]];

test("comparisons of hard lists are finite or named", () => {
  for (const a of hardLists) {
    for (const b of hardLists) {
      for (const compare of [welchTest, mannWhitney]) expectNumbers(compare(a, b));
      expectNumbers(mannWhitney(a, b, { method: "normal" }));
      expectNumbers(kruskalWallis([a, b]));
      expectNumbers(chiSquareTest([a.map((x) => x % 7), a.map((_, index) => (b[index] ?? 0) % 5)]));
      if (a.length !== b.length) continue;
      for (const compare of [wilcoxonSignedRank, spearmansRho, kendallsTauB])
        expectNumbers(compare(a, b));
    }
  }
});

test("tests of hard rankings are finite or named", () => {
  const hard = [
    [],
    [[1, 2]],
    [[1], [1]],
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
    [
      [2, 2, 2],
      [2, 2, 2],
    ],
    [
      [1, 2],
      [2, 1],
    ],
  ];
  for (const rankings of hard)
    for (const statistic of [durbinTest, conoverContrasts, nemenyiContrasts])
      expectNumbers(statistic(rankings));
});

/** NaN and infinities become null in JSON. */
function expectNumbers(result: unknown) {
  expect(
    JSON.stringify(result, (_, value) =>
      ArrayBuffer.isView(value) ? Object.values(value) : value,
    ),
  ).not.toContain("null");
}
