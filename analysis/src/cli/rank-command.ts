import { resolve } from "node:path";
import type { Dataset } from "@mehrwert/study";
import { Command } from "commander";
import { rankDrivers } from "../ranking/rank-drivers.ts";
import type { RankingTable } from "../ranking/ranking-table.ts";
import { rankingReport } from "../report/ranking-report.ts";
import { readDataset } from "./dataset-folder.ts";
import { progressBar } from "./progress-bar.ts";
import {
  formatOf,
  type RankingFormat,
  rankingFormats,
  renderedRanking,
} from "./rendered-ranking.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { terminalReport } from "./terminal-report.ts";
import { writeReports } from "./write-reports.ts";

type RankOptions = {
  question?: string;
  seed?: string;
  draws?: string;
  format?: string;
  out?: string;
  all?: string;
};

/** `mehrwert rank`: the ranking table of a dataset, in the terminal or as a file. */
export function rankCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const formats = ["table", ...rankingFormats].join("|");
  return new Command("rank")
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
    .option(`--format <${formats}>`, text("Format der Ausgabe", "format of the output"))
    .option(
      "--out <file>",
      text("in diese Datei oder diesen Ordner schreiben", "write to this file or folder"),
    )
    .option(
      "--all <folder>",
      text("alle Formate in diesen Ordner schreiben", "write every format to this folder"),
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
}

async function rank(folder: string, options: RankOptions, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const out = options.out === undefined ? undefined : resolve(shell.cwd, options.out);
  const format = chosenFormat(options, out);
  const seed = wholeNumber("--seed", options.seed, 0, 2 ** 32 - 1);
  const draws = wholeNumber("--draws", options.draws, 1, 1_000_000);
  const source = resolve(shell.cwd, folder);
  const dataset = await readDataset(source);
  requireQuestion(dataset, options.question);
  const table = ranked(dataset, { ...options, seed, draws }, context);
  const parts = { manifest: dataset.manifest, table, softwareVersion: shell.softwareVersion };
  if (options.all !== undefined) {
    await writeReports({
      target: { folder: resolve(shell.cwd, options.all) },
      source,
      reports: rankingFormats.map((each) => renderedRanking(each, parts, language)),
      context,
    });
  } else if (out !== undefined) {
    const report = renderedRanking(format ?? "markdown", parts, language);
    await writeReports({ target: { path: out }, source, reports: [report], context });
  } else if (format !== undefined) {
    shell.stdout.write(renderedRanking(format, parts, language).text);
  } else {
    shell.stdout.write(terminalReport(rankingReport(parts, language), shell));
    mentionOtherQuestions(dataset, table, context);
  }
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

function chosenFormat(options: RankOptions, out: string | undefined): RankingFormat | undefined {
  if (options.all !== undefined && (options.format !== undefined || options.out !== undefined)) {
    throw wrongUsage(
      "--all schreibt alle Formate; --format und --out passen nicht dazu.",
      "--all writes every format; --format and --out do not go with it.",
    );
  }
  // The terminal table is what appears without any format.
  if (options.format === "table" && out === undefined) return undefined;
  if (options.format === undefined) return out === undefined ? undefined : formatOf(out);
  const format = rankingFormats.find((each) => each === options.format);
  if (format !== undefined) return format;
  throw wrongUsage(
    `Das Format ${options.format} gibt es nicht; möglich sind table (ohne --out), ${rankingFormats.join(", ")}.`,
    `There is no format ${options.format}; choose table (without --out), ${rankingFormats.join(", ")}.`,
  );
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
