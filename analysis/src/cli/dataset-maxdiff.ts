import { analyseChoices } from "../maxdiff/analyse-choices.ts";
import { choicesCsv, choicesDocument } from "../maxdiff/choices-document.ts";
import { choicesReport } from "../maxdiff/choices-report.ts";
import { compareWithRanking } from "../maxdiff/compare-with-ranking.ts";
import { choicesOfDataset, type DatasetChoices } from "../maxdiff/dataset-choices.ts";
import {
  asStudyDocument,
  asStudyReport,
  inParticipantsWords,
} from "../maxdiff/dataset-choices-findings.ts";
import { rankingSourceOf } from "../ranking-source/ranking-source.ts";
import { readDataset } from "./dataset-folder.ts";
import type { Findings } from "./report-formats.ts";
import { badInput, type CommandContext } from "./shell.ts";

type Settings = {
  question?: string;
  likelihood: Parameters<typeof analyseChoices>[1];
  seed: number;
  draws: number;
};

/**
 * What a dataset says by MaxDiff; beside the ranking of the same options, where chance gave some the one question and
 * others the other.
 *
 * @throws CommandFailure if the dataset holds no finished set
 */
export async function datasetMaxDiff(
  path: string,
  { question, likelihood, seed, draws }: Settings,
  { language, shell: { softwareVersion } }: CommandContext,
): Promise<Findings> {
  const dataset = await readDataset(path);
  const source = choicesOfDataset(dataset, question);
  if (source === undefined) throw noChoices(path, dataset.dictionary.maxdiffs);
  const analysis = analyseChoices(source, likelihood);
  const compared = comparisonOf(dataset, source, { likelihood, seed, draws });
  const found = { analysis, ...compared };
  const worded = inParticipantsWords(found, source.labels, language);
  const report = choicesReport(worded.analysis, {
    ...{ language, softwareVersion },
    ...(worded.comparison !== undefined && { comparison: worded.comparison }),
  });
  return {
    report: asStudyReport(report, dataset, source),
    csv: choicesCsv(analysis, softwareVersion),
    json: asStudyDocument(
      choicesDocument(analysis, softwareVersion, compared.comparison),
      dataset,
      source,
    ),
  };
}

/** The comparison with the ranking of the others, if there is one that anybody answered. */
function comparisonOf(
  dataset: Parameters<typeof rankingSourceOf>[0],
  { alternativeTo, items, choices }: DatasetChoices,
  { likelihood, seed, draws }: Omit<Settings, "question">,
): { comparison?: ReturnType<typeof compareWithRanking> } {
  if (alternativeTo === undefined) return {};
  const source = rankingSourceOf(dataset, alternativeTo);
  if (source.rankings.n === 0) return {};
  const ranking = { items: source.items.map(({ name }) => name), rankings: source.rankings };
  const maxDiff = { items, choices, likelihood };
  return { comparison: compareWithRanking({ ranking, maxDiff }, { seed, draws }) };
}

function noChoices(path: string, maxdiffs: readonly { question: string }[] = []) {
  const names = maxdiffs.map(({ question }) => question).join(", ");
  return maxdiffs.length === 0
    ? badInput(`${path} enthält keine MaxDiff-Frage.`, `${path} holds no MaxDiff question.`)
    : badInput(
        `${path} enthält dafür keine beendete Auswahl; MaxDiff-Fragen: ${names}.`,
        `${path} holds no finished set for this; MaxDiff questions: ${names}.`,
      );
}
