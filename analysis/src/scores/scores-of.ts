import type { Dataset } from "@mehrwert/study";
import { constructScores } from "./construct-scores.ts";
import { indexScores } from "./index-scores.ts";
import { recommendations } from "./recommendations.ts";
import type { ScoreTable } from "./score-table.ts";

/**
 * Every score that the instrument of a dataset declares: constructs measured as scales, indices, recommendations.
 *
 * @throws RangeError if an index names a score that does not exist
 */
export function scoresOf(dataset: Dataset): ScoreTable {
  const constructs = constructScores(dataset);
  return {
    respondents: dataset.columns.get("id") ?? [],
    constructs,
    indices: indexScores(dataset, constructs),
    recommendations: recommendations(dataset),
  };
}
