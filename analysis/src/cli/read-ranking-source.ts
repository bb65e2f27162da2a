import { basename, extname, resolve } from "node:path";
import type { Issue, Result } from "@mehrwert/study";
import type { Command } from "commander";
import { rankingsFromLists } from "../ranking-source/ordered-lists.ts";
import { rankingsFromPrefLib } from "../ranking-source/preflib.ts";
import {
  type RankingFileOptions,
  type RankingSource,
  rankingSourceOf,
} from "../ranking-source/ranking-source.ts";
import { rankingsFromCsv } from "../ranking-source/wide-csv.ts";
import { withAnchor } from "../ranking-source/with-anchor.ts";
import { issueLine, readDataset } from "./dataset-folder.ts";
import { fileChunks, fileSize } from "./file-chunks.ts";
import { readTextFile } from "./read-text-file.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";

/** Where the rankings come from, as typed: a dataset folder or zip, or a file of rankings. */
export type RankingSourceOptions = {
  folder?: string | undefined;
  question?: string;
  rankings?: string;
  unranked?: string;
  skipBad?: boolean;
  items?: string;
  weights?: string;
  durations?: string;
  anchor?: string;
};

/** Adds the argument and the options that `readRankingSource` understands to a command. */
export function withRankingSource(command: Command, { language }: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[language];
  return command
    .usage(
      text("<Ordner> | --rankings <Datei> [Optionen]", "<folder> | --rankings <file> [options]"),
    )
    .argument(
      text("[ordner]", "[folder]"),
      text("Ordner oder ZIP-Datei des Datensatzes", "folder or zip file of the dataset"),
    )
    .option(
      "--rankings <file>",
      text(
        "statt eines Datensatzes: CSV mit einer Spalte je Option, geordnete Listen (.txt) oder PrefLib",
        "instead of a dataset: CSV with one column per option, ordered lists (.txt) or PrefLib",
      ),
    )
    .option(
      "--unranked <below|not-presented>",
      text("was ein leeres Feld in der Datei bedeutet", "what an empty field of the file means"),
    )
    .option(
      "--skip-bad",
      text("unbrauchbare Zeilen auslassen und zählen", "leave unusable lines out and count them"),
    )
    .option(
      "--items <a,b,c>",
      text(
        "Spalten mit Rängen; die übrigen beschreiben die Befragten",
        "columns with ranks; the others describe respondents",
      ),
    )
    .option("--weights <column>", text("Spalte mit Gewichten", "column with weights"))
    .option(
      "--question <name>",
      text("Rangfrage des Datensatzes, sonst die erste", "ranking question, else the first"),
    );
}

/** The path of the dataset or file, so that nothing is written over it. */
export function rankingSourcePath(
  { folder, rankings }: RankingSourceOptions,
  { shell }: CommandContext,
): string {
  return resolve(shell.cwd, rankings ?? folder ?? ".");
}

/**
 * The rankings that a command was pointed at.
 *
 * @throws CommandFailure with everything that is wrong with them, or with the way they were named
 */
export async function readRankingSource(
  options: RankingSourceOptions,
  context: CommandContext,
): Promise<RankingSource> {
  checkUsage(options);
  const path = rankingSourcePath(options, context);
  if (options.rankings === undefined) return datasetSource(path, options.question);
  const result = await parsed(path, fileOptions(path, options));
  if (!result.ok) throw refusal(path, result.issues);
  for (const issue of result.warnings)
    context.shell.stderr.write(`${issue.path}: ${issue.message[context.language]}\n`);
  return options.anchor === undefined
    ? result.value
    : anchored(result.value, resolve(context.shell.cwd, options.anchor));
}

/** The rankings with the answers to the anchor question beside them. */
async function anchored(source: RankingSource, path: string): Promise<RankingSource> {
  const fileName = basename(path);
  const read = await parsed(path, { fileName, unranked: "below", skipBad: true });
  const result = read.ok ? withAnchor(source, read.value, fileName) : read;
  if (!result.ok) throw refusal(path, result.issues);
  return result.value;
}

async function parsed(path: string, options: RankingFileOptions): Promise<Result<RankingSource>> {
  const extension = extname(options.fileName).toLowerCase();
  if ([".soc", ".soi", ".toc", ".toi"].includes(extension))
    return rankingsFromPrefLib(await readTextFile(path), options);
  if ([".txt", ".list", ".lists"].includes(extension))
    return rankingsFromLists(await readTextFile(path), options);
  return rankingsFromCsv(fileChunks(path), { ...options, fileBytes: fileSize(path) });
}

async function datasetSource(path: string, question: string | undefined): Promise<RankingSource> {
  const dataset = await readDataset(path);
  const names = dataset.dictionary.rankings.map((ranking) => ranking.question);
  if (names.length === 0) {
    throw badInput(
      "Der Datensatz enthält keine Rangfrage.",
      "The dataset holds no ranking question.",
    );
  }
  if (question !== undefined && !names.includes(question)) {
    throw badInput(
      `Eine Rangfrage ${question} enthält der Datensatz nicht; er enthält: ${names.join(", ")}.`,
      `The dataset holds no ranking question ${question}; it holds: ${names.join(", ")}.`,
    );
  }
  return rankingSourceOf(dataset, question);
}

function fileOptions(path: string, options: RankingSourceOptions): RankingFileOptions {
  const { unranked } = options;
  return {
    fileName: basename(path),
    ...((unranked === "below" || unranked === "not-presented") && { unranked }),
    ...(options.skipBad === true && { skipBad: true }),
    ...(options.items !== undefined && {
      items: options.items.split(",").map((item) => item.trim()),
    }),
    ...(options.weights !== undefined && { weights: options.weights }),
    ...(options.durations !== undefined && { durations: options.durations }),
  };
}

function checkUsage(options: RankingSourceOptions): void {
  const { folder, rankings, unranked } = options;
  if ((folder === undefined) === (rankings === undefined)) {
    throw wrongUsage(
      "Nennen Sie entweder den Ordner eines Datensatzes oder eine Datei mit --rankings.",
      "Name either the folder of a dataset or a file with --rankings.",
    );
  }
  if (unranked !== undefined && unranked !== "below" && unranked !== "not-presented") {
    throw wrongUsage(
      `--unranked kennt below und not-presented, nicht ${unranked}.`,
      `--unranked knows below and not-presented, not ${unranked}.`,
    );
  }
  const isForFiles =
    unranked !== undefined ||
    options.skipBad === true ||
    options.items !== undefined ||
    options.weights !== undefined ||
    options.durations !== undefined ||
    options.anchor !== undefined;
  if (folder !== undefined && isForFiles) {
    throw wrongUsage(
      "--unranked, --skip-bad, --items, --weights, --durations und --anchor gehören zu --rankings; ein Datensatz sagt das selbst.",
      "--unranked, --skip-bad, --items, --weights, --durations and --anchor go with --rankings; a dataset says this itself.",
    );
  }
  if (rankings !== undefined && options.question !== undefined) {
    throw wrongUsage(
      "--question gehört zu einem Datensatz, nicht zu --rankings.",
      "--question goes with a dataset, not with --rankings.",
    );
  }
}

function refusal(path: string, issues: readonly Issue[]) {
  const lines = (language: "de" | "en") =>
    issues.map((issue) => issueLine(issue, language)).join("\n");
  return badInput(
    `${path} enthält keine brauchbaren Rangfolgen:\n${lines("de")}`,
    `${path} holds no usable rankings:\n${lines("en")}`,
  );
}
