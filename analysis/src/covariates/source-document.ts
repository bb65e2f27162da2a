import type { RankingSource } from "../ranking-source/ranking-source.ts";

/** What every JSON document of an analysis says about the rankings it rests on. */
export function sourceDocument(source: RankingSource): object {
  const { rankings, question, minimumGroupSize } = source;
  return {
    title: source.title,
    isSimulated: source.isSimulated,
    ...(question !== undefined && { question }),
    ...(minimumGroupSize !== undefined && { minimumGroupSize }),
    respondents: source.respondents,
    unranked: rankings.unranked,
    hasWeights: rankings.weights !== undefined,
    skippedRows: source.skippedRows,
    origin: Object.fromEntries(source.origin.map(({ label, value }) => [label.en, value])),
  };
}
