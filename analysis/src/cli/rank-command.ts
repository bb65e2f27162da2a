import { resolve } from "node:path";
import type { Dataset } from "@mehrwert/study";
import { Command } from "commander";
import { rankDrivers } from "../ranking/rank-drivers.ts";
import type { RankingTable } from "../ranking/ranking-table.ts";
import { rankingCsv } from "../report/ranking-csv.ts";
import { rankingDocument } from "../report/ranking-json.ts";
import { rankingReport } from "../report/ranking-report.ts";
import { readDataset } from "./dataset-folder.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { progressBar } from "./progress-bar.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";

type RankOptions = DeliveryOptions & { question?: string; seed?: string; draws?: string };

/** `mehrwert rank`: the ranking table of a dataset, in the terminal or as a file. */
export function rankCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = new Command("rank")
    .description(
      text(
        "Rangtabelle aus einem Datensatz rechnen; ohne weitere Angaben erscheint sie im Terminal",
        "compute the ranking table of a dataset; without further options it appears in the terminal",
      ),
    )
    .usage(text("<Ordner> [Optionen]", "<folder> [options]"))
    .argument(
      text("<ordner>", "<folder>"),
      text("Ordner oder ZIP-Datei des Datensatzes", "folder or zip file of the dataset"),
    )
    .option(
      "--question <name>",
      text("Rangfrage, sonst die erste", "ranking question, else the first"),
    )
    .option(
      "--seed <number>",
      text("Startwert der Zufallszahlen, sonst 1", "seed of the random numbers, else 1"),
    )
    .option(
      "--draws <number>",
      text("Bootstrap-Ziehungen, sonst 2000", "bootstrap draws, else 2000"),
    )
    .addHelpText(
      "after",
      text(
        `
Beispiele:
  mehrwert rank data/
  mehrwert rank data/ --format html --out report.html
  mehrwert rank data/ --question transformation-barriers
  pnpm --silent mehrwert rank data/ --format json | jq .statistics`,
        `
Examples:
  mehrwert rank data/
  mehrwert rank data/ --format html --out report.html
  mehrwert rank data/ --question transformation-barriers
  pnpm --silent mehrwert rank data/ --format json | jq .statistics`,
      ),
    )
    .action((folder: string, options: RankOptions) => rank(folder, options, context));
  return withDeliveryOptions(command, context);
}

async function rank(folder: string, options: RankOptions, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const seed = wholeNumber("--seed", options.seed, 0, 2 ** 32 - 1);
  const draws = wholeNumber("--draws", options.draws, 1, 1_000_000);
  const source = resolve(shell.cwd, folder);
  const dataset = await readDataset(source);
  requireQuestion(dataset, options.question);
  const question = options.question ?? dataset.dictionary.rankings[0]?.question;
  const delivery = { options, context, source, fileName: `ranking-${question}` };
  await checkDelivery(delivery);
  const table = ranked(dataset, { ...options, seed, draws }, context);
  const parts = { manifest: dataset.manifest, table, softwareVersion: shell.softwareVersion };
  await deliver({
    ...delivery,
    report: rankingReport(parts, language),
    csv: rankingCsv(parts),
    json: rankingDocument(parts),
  });
  const isTable = [options.format, options.out, options.all].every((each) => each === undefined);
  if (isTable) mentionOtherQuestions(dataset, table, context);
}

function ranked(
  dataset: Dataset,
  options: { question?: string; seed: number | undefined; draws: number | undefined },
  context: CommandContext,
): RankingTable {
  const draws = options.draws ?? 2000;
  const isLong = dataset.manifest.responses * draws > 20_000_000;
  const bar = progressBar({ de: "Ziehungen", en: "Draws" }, isLong ? draws : 0, context);
  const table = rankDrivers(dataset, {
    ...(options.question === undefined ? {} : { question: options.question }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    draws,
    onDraw: bar.update,
  });
  bar.stop();
  return table;
}

function wholeNumber(
  option: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw wrongUsage(
    `${option} braucht eine ganze Zahl von ${least} bis ${most}, nicht ${text}.`,
    `${option} needs a whole number from ${least} to ${most}, not ${text}.`,
  );
}

function requireQuestion(dataset: Dataset, question: string | undefined): void {
  const names = dataset.dictionary.rankings.map((ranking) => ranking.question);
  if (names.length === 0) {
    throw badInput(
      "Der Datensatz enthält keine Rangfrage.",
      "The dataset holds no ranking question.",
    );
  }
  if (question === undefined || names.includes(question)) return;
  throw badInput(
    `Eine Rangfrage ${question} enthält der Datensatz nicht; er enthält: ${names.join(", ")}.`,
    `The dataset holds no ranking question ${question}; it holds: ${names.join(", ")}.`,
  );
}

function mentionOtherQuestions(
  dataset: Dataset,
  table: RankingTable,
  { shell, language }: CommandContext,
): void {
  const others = dataset.dictionary.rankings.filter(({ question }) => question !== table.question);
  if (others.length === 0) return;
  const names = others.map(({ question }) => `--question ${question}`).join(", ");
  const line = { de: `Weitere Rangfragen: ${names}`, en: `Further ranking questions: ${names}` };
  shell.stderr.write(`${line[language]}\n`);
}
