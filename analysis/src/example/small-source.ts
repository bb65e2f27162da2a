import { rankings } from "@mehrwert/statistics";
import type { RankingSource } from "../ranking-source/ranking-source.ts";

/** Rankings of items called a, b, c, … with what is known of the respondents; no study behind them. */
export function smallSource(
  rows: readonly (readonly (number | null)[])[],
  covariates: { [name: string]: (string | undefined)[] } = {},
  unranked: "below" | "not-presented" = "below",
): RankingSource {
  const result = rankings({ itemCount: rows[0]?.length ?? 1, rows, unranked });
  if (!result.ok) throw new Error(JSON.stringify(result.badRows));
  return {
    rankings: result.rankings,
    items: (rows[0] ?? []).map((_, index) => {
      const item = String.fromCharCode(97 + index);
      return { item, name: item, label: { de: item, en: item } };
    }),
    respondents: rows.length,
    title: { de: "Probe", en: "Sample" },
    isSimulated: true,
    minimumGroupSize: 3,
    covariates: new Map(Object.entries(covariates)),
    skippedRows: 0,
    origin: [],
  };
}
