import type { RankingTable } from "../ranking/ranking-table.ts";

const drivers = [
  ["vd-1", "knowledge-transfer", "Wissenstransfer", "Knowledge transfer", 2.31, 0.31, 0.74],
  ["vd-2", "topic-fit-exchange", "Passgenauer Austausch", "Exchange that fits", 2.87, 0.22, 0.66],
  ["vd-3", "making-contacts", "Kontakte knüpfen", "Making contacts", 3.42, 0.14, 0.5],
  ["vd-4", "peer-consulting", "Gegenseitige Beratung", "Peer consulting", 4.38, 0.07, 0.36],
  ["vd-5", "joint-results", "Gemeinsame Ergebnisse", "Joint results", 4.71, 0.19, 0.31],
  [
    "vd-6",
    "motivation-support",
    "Motivation und Rückhalt",
    "Motivation and backing",
    5.2,
    0.04,
    0.24,
  ],
  ["vd-7", "visibility", "Sichtbarkeit", "Visibility", 6.48, 0.02, 0.11],
  ["vd-8", "shared-voice", "Gemeinsame Stimme", "Shared voice", 6.63, 0.01, 0.08],
] as const;

/** A made-up ranking table of eight drivers, for the tests of figures: not a result. */
export const exampleRankingTable: RankingTable = {
  question: "value-drivers",
  questionText: {
    de: "Was ist Ihnen an einem Netzwerk am wichtigsten?",
    en: "What matters most to you in a network?",
  },
  options: drivers.length,
  topK: 3,
  respondents: 300,
  answered: 292,
  complete: 271,
  topRanked: 288,
  missing: [{ reason: "skipped", count: 8 }],
  rows: drivers.map(([item, name, de, en, meanRank, firstShare, topShare], index) => ({
    item,
    name,
    label: { de, en },
    position: index + 1,
    n: 271,
    meanRank,
    meanRankInterval: [meanRank - 0.21, meanRank + 0.22],
    medianRank: Math.round(meanRank),
    firstShare,
    firstShareInterval: [Math.max(0, firstShare - 0.04), firstShare + 0.05],
    topShare,
    topShareInterval: [topShare - 0.05, topShare + 0.06],
    borda: Math.round((8 - meanRank) * 271),
  })),
  pairwise: {
    items: drivers.map(([item]) => item),
    preferred: drivers.map((_, row) =>
      drivers.map((_, column) => (row === column ? 0 : 135 + (column - row) * 17)),
    ),
    compared: drivers.map((_, row) => drivers.map((_, column) => (row === column ? 0 : 271))),
  },
  kendallsW: {
    value: 0.41,
    chiSquare: 777.8,
    df: 7,
    p: 0,
    n: 271,
    meaning: {
      de: "Die Befragten stimmen in ihrer Rangfolge mäßig überein.",
      en: "Respondents agree moderately in their rankings.",
    },
  },
  friedman: { chiSquare: 777.8, df: 7, p: 0, n: 271 },
  bootstrap: { seed: 20261123, draws: 2000, level: 0.95 },
  notes: [],
};
