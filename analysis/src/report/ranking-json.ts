import type { Interval } from "@mehrwert/statistics";
import type { DatasetManifest, LocalizedText } from "@mehrwert/study";
import type { RankingRow, RankingTable } from "../ranking/ranking-table.ts";
import {
  correctedRankingMethods,
  normalRankingMethods,
  type RankingStatistic,
  rankingMethods,
} from "./ranking-methods.ts";
import type { RankingReportParts } from "./ranking-report.ts";

/** One number of a ranking table with everything needed to quote it. */
export type RankingNumber = {
  name: RankingStatistic;
  /** The item it is about; absent for statistics of the whole table. */
  item?: string;
  value: number;
  /** Respondents it rests on. */
  n: number;
  interval?: {
    lower: number;
    upper: number;
    level: number;
    method: "percentile bootstrap" | "BCa bootstrap" | "normal distribution" | "Wilson";
    seed?: number;
    draws?: number;
  };
  df?: number;
  p?: number;
};

/** The JSON document of a ranking table. Its format changes only with `formatVersion`. */
export type RankingDocument = {
  format: "mehrwert-ranking";
  formatVersion: 1;
  software: { name: "mehrwert"; version: string };
  dataset: DatasetManifest;
  question: string;
  questionText: LocalizedText;
  options: number;
  topK: number;
  counts: { responses: number; answered: number; complete: number; topRanked: number };
  missing: RankingTable["missing"];
  items: { item: string; name: string; label: LocalizedText; position?: number; placed: number }[];
  statistics: RankingNumber[];
  pairwise: RankingTable["pairwise"];
  agreement?: LocalizedText;
  methods: typeof rankingMethods;
  notes: LocalizedText[];
};

/** Every number of a ranking table, each with its name, n, method, seed and draws; absent where it does not exist. */
export function rankingDocument(parts: RankingReportParts): RankingDocument {
  const { manifest, table, softwareVersion } = parts;
  return {
    format: "mehrwert-ranking",
    formatVersion: 1,
    software: { name: "mehrwert", version: softwareVersion },
    dataset: manifest,
    question: table.question,
    questionText: table.questionText,
    options: table.options,
    topK: table.topK,
    counts: {
      responses: table.respondents,
      answered: table.answered,
      complete: table.complete,
      topRanked: table.topRanked,
    },
    missing: table.missing,
    items: table.rows.map(({ item, name, label, position, n }) => ({
      item,
      name,
      label,
      ...(position === undefined ? {} : { position }),
      placed: n,
    })),
    statistics: [...table.rows.flatMap((row) => itemNumbers(row, table)), ...tableNumbers(table)],
    pairwise: table.pairwise,
    ...(table.kendallsW === undefined ? {} : { agreement: table.kendallsW.meaning }),
    methods: methodsOf(table),
    notes: table.notes,
  };
}

function methodsOf({ bootstrap }: RankingTable): typeof rankingMethods {
  if (bootstrap.replacedBy !== undefined) return normalRankingMethods;
  return bootstrap.kind === "bca" ? correctedRankingMethods : rankingMethods;
}

function itemNumbers(row: RankingRow, table: RankingTable): RankingNumber[] {
  const { seed, draws, level, kind, replacedBy } = table.bootstrap;
  const drawn = kind === "bca" ? "BCa bootstrap" : "percentile bootstrap";
  const bootstrap =
    replacedBy === undefined
      ? ({ level, method: drawn, seed, draws } as const)
      : ({ level, method: "normal distribution" } as const);
  const wilson = { level, method: "Wilson" } as const;
  const number = (
    name: RankingStatistic,
    value: number | undefined,
    n: number,
    interval?: { bounds: Interval | undefined; made: typeof bootstrap | typeof wilson },
  ): RankingNumber[] => {
    if (value === undefined) return [];
    const bounds = interval?.bounds;
    if (interval === undefined || bounds === undefined) return [{ name, item: row.item, value, n }];
    const made = { lower: bounds[0], upper: bounds[1], ...interval.made };
    return [{ name, item: row.item, value, n, interval: made }];
  };
  const { complete, topRanked } = table;
  return [
    ...number("mean-rank", row.meanRank, complete, {
      bounds: row.meanRankInterval,
      made: bootstrap,
    }),
    ...number("median-rank", row.medianRank, complete),
    ...number("borda-points", row.borda, complete),
    ...number("first-share", row.firstShare, topRanked, {
      bounds: row.firstShareInterval,
      made: wilson,
    }),
    ...number("top-share", row.topShare, topRanked, { bounds: row.topShareInterval, made: wilson }),
    ...number("lead-over-next", row.leadOverNext?.value, complete, {
      bounds: row.leadOverNext?.interval,
      made: bootstrap,
    }),
  ];
}

function tableNumbers({ kendallsW, friedman }: RankingTable): RankingNumber[] {
  return [
    ...(kendallsW === undefined
      ? []
      : [{ name: "kendalls-w", value: kendallsW.value, n: kendallsW.n } as const]),
    ...(friedman === undefined
      ? []
      : [
          {
            name: "friedman-chi-square",
            value: friedman.chiSquare,
            n: friedman.n,
            df: friedman.df,
            p: friedman.p,
          } as const,
        ]),
  ];
}
