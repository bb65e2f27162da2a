import { basename, resolve } from "node:path";
import type { MaxDiffLikelihood } from "@mehrwert/statistics";
import { Command } from "commander";
import { analyseChoices } from "../maxdiff/analyse-choices.ts";
import { choicesFromCsv } from "../maxdiff/choices-csv.ts";
import { choicesCsv, choicesDocument } from "../maxdiff/choices-document.ts";
import { choicesReport } from "../maxdiff/choices-report.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { readTextFile, unusableFile } from "./read-text-file.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";

type MaxDiffOptions = DeliveryOptions & { choices?: string; likelihood?: string };

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
    .usage(text("--choices <Datei> [Optionen]", "--choices <file> [options]"))
    .option(
      "--choices <file>",
      text(
        "CSV mit id,set,shown,best,worst; shown getrennt durch |",
        "CSV with id,set,shown,best,worst; shown separated by |",
      ),
    )
    .option(
      "--likelihood <pair|marginal|sequential>",
      text("Wahlmodell, sonst pair", "how choices come about, else pair"),
    );
  return withDeliveryOptions(command, context).action((options: MaxDiffOptions) =>
    maxDiff(options, context),
  );
}

async function maxDiff(options: MaxDiffOptions, context: CommandContext): Promise<void> {
  const { language, shell } = context;
  const { softwareVersion } = shell;
  if (options.choices === undefined)
    throw wrongUsage("Nennen Sie eine Datei mit --choices.", "Name a file with --choices.");
  const likelihood = typedLikelihood(options.likelihood);
  const path = resolve(shell.cwd, options.choices);
  const place = { options, context, fileName: "maxdiff", source: path };
  await checkDelivery(place);
  const source = choicesFromCsv(await readTextFile(path), basename(path));
  if (!source.ok) throw unusableFile(path, source.issues);
  const analysis = analyseChoices(source.value, likelihood);
  await deliver({
    ...place,
    report: choicesReport(analysis, { language, softwareVersion }),
    csv: choicesCsv(analysis, softwareVersion),
    json: choicesDocument(analysis, softwareVersion),
  });
}

function typedLikelihood(typed = "pair"): MaxDiffLikelihood {
  if (typed === "pair" || typed === "marginal" || typed === "sequential") return typed;
  throw wrongUsage(
    `--likelihood kennt pair, marginal und sequential, nicht ${typed}.`,
    `--likelihood knows pair, marginal and sequential, not ${typed}.`,
  );
}
