import type { Dataset } from "@mehrwert/study";
import { Command } from "commander";
import { analyseRankings } from "../ranking/analyse-rankings.ts";
import { analysisCsv, withModelColumns } from "../ranking/analysis-csv.ts";
import { analysisDocument } from "../ranking/analysis-document.ts";
import type { BootstrapKind } from "../ranking/bootstrap-kind.ts";
import { fileReport } from "../ranking/file-report.ts";
import { rankDrivers } from "../ranking/rank-drivers.ts";
import type { RankingAnalysis } from "../ranking/ranking-analysis.ts";
import type { RankingTable } from "../ranking/ranking-table.ts";
import { studyDocument } from "../ranking/study-document.ts";
import { studyReport } from "../ranking/study-report.ts";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import { rankingCsv } from "../report/ranking-csv.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import {
  type RankingSourceOptions,
  rankingSourcePath,
  readRankingSource,
  withRankingSource,
} from "./read-ranking-source.ts";
import type { Findings } from "./report-formats.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";
import { quietCommand, typedCommand } from "./typed-command.ts";
import { wholeNumber } from "./typed-number.ts";

type RankOptions = RankingSourceOptions &
  DeliveryOptions & { seed?: string; draws?: string; interval?: string; pseudo?: boolean };

/** `mehrwert rank`: who comes first, how sure that is, and who is really ahead of whom. */
export function rankCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withRankingSource(
    new Command("rank").description(
      text(
        "Rangtabelle aus einem Datensatz oder einer Datei rechnen; ohne weitere Angaben erscheint sie im Terminal",
        "compute the ranking table of a dataset or file; without further options it appears in the terminal",
      ),
    ),
    context,
  )
    .option(
      "--seed <number>",
      text("Startwert der Zufallszahlen, sonst 1", "seed of the random numbers, else 1"),
    )
    .option(
      "--draws <number>",
      text("Bootstrap-Ziehungen, sonst 2000", "bootstrap draws, else 2000"),
    )
    .option(
      "--interval <percentile|bca>",
      text(
        "Bootstrap-Intervalle: percentile (sonst) oder bca, besser bei schiefen Verteilungen",
        "bootstrap intervals: percentile (else) or bca, better for skewed distributions",
      ),
    )
    .option(
      "--anchor <file>",
      text(
        "CSV einer Kontrollfrage, Spalten in der richtigen Reihenfolge, eine Zeile je Zeile der Rangfolgen",
        "CSV of an anchor question, columns in the right order, one line per line of the rankings",
      ),
    )
    .option(
      "--durations <column>",
      text("Spalte mit der Bearbeitungszeit", "column with the time each person took"),
    )
    .option(
      "--pseudo",
      text(
        "erfundene Vergleiche dazugeben, wenn es sonst keine Worths gibt",
        "add invented comparisons where there are no worths otherwise",
      ),
    )
    .addHelpText("after", examples[context.language]);
  return withDeliveryOptions(command, context).action(
    (folder: string | undefined, options: RankOptions) => rank({ ...options, folder }, context),
  );
}

const examples = {
  de: `
Beispiele:
  ${typedCommand} rank data/
  ${typedCommand} rank data/ --format html --out report.html
  ${typedCommand} rank data/ --question transformation-barriers
  ${typedCommand} rank --rankings ranks.csv --unranked below
  ${quietCommand} rank data/ --format json | jq .items`,
  en: `
Examples:
  ${typedCommand} rank data/
  ${typedCommand} rank data/ --format html --out report.html
  ${typedCommand} rank data/ --question transformation-barriers
  ${typedCommand} rank --rankings ranks.csv --unranked below
  ${quietCommand} rank data/ --format json | jq .items`,
};

async function rank(options: RankOptions, context: CommandContext): Promise<void> {
  const seed = wholeNumber("--seed", options.seed, 0, 2 ** 32 - 1) ?? 1;
  const draws = wholeNumber("--draws", options.draws, 1, 1_000_000) ?? 2000;
  const interval = chosenInterval(options.interval);
  const path = rankingSourcePath(options, context);
  const name = options.question === undefined ? "ranking" : `ranking-${options.question}`;
  await checkDelivery({ options, context, fileName: name, source: path });
  const source = await readRankingSource(options, context);
  const { dataset } = source;
  const table =
    dataset &&
    rankDrivers(dataset, {
      ...(source.question !== undefined && { question: source.question }),
      seed,
      draws,
      interval,
    });
  const analysis = analyseRankings(source, {
    ...{ seed, draws, interval, pseudo: options.pseudo === true },
    // Both halves of a report stand in the same order.
    prefersWorths: table?.rows.some(({ worth }) => worth !== undefined) ?? false,
  });
  const fileName = source.question === undefined ? name : `ranking-${source.question}`;
  const findings =
    dataset === undefined || table === undefined
      ? fileFindings(analysis, source, context)
      : studyFindings({ analysis, source, dataset, table, context });
  await deliver({ options, context, fileName, source: path, ...findings });
  if (dataset !== undefined) mentionOtherQuestions(dataset, source, options, context);
}

function chosenInterval(typed: string | undefined): BootstrapKind {
  if (typed === undefined || typed === "percentile") return "percentile";
  if (typed === "bca") return "bca";
  throw wrongUsage(
    `--interval kennt percentile und bca, nicht ${typed}.`,
    `--interval knows percentile and bca, not ${typed}.`,
  );
}

function fileFindings(
  analysis: RankingAnalysis,
  source: RankingSource,
  { shell, language }: CommandContext,
): Findings {
  const { softwareVersion } = shell;
  return {
    report: fileReport(analysis, source, { language, softwareVersion }),
    csv: analysisCsv(analysis, softwareVersion),
    json: {
      format: "mehrwert-ranking",
      formatVersion: 1,
      ...analysisDocument(analysis, source, softwareVersion),
    },
  };
}

function studyFindings(input: {
  analysis: RankingAnalysis;
  source: RankingSource;
  dataset: Dataset;
  table: RankingTable;
  context: CommandContext;
}): Findings {
  const { analysis, source, dataset, table, context } = input;
  const { softwareVersion } = context.shell;
  const parts = { manifest: dataset.manifest, table, softwareVersion };
  return {
    report: studyReport(parts, analysis, context.language),
    csv: withModelColumns(rankingCsv(parts), analysis),
    json: studyDocument(parts, analysis, source),
  };
}

function mentionOtherQuestions(
  dataset: Dataset,
  source: RankingSource,
  options: RankOptions,
  { shell, language }: CommandContext,
): void {
  const isShown = options.format === undefined && options.out === undefined;
  const others = dataset.dictionary.rankings.filter(({ question }) => question !== source.question);
  if (others.length === 0 || !isShown || options.all !== undefined) return;
  const names = others.map(({ question }) => `--question ${question}`).join(", ");
  const line = { de: `Weitere Rangfragen: ${names}`, en: `Further ranking questions: ${names}` };
  shell.stderr.write(`${line[language]}\n`);
}
