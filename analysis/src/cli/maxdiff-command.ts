import { basename, resolve } from "node:path";
import type { MaxDiffLikelihood } from "@mehrwert/statistics";
import { Command } from "commander";
import { analyseChoices } from "../maxdiff/analyse-choices.ts";
import { choicesFromCsv } from "../maxdiff/choices-csv.ts";
import { choicesCsv, choicesDocument } from "../maxdiff/choices-document.ts";
import { choicesReport } from "../maxdiff/choices-report.ts";
import { compareWithRanking, type SplitAnswers } from "../maxdiff/compare-with-ranking.ts";
import { noMethodComparisonText } from "../maxdiff/method-comparison-sentences.ts";
import { datasetMaxDiff } from "./dataset-maxdiff.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { readRankingSource } from "./read-ranking-source.ts";
import { readTextFile, unusableFile } from "./read-text-file.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { wholeNumber } from "./typed-number.ts";

type MaxDiffOptions = DeliveryOptions & {
  folder?: string | undefined;
  question?: string;
  choices?: string;
  likelihood?: string;
  rankings?: string;
  unranked?: string;
  seed?: string;
};

const draws = 2_000;

/** `mehrwert maxdiff`: what is chosen as best and as worst, and what that says about how much it is valued. */
export function maxDiffCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = new Command("maxdiff")
    .description(
      text(
        "Wahlen von Bestem und Schlechtestem auswerten (MaxDiff)",
        "analyse choices of best and worst (MaxDiff)",
      ),
    )
    .usage(text("<Ordner> | --choices <Datei> [Optionen]", "<folder> | --choices <file> [options]"))
    .argument(
      text("[ordner]", "[folder]"),
      text("Ordner oder ZIP-Datei des Datensatzes", "folder or zip file of the dataset"),
    )
    .option(
      "--question <name>",
      text("MaxDiff-Frage des Datensatzes, sonst die erste", "MaxDiff question, else the first"),
    )
    .option(
      "--choices <file>",
      text(
        "statt eines Datensatzes: CSV mit id,set,shown,best,worst; shown getrennt durch |",
        "instead of a dataset: CSV with id,set,shown,best,worst; shown separated by |",
      ),
    )
    .option(
      "--likelihood <pair|marginal|sequential>",
      text("Wahlmodell, sonst pair", "how choices come about, else pair"),
    )
    .option(
      "--rankings <file>",
      text(
        "mit einer Rangfolge derselben Optionen durch andere Befragte vergleichen",
        "compare with a ranking of the same options by other respondents",
      ),
    )
    .option(
      "--unranked <below|not-presented>",
      text("was ein leeres Feld in --rankings bedeutet", "what an empty field of --rankings means"),
    )
    .option(
      "--seed <number>",
      text(
        "Startwert der Zufallszahlen des Vergleichs, sonst 1",
        "seed of the random numbers of the comparison, else 1",
      ),
    );
  return withDeliveryOptions(command, context).action(
    (folder: string | undefined, options: MaxDiffOptions) =>
      maxDiff({ ...options, folder }, context),
  );
}

async function maxDiff(options: MaxDiffOptions, context: CommandContext): Promise<void> {
  const { language, shell } = context;
  const { softwareVersion } = shell;
  checkUsage(options);
  const likelihood = typedLikelihood(options.likelihood);
  const seed = wholeNumber("--seed", options.seed, 0, 2 ** 32 - 1) ?? 1;
  const path = resolve(shell.cwd, options.choices ?? options.folder ?? ".");
  const place = { options, context, fileName: "maxdiff", source: path };
  await checkDelivery(place);
  if (options.choices === undefined) {
    const question = options.question === undefined ? {} : { question: options.question };
    const settings = { ...question, likelihood, seed, draws };
    return deliver({ ...place, ...(await datasetMaxDiff(path, settings, context)) });
  }
  const source = choicesFromCsv(await readTextFile(path), basename(path));
  if (!source.ok) throw unusableFile(path, source.issues);
  const { items, choices } = source.value;
  const comparison = await comparisonWith(options, { items, choices, likelihood, seed }, context);
  const analysis = analyseChoices(source.value, likelihood);
  await deliver({
    ...place,
    report: choicesReport(analysis, { language, softwareVersion, ...comparison }),
    csv: choicesCsv(analysis, softwareVersion),
    json: choicesDocument(analysis, softwareVersion, comparison.comparison),
  });
}

function checkUsage({ folder, choices, question, rankings, unranked, seed }: MaxDiffOptions): void {
  if ((folder === undefined) === (choices === undefined))
    throw wrongUsage(
      "Nennen Sie entweder den Ordner eines Datensatzes oder eine Datei mit --choices.",
      "Name either the folder of a dataset or a file with --choices.",
    );
  if (folder !== undefined && (rankings ?? unranked) !== undefined)
    throw wrongUsage(
      "--rankings und --unranked gehören zu --choices; ein Datensatz bringt seine Rangfolge mit.",
      "--rankings and --unranked go with --choices; a dataset brings its own ranking.",
    );
  if (choices !== undefined && question !== undefined)
    throw wrongUsage("--question gehört zu einem Datensatz.", "--question goes with a dataset.");
  if (choices !== undefined && rankings === undefined && (unranked ?? seed) !== undefined)
    throw wrongUsage(
      "--unranked und --seed gehören zu --rankings.",
      "--unranked and --seed go with --rankings.",
    );
}

/** The comparison with a ranking, if one was asked for. */
async function comparisonWith(
  { rankings, unranked }: MaxDiffOptions,
  { seed, ...maxDiff }: SplitAnswers["maxDiff"] & { seed: number },
  context: CommandContext,
): Promise<{ comparison?: ReturnType<typeof compareWithRanking> }> {
  if (rankings === undefined) return {};
  const own = { rankings, ...(unranked !== undefined && { unranked }) };
  const source = await readRankingSource(own, context);
  const ranking = { items: source.items.map(({ name }) => name), rankings: source.rankings };
  const comparison = compareWithRanking({ ranking, maxDiff }, { seed, draws });
  if (!comparison.exists && comparison.reason === "items-differ") {
    const { de, en } = noMethodComparisonText(comparison);
    throw badInput(de, en);
  }
  return { comparison };
}

function typedLikelihood(typed = "pair"): MaxDiffLikelihood {
  if (typed === "pair" || typed === "marginal" || typed === "sequential") return typed;
  throw wrongUsage(
    `--likelihood kennt pair, marginal und sequential, nicht ${typed}.`,
    `--likelihood knows pair, marginal and sequential, not ${typed}.`,
  );
}
