import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ratingItem, scaleConstruct, scoredDataset, text } from "../example/scored-dataset.ts";
import { reportMarkdown } from "../report/report-markdown.ts";
import { isNumberIndex } from "./index-scores.ts";
import { indexRule } from "./score-rules.ts";
import { respondentScoresCsv, scoresCsv, scoresDocument } from "./scores-document.ts";
import { scoresOf } from "./scores-of.ts";
import { scoresReport } from "./scores-report.ts";

const autonomy = [
  ratingItem("na-1", "autonomy"),
  ratingItem("na-2", "autonomy"),
  ratingItem("na-3", "autonomy", { reverseKeyed: true }),
  ratingItem("na-4", "autonomy", { scored: false }),
];

function autonomyOf(rows: (string | number)[][], minimumAnswered?: number) {
  const facts = minimumAnswered === undefined ? {} : { minimumAnswered };
  return scoredDataset({
    variables: autonomy,
    rows,
    constructs: [scaleConstruct("autonomy", facts)],
  });
}

test("a score is the mean of the answered items, reverse-keyed ones turned, from two thirds on", () => {
  const { constructs } = scoresOf(
    autonomyOf([
      [4, 5, 2, 1],
      [4, "-95", 2, 1],
      [4, "-98", "-94", 1],
      ["-93", "-93", "-93", 1],
    ]),
  );
  const [score] = constructs;
  expect(score?.scores).toEqual([13 / 3, 4, undefined, undefined]);
  expect(score).toMatchObject({ n: 2, tooFewItems: 1, minimumAnswered: 2, range: [1, 5] });
  expect(score?.items.map(({ item, isReversed }) => [item, isReversed])).toEqual([
    ["na-1", false],
    ["na-2", false],
    ["na-3", true],
  ]);
});

test("an instrument may ask for more or fewer answers", () => {
  const rows = [
    [4, 5, "-95", 1],
    [4, "-95", "-95", 1],
  ];
  expect(scoresOf(autonomyOf(rows, 3)).constructs[0]?.n).toBe(0);
  expect(scoresOf(autonomyOf(rows, 1)).constructs[0]?.scores).toEqual([4.5, 4]);
});

test("mean, deviation, t interval and alpha of a scale are the published ones", () => {
  const variables = ["a", "b", "c", "d"].map((name) => ratingItem(name, "trust"));
  const rows = [
    [4, 5, 4, 4],
    [3, 3, 4, 3],
    [5, 5, 5, 4],
    [2, 3, 2, 2],
    [4, 4, 5, 4],
    [3, 4, 3, 3],
  ];
  const dataset = scoredDataset({ variables, rows, constructs: [scaleConstruct("trust")] });
  const [score] = scoresOf(dataset).constructs;
  // Scores 4.25, 3.25, 4.75, 2.25, 4.25, 3.25; t(0.975, 5) = 2.5706.
  expect(score?.mean).toBeCloseTo(11 / 3, 10);
  expect(score?.sd).toBeCloseTo(Math.sqrt(4.208333333333333 / 5), 10);
  expect(score?.interval?.[0]).toBeCloseTo(11 / 3 - (2.570582 * 0.917424) / Math.sqrt(6), 4);
  expect(score?.alpha.exists && score.alpha.raw).toBeCloseTo(0.9439, 4);
});

const strategy = {
  id: "iol-strategy",
  kind: "typology" as const,
  label: text("Strategy"),
  definition: text("How one learns"),
  types: [
    typed("collaborate", { above: 3.5 }, { above: 3.5 }),
    typed("compromise", { from: 2.5, to: 3.5 }, { from: 2.5, to: 3.5 }),
    typed("compete", { below: 2.5 }, { from: 2.5 }),
    typed("compete", { from: 2.5, to: 3.5 }, { above: 3.5 }),
    typed("accommodate", { above: 3.5 }, { to: 3.5 }),
    typed("accommodate", { from: 2.5, to: 3.5 }, { below: 2.5 }),
    typed("avoid", { below: 2.5 }, { below: 2.5 }),
  ],
};

type Bounds = { from?: number; above?: number; to?: number; below?: number };

function typed(id: string, transparency: Bounds, receptivity: Bounds) {
  return {
    ...{ id, label: text(id) },
    when: [
      { score: "transparency", ...transparency },
      { score: "receptivity", ...receptivity },
    ],
  };
}

function strategies(rows: (string | number)[][]) {
  const items = ["t-1", "t-2"].map((name) => ratingItem(name, "transparency"));
  const others = ["r-1", "r-2"].map((name) => ratingItem(name, "receptivity"));
  return scoredDataset({
    variables: [...items, ...others],
    rows,
    constructs: [scaleConstruct("transparency"), scaleConstruct("receptivity")],
    indices: [strategy],
  });
}

test("a typology gives shares of types, thresholds as declared, several rules for one type", () => {
  const [index] = scoresOf(
    strategies([
      [4, 4, 4, 4],
      [2, 3, 3, 4],
      [1, 2, 3, 3],
      [3, 4, 4, 4],
      [5, 5, 3, 4],
      [2, 3, 2, 2],
      [2, 2, 1, 1],
      [5, 5, "-98", "-98"],
    ]),
  ).indices;
  expect(index).toMatchObject({
    n: 7,
    untyped: 0,
    types: [
      { id: "collaborate", count: 1, share: 1 / 7 },
      { id: "compromise", count: 1 },
      { id: "compete", count: 2 },
      { id: "accommodate", count: 2 },
      { id: "avoid", count: 1 },
    ],
  });
});

test("the strategies of interorganisational learning leave nobody out", () => {
  const rating = fc.integer({ min: 1, max: 5 });
  void fc.assert(
    fc.property(fc.array(fc.tuple(rating, rating, rating, rating), { minLength: 1 }), (rows) => {
      const [index] = scoresOf(strategies(rows)).indices;
      expect(index).toMatchObject({ n: rows.length, untyped: 0 });
    }),
  );
});

test("acceptance by effectiveness is cut at 3.5, which counts as high", () => {
  const bound = { from: 3.5 };
  const low = { below: 3.5 };
  const cell = (id: string, acceptance: Bounds, effectiveness: Bounds) => ({
    ...{ id, label: text(id) },
    when: [
      { score: "acceptance", ...acceptance },
      { score: "effect", ...effectiveness },
    ],
  });
  const dataset = scoredDataset({
    variables: ["e-1", "e-2"].flatMap((name) => ratingItem(name, "effectiveness")),
    rows: [
      [3, 4],
      [3, 3],
      [5, 5],
    ],
    indices: [
      {
        ...{ id: "acceptance", kind: "mean" as const, label: text("A"), definition: text("a") },
        ...{ items: ["e-1", "e-2"], minimumAnswered: 2 },
      },
      {
        ...{ id: "effect", kind: "mean" as const, label: text("E"), definition: text("e") },
        ...{ items: ["e-1"], minimumAnswered: 1 },
      },
      {
        ...{ id: "quadrant", kind: "typology" as const, label: text("Q"), definition: text("q") },
        types: [
          cell("both", bound, bound),
          cell("liked", bound, low),
          cell("useful", low, bound),
          cell("neither", low, low),
        ],
      },
    ],
  });
  expect(scoresOf(dataset).indices[2]).toMatchObject({
    types: [
      { id: "both", count: 1 },
      { id: "liked", count: 1 },
      { id: "useful", count: 0 },
      { id: "neither", count: 1 },
    ],
  });
});

function gapOf(leaders: number, staff: number) {
  const variables = [
    ratingItem("lrs-1", "self", { mirrors: "lr-1" }),
    ratingItem("lrs-2", "self", { mirrors: "lr-2" }),
    ratingItem("lr-1", "other"),
    ratingItem("lr-2", "other"),
    ratingItem("lr-9", "other"),
  ];
  const people = (count: number, low: number, isLeader: boolean) =>
    Array.from({ length: count }, (_, person) => {
      const value = low + (person % 2);
      return isLeader ? [value, value, "-96", "-96", "-96"] : ["-96", "-96", value, value, value];
    });
  return scoredDataset({
    variables,
    rows: [...people(leaders, 4, true), ...people(staff, 2, false)],
    indices: [
      {
        ...{ id: "gap", kind: "group-gap" as const, label: text("Gap"), definition: text("g") },
        ...{ self: "self", other: "other", minimumGroup: 10 },
      },
    ],
  });
}

test("a gap between groups is the difference of the means of mirrored items, with Welch's interval", () => {
  // Ten leaders: five 4, five 5, variance 0.2778; twelve staff: six 2, six 3, variance 0.2727.
  // Standard error √(0.02778 + 0.02273) = 0.22473, df 19.22, t 2.0913.
  const [gap] = scoresOf(gapOf(10, 12)).indices;
  if (gap === undefined || !("pairs" in gap)) throw new Error("no gap");
  expect(gap.test?.difference).toBeCloseTo(2, 10);
  expect(gap.test?.df).toBeCloseTo(19.22, 2);
  expect(gap.test?.interval[0]).toBeCloseTo(2 - 2.0913 * 0.224733, 3);
  expect(gap.pairs.map(({ self, other, test: found }) => [self, other, found?.difference])).toEqual(
    [
      ["lrs-1", "lr-1", 2],
      ["lrs-2", "lr-2", 2],
    ],
  );
});

test("a gap is not computed while one group has too few people", () => {
  const dataset = gapOf(9, 30);
  const [gap] = scoresOf(dataset).indices;
  expect(gap).toMatchObject({ isTooSmall: true });
  expect(JSON.stringify(gap)).not.toContain("means");
  expect(scoresCsv(scoresOf(dataset), dataset, "0")).toContain("group-gap,gap,,,,,,,,");
});

test("a quotient takes the midpoints of bands, and exists from its least denominator on", () => {
  const band = (name: string) => ({
    ...{ name, type: "single" as const, label: text(name) },
    options: [
      { code: "none", label: text("0"), from: 0, to: 0 },
      { code: "few", label: text("1 to 4"), from: 1, to: 4 },
      { code: "many", label: text("5 to 9"), from: 5, to: 9 },
      { code: "most", label: text("10 and more"), from: 10 },
    ],
  });
  const dataset = scoredDataset({
    variables: [band("done"), band("begun")],
    rows: [
      ["few", "many"],
      ["few", "few"],
      ["many", "most"],
      ["few", "-99"],
    ],
    indices: [
      {
        ...{ id: "rate", kind: "ratio" as const, label: text("Rate"), definition: text("r") },
        ...{ numerator: "done", denominator: "begun", minimumDenominator: 3 },
      },
    ],
  });
  const [rate] = scoresOf(dataset).indices;
  expect(rate !== undefined && isNumberIndex(rate) && rate.scores).toEqual([
    2.5 / 7,
    undefined,
    0.7,
    undefined,
  ]);
});

test("a difference is required less mastery of the same person; indices may rest on indices", () => {
  const double = ["km-1.required", "km-1.mastery"].map((name) => ratingItem(name, "skills"));
  const base = { kind: "difference" as const, label: text("Gap"), definition: text("g") };
  const dataset = scoredDataset({
    variables: double,
    rows: [
      [5, 2],
      [3, 4],
      [3, "-98"],
    ],
    indices: [
      { ...base, id: "gap", minuend: "km-1.required", subtrahend: "km-1.mastery" },
      { ...base, id: "none", minuend: "gap", subtrahend: "gap" },
    ],
  });
  const table = scoresOf(dataset);
  const lines = respondentScoresCsv(table).split("\r\n");
  expect(lines.map((line) => line.replace(/^0{8}-.{27}/, "…"))).toEqual([
    ...["id,gap,none", "…,3,0", "…,-1,0", "…,,", ""],
  ]);
  const [gap] = table.indices;
  expect(gap).toMatchObject({ n: 2, mean: 1 });
  const rule = gap && indexRule(gap, new Map([["km-1.required", text("needed")]]));
  expect(rule?.en).toBe("“needed” less “km-1.mastery” of the same person.");
});

test("scoresOf refuses an index that rests on itself or on nothing", () => {
  const base = { kind: "difference" as const, label: text("Gap"), definition: text("g") };
  const indices = [{ ...base, id: "a", minuend: "a", subtrahend: "a" }];
  expect(() => scoresOf(scoredDataset({ variables: [], rows: [[]], indices }))).toThrow(
    "rests on itself",
  );
  const unknown = [{ ...base, id: "a", minuend: "x", subtrahend: "x" }];
  expect(() => scoresOf(scoredDataset({ variables: [], rows: [[]], indices: unknown }))).toThrow(
    "no score x",
  );
});

test("ten recommendations give the net promoter score +10, with its parts", () => {
  const options = Array.from({ length: 11 }, (_, code) => ({
    code: String(code),
    label: text(`${code}`),
  }));
  const variable = ratingItem("nps", "reaction", { options, isRecommendation: true });
  const rows = [10, 9, 9, 8, 7, 7, 6, 5, 10, 3].map((value) => [value]);
  const { recommendations } = scoresOf(scoredDataset({ variables: [variable], rows }));
  expect(recommendations).toMatchObject([
    { n: 10, promoters: 4, passives: 3, detractors: 3, score: 10 },
  ]);
  // (4.75 − 3.75)/13 = 0.0769; √((0.3654 + 0.2885 − 0.0059)/13) = 0.2233; × 1.96.
  expect(recommendations[0]?.interval?.[0]).toBeCloseTo(100 * (0.07692 - 1.95996 * 0.22327), 1);
});

test.each([
  [
    "de",
    "Mittel aus na-1, na-2, na-3, wenn mindestens 2 von 3 beantwortet sind; umgekehrt gepolt: na-3.",
  ],
  ["en", "Mean of na-1, na-2, na-3 if at least 2 of 3 are answered; reverse-keyed: na-3."],
] as const)(
  "the report says the rule beside the score, and warns of few people (%s)",
  (language, rule) => {
    const dataset = autonomyOf([
      [4, 5, 2, 1],
      [4, 3, 2, 1],
    ]);
    const table = scoresOf(dataset);
    const markdown = reportMarkdown(
      scoresReport(table, dataset, { language, softwareVersion: "0.1.0" }),
    );
    expect(markdown).toContain(rule);
    expect(markdown).toContain({ de: "Weniger als 10", en: "Fewer than 10" }[language]);
    expect(JSON.stringify(scoresDocument(table, dataset, "0.1.0"))).not.toContain('"scores":[');
  },
);
