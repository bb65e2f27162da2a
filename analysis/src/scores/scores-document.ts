import { csvText, type Dataset } from "@mehrwert/study";
import { isNumberIndex } from "./index-scores.ts";
import { scoreLabels } from "./score-labels.ts";
import { constructRule, indexRule } from "./score-rules.ts";
import type { IndexScore, ScoreTable } from "./score-table.ts";

/** The scores of a dataset as a plain object for programs, without numbers of single people. */
export function scoresDocument(
  table: ScoreTable,
  { manifest, dictionary }: Dataset,
  softwareVersion: string,
): object {
  const labels = scoreLabels(dictionary);
  return {
    format: "mehrwert-scores",
    formatVersion: 1,
    software: { name: "mehrwert", version: softwareVersion },
    study: manifest.study,
    instrument: manifest.instrument,
    respondents: manifest.responses,
    constructs: table.constructs.map(({ scores: _, alpha, ...score }) => ({
      ...score,
      rule: constructRule(score),
      alpha: alpha.exists
        ? { raw: alpha.raw, interval: alpha.interval, n: alpha.n }
        : { raw: null, reason: alpha.reason },
    })),
    indices: table.indices.map((score) => ({
      ...withoutPeople(score),
      rule: indexRule(score, labels),
    })),
    recommendations: table.recommendations,
  };
}

function withoutPeople(score: IndexScore): object {
  if (!isNumberIndex(score)) return score;
  const { scores: _, ...rest } = score;
  return rest;
}

const columns = [
  ...["kind", "id", "part", "n", "value", "lower", "upper", "sd", "alpha", "rule"],
  "version",
];

/** One line per number: of a construct, an index, a type, a mirrored item, or a recommendation. */
export function scoresCsv(
  table: ScoreTable,
  { dictionary }: Dataset,
  softwareVersion: string,
): string {
  const labels = scoreLabels(dictionary);
  const lines = [
    ...table.constructs.map((score) => [
      ...[
        "construct",
        score.id,
        "",
        score.n,
        score.mean,
        ...(score.interval ?? [undefined, undefined]),
      ],
      ...[score.sd, score.alpha.exists ? score.alpha.raw : undefined, constructRule(score).en],
    ]),
    ...table.indices.flatMap((score) => indexLines(score, indexRule(score, labels).en)),
    ...table.recommendations.map(({ variable, n, score, interval = [undefined, undefined] }) => [
      ...["recommendation", variable, "", n, score, ...interval, undefined, undefined],
      "share of 9 and 10 less share of 0 to 6, times 100",
    ]),
  ];
  return csvText([
    columns,
    ...lines.map((line) => [...line, softwareVersion].map((cell) => String(cell ?? ""))),
  ]);
}

type Cell = string | number | undefined;

function indexLines(score: IndexScore, rule: string): Cell[][] {
  const { kind, id } = score.index;
  if ("types" in score) {
    return score.types.map(({ id: type, share, interval = [undefined, undefined] }) => [
      ...[kind, id, type, score.n, share, ...interval, undefined, undefined, rule],
    ]);
  }
  if ("pairs" in score) {
    const parts = [{ other: "", test: score.test }, ...score.pairs];
    return parts.map(({ other, test }) => [
      ...[kind, id, other, test === undefined ? undefined : test.n[0] + test.n[1]],
      ...[test?.difference, test?.interval[0], test?.interval[1], undefined, undefined, rule],
    ]);
  }
  const [lower, upper] = score.interval ?? [];
  return [[kind, id, "", score.n, score.mean, lower, upper, score.sd, undefined, rule]];
}

/** One line per respondent with every score that is a number. No types: they describe groups, not people. */
export function respondentScoresCsv(table: ScoreTable): string {
  const numbers = [
    ...table.constructs.map(({ id, scores }) => ({ id, scores })),
    ...table.indices.filter(isNumberIndex).map(({ index, scores }) => ({ id: index.id, scores })),
  ];
  return csvText([
    ["id", ...numbers.map(({ id }) => id)],
    ...table.respondents.map((respondent, row) => [
      respondent,
      ...numbers.map(({ scores }) => String(scores[row] ?? "")),
    ]),
  ]);
}
