import type { EstimateData } from "../figures/estimate-figure.ts";
import type { FigureItem } from "../figures/figure-item.ts";
import type { ImportanceData } from "../figures/importance-performance-figure.ts";
import type { LikertData } from "../figures/likert-figure.ts";
import type { MixtureFigureData } from "../figures/mixture-figure.ts";
import type { PowerData } from "../figures/power-figure.ts";
import type { SlopeData } from "../figures/slope-figure.ts";
import { exampleRankingTable } from "./example-ranking-table.ts";

/** Eight drivers in order, for the tests of figures. All numbers here are made up: no result. */
export const figureItems: FigureItem[] = exampleRankingTable.rows.map(({ label }, index) => ({
  label,
  position: index + 1,
}));

/** Probabilities that spread more towards the end: the first rank is sure, the last ones are open. */
export const exampleProbabilities = figureItems.map((_, item) => {
  const weights = figureItems.map((_, rank) => Math.exp(-((rank - item) ** 2) / (0.15 + item / 5)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (weight / sum < 1e-4 ? 0 : weight / sum));
});

/** Rank counts with an item that divides people: the fifth is first for some and last for others. */
export const exampleRankCounts = figureItems.map((_, item) =>
  figureItems.map((_, rank) =>
    item === 4 ? ([61, 22, 14, 12, 18, 31, 49, 64][rank] ?? 0) : 52 - 6 * Math.abs(rank - item),
  ),
);

/** Of 271 respondents, how many preferred the row's item to the column's. */
export const examplePreferred = figureItems.map((_, row) =>
  figureItems.map((_, column) =>
    row === column ? 0 : 135 + (column - row) * 17 + (column > row ? 1 : 0),
  ),
);

const worthsOf = (...weights: number[]) => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => ({
    value: weight / sum,
    interval: [(0.8 * weight) / sum, (1.25 * weight) / sum] as const,
  }));
};

/** A majority that wants exchange and a minority that wants results. */
export const exampleClasses: MixtureFigureData = {
  id: "x",
  items: figureItems,
  classes: [
    { share: 0.62, shareInterval: [0.55, 0.69], worths: worthsOf(9, 7, 6, 4, 1, 3, 2, 2) },
    { share: 0.21, shareInterval: [0.14, 0.29], worths: worthsOf(3, 2, 1, 2, 14, 1, 3, 2) },
    { share: 0.17, worths: worthsOf(3, 3, 4, 3, 3, 3, 2, 3) },
  ],
};

/** Two groups that differ in two drivers. */
export const exampleSlope: SlopeData = {
  id: "x",
  measure: "mean-rank",
  groups: [
    { label: { de: "Leitung oder Koordination", en: "Lead or coordination" }, n: 84 },
    { label: { de: "Mitarbeitende", en: "Staff" }, n: 187 },
  ],
  items: figureItems.map(({ label }, index) => ({
    label,
    values: [
      [3.1, 3.4, 3.9, 4.6, 2.4, 5.3, 6.2, 7.1][index],
      [2.2, 2.8, 3.3, 4.2, 5.6, 5.1, 6.6, 6.2][index],
    ],
    isDifferent: index === 4 || index === 0,
  })),
  thickLine: {
    de: "Die Gruppen unterscheiden sich auch nach Korrektur für mehrere Vergleiche (Holm).",
    en: "The groups differ even after correction for several comparisons (Holm).",
  },
};

/** Three groups, one of which has no value for the last driver. */
export const exampleSlopeThree: SlopeData = {
  id: "y",
  measure: "worth",
  groups: [
    { label: { de: "bis 1 Jahr", en: "up to 1 year" }, n: 60 },
    { label: { de: "1 bis 5 Jahre", en: "1 to 5 years" }, n: 120 },
    { label: { de: "mehr als 5 Jahre", en: "more than 5 years" }, n: 91 },
  ],
  items: figureItems.map(({ label }, index) => ({
    label,
    values: [
      [0.25, 0.2, 0.15, 0.12, 0.1, 0.08, 0.06, 0.04][index],
      [0.22, 0.23, 0.11, 0.14, 0.09, 0.1, 0.06, undefined][index],
      [0.14, 0.16, 0.14, 0.12, 0.24, 0.07, 0.05, 0.08][index],
    ],
  })),
};

/** Five items on an agreement scale of six options, one without any answer. */
export const exampleLikert: LikertData = {
  id: "x",
  items: figureItems.slice(0, 5).map(({ label }) => ({ label })),
  options: [
    { de: "Stimme überhaupt nicht zu", en: "Strongly disagree" },
    { de: "Stimme nicht zu", en: "Disagree" },
    { de: "Stimme eher nicht zu", en: "Tend to disagree" },
    { de: "Stimme eher zu", en: "Tend to agree" },
    { de: "Stimme zu", en: "Agree" },
    { de: "Stimme voll und ganz zu", en: "Strongly agree" },
  ],
  counts: [
    [3, 8, 20, 60, 110, 80],
    [12, 25, 44, 80, 70, 30],
    [40, 60, 61, 50, 30, 12],
    [90, 60, 40, 30, 20, 10],
    [0, 0, 0, 0, 0, 0],
  ],
  missing: [11, 31, 39, 42, 292],
};

/** Drivers by importance and by how well the network meets them. */
export const exampleImportance: ImportanceData = {
  id: "x",
  importance: { de: "Wichtigkeit (Gewicht in Prozent)", en: "Importance (worth in per cent)" },
  performance: { de: "Zufriedenheit (Mittelwert, 1 bis 6)", en: "Satisfaction (mean, 1 to 6)" },
  points: figureItems.map((item, index) => ({
    ...item,
    importance: [24, 20, 15, 11, 10.5, 8, 6.2, 5.3][index] ?? 0,
    performance: [4.9, 4.1, 5.2, 3.9, 2.9, 4.0, 4.6, 4.5][index] ?? 0,
  })),
};

/** Eight drivers with two estimates each; the fourth has only one. */
export const exampleEstimates: EstimateData = {
  id: "x",
  title: { de: "Zwei Verfahren", en: "Two methods" },
  axis: { de: "Wert (rechts = mehr geschätzt)", en: "Value (right = valued more)" },
  series: [
    { de: "Rangfolge", en: "Ranking" },
    { de: "MaxDiff", en: "MaxDiff" },
  ],
  items: figureItems.map((item, index) => ({
    ...item,
    estimates: [
      { value: 1.2 - 0.3 * index, interval: [1 - 0.3 * index, 1.4 - 0.3 * index] as const },
      index === 3 ? undefined : { value: 1 - 0.25 * index },
    ],
  })),
  reference: { value: 0, label: { de: "Mittel", en: "mean" } },
};

/** Seven pairs of neighbours; the first are found last. */
export const examplePower: PowerData = {
  id: "x",
  title: { de: "Nachbarn unterscheiden", en: "Telling neighbours apart" },
  target: 0.8,
  lines: figureItems.slice(0, 7).map(({ label }, index) => ({
    mark: `${index + 1}/${index + 2}`,
    label,
    points: [50, 100, 200, 400, 800].map((n, size) => ({
      n,
      share: Math.min(1, (0.1 + 0.05 * index) * (size + 1)),
    })),
  })),
};
