import { type MaxDiffTask, maxDiffChoices } from "@mehrwert/statistics";
import {
  type DataDictionary,
  type Dataset,
  type LocalizedText,
  missingReason,
} from "@mehrwert/study";
import type { ChoicesSource } from "./choices-csv.ts";

type DictionaryMaxDiff = NonNullable<DataDictionary["maxdiffs"]>[number];

/** Best–worst choices of a dataset. Items go by their stable names; `labels` are what participants read. */
export type DatasetChoices = ChoicesSource & {
  question: string;
  labels: ReadonlyMap<string, LocalizedText>;
  /** Sets in which only the best or only the worst was chosen; they are left out. */
  unfinishedSets: number;
  /** The ranking question that chance gave to the others, if there is one. */
  alternativeTo?: string;
};

/**
 * The choices of one MaxDiff question of a dataset (default: its first); sets with a best and a worst count.
 *
 * @returns undefined if the dataset has no such question, or nobody finished a set
 * @throws RangeError if a choice was not among the options of its set
 */
export function choicesOfDataset(dataset: Dataset, question?: string): DatasetChoices | undefined {
  const { maxdiffs = [] } = dataset.dictionary;
  const maxdiff = maxdiffs.find((each) => question === undefined || each.question === question);
  if (maxdiff === undefined) return undefined;
  const codes = [...maxdiff.options].sort();
  const { tasks, respondents, unfinishedSets } = tasksOf(dataset, maxdiff, codes);
  if (tasks.length === 0) return undefined;
  const found = maxDiffChoices({ itemCount: codes.length, tasks });
  if (!found.ok) throw new RangeError("the sets of the dataset are no choices of best and worst");
  const { alternativeTo } = maxdiff;
  const items = itemNames(dataset.dictionary, alternativeTo, codes);
  const labels = labelsOf(dataset.dictionary, maxdiff);
  return {
    ...{
      fileName: maxdiff.question,
      question: maxdiff.question,
      items,
      respondents,
      unfinishedSets,
    },
    choices: found.choices,
    labels: new Map(
      codes.map((code, item) => [items[item] ?? code, labels.get(code) ?? { de: code, en: code }]),
    ),
    ...(alternativeTo !== undefined && { alternativeTo }),
  };
}

function tasksOf(
  { columns, manifest }: Dataset,
  { question, sets }: DictionaryMaxDiff,
  codes: readonly string[],
) {
  const ids = columns.get("id") ?? [];
  const tasks: MaxDiffTask[] = [];
  const respondents: string[] = [];
  let unfinishedSets = 0;
  const cell = (name: string, row: number) => {
    const found = columns.get(`${question}.${name}`)?.[row];
    return found === undefined || missingReason(found) !== undefined ? undefined : found;
  };
  for (let row = 0; row < manifest.responses; row += 1) {
    const before = tasks.length;
    for (let set = 1; set <= sets; set += 1) {
      const [best, worst] = [cell(`${set}.best`, row), cell(`${set}.worst`, row)];
      const shown = cell(`${set}.shown`, row)?.split("|");
      if (shown === undefined || best === undefined || worst === undefined) {
        if (best !== undefined || worst !== undefined) unfinishedSets += 1;
        continue;
      }
      tasks.push({
        respondent: respondents.length,
        shown: shown.map((code) => codes.indexOf(code)),
        best: codes.indexOf(best),
        worst: codes.indexOf(worst),
      });
    }
    if (tasks.length > before) respondents.push(ids[row] ?? "");
  }
  return { tasks, respondents, unfinishedSets };
}

/** The names that the ranking gives the same options, so that both can be compared; else their codes. */
function itemNames(
  { rankings }: DataDictionary,
  alternativeTo: string | undefined,
  codes: readonly string[],
): string[] {
  const names = rankings.find(({ question }) => question === alternativeTo)?.names ?? {};
  return codes.map((code) => names[code] ?? code);
}

function labelsOf({ variables }: DataDictionary, { question }: DictionaryMaxDiff) {
  const options = variables.find(({ name }) => name === `${question}.1.best`)?.options ?? [];
  return new Map(options.map(({ code, label }) => [code, label]));
}
