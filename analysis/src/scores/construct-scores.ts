import { cronbachsAlpha, noStatistic, ratingTable } from "@mehrwert/statistics";
import type { DataDictionary, Dataset, Variable } from "@mehrwert/study";
import { meanOfItems, scoreMoments, usualMinimum } from "./score-moments.ts";
import type { ConstructScore } from "./score-table.ts";
import { rangeOf, variableNumbers } from "./variable-numbers.ts";

/** The rating items that make up a construct's score. */
export function scoredItems({ variables }: DataDictionary, construct: string): Variable[] {
  return variables.filter(
    (each) => each.type === "rating" && each.construct === construct && each.scored !== false,
  );
}

/** The scores of all constructs that are measured by the mean of their items, in the order of the dictionary. */
export function constructScores(dataset: Dataset): ConstructScore[] {
  const { dictionary } = dataset;
  return dictionary.constructs
    .filter(({ measure }) => measure === "scale")
    .flatMap((construct) => {
      const items = scoredItems(dictionary, construct.id);
      return items.length === 0 ? [] : [constructScore(dataset, construct, items)];
    });
}

function constructScore(
  dataset: Dataset,
  { id, label, definition, ...construct }: DataDictionary["constructs"][number],
  items: readonly Variable[],
): ConstructScore {
  const columns = items.map((item) => variableNumbers(dataset, item));
  const minimumAnswered = construct.minimumAnswered ?? usualMinimum(items.length);
  const scores = meanOfItems(columns, minimumAnswered, dataset.manifest.responses);
  const rows = scores
    .map((_, respondent) => columns.map((column) => column[respondent]))
    .filter((row) => row.some((value) => value !== undefined));
  const moments = scoreMoments(scores);
  const ranges = items.map(rangeOf);
  const [range] = ranges;
  const hasOneRange = ranges.every((each) => each?.[0] === range?.[0] && each?.[1] === range?.[1]);
  return {
    ...{ id, label, definition },
    items: items.map((item) => ({
      item: item.name,
      label: item.label,
      isReversed: item.reverseKeyed === true,
    })),
    minimumAnswered,
    ...(range !== undefined && hasOneRange && { range }),
    ...moments,
    tooFewItems: rows.length - moments.n,
    alpha:
      rows.length === 0
        ? noStatistic("fewer-than-two-respondents")
        : cronbachsAlpha(ratingTable(rows)),
    scores,
  };
}
