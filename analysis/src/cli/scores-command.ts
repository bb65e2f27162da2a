import { resolve } from "node:path";
import { Command } from "commander";
import { respondentScoresCsv, scoresCsv, scoresDocument } from "../scores/scores-document.ts";
import { scoresOf } from "../scores/scores-of.ts";
import { scoresReport } from "../scores/scores-report.ts";
import { readDataset } from "./dataset-folder.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";

type ScoresOptions = DeliveryOptions & { perRespondent?: boolean };

/** `mehrwert scores`: constructs and indices as the instrument declares them. */
export function scoresCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = new Command("scores")
    .description(
      text(
        "Werte der Konstrukte und Kennwerte, mit den Regeln des Fragebogens",
        "scores of constructs and indices, by the rules of the questionnaire",
      ),
    )
    .usage(text("<Ordner> [Optionen]", "<folder> [options]"))
    .argument(
      text("<ordner>", "<folder>"),
      text("Ordner oder ZIP-Datei des Datensatzes", "folder or zip file of the dataset"),
    )
    .option(
      "--per-respondent",
      text(
        "CSV mit einer Zeile je Person statt der Zusammenfassung",
        "CSV with one line per person instead of the summary",
      ),
    );
  return withDeliveryOptions(command, context).action((folder: string, options: ScoresOptions) =>
    scores(folder, options, context),
  );
}

async function scores(
  folder: string,
  given: ScoresOptions,
  context: CommandContext,
): Promise<void> {
  const { language, shell } = context;
  const { softwareVersion } = shell;
  const options = given.perRespondent === true ? asCsv(given) : given;
  const path = resolve(shell.cwd, folder);
  const fileName = given.perRespondent === true ? "respondent-scores" : "scores";
  const place = { options, context, fileName, source: path };
  await checkDelivery(place);
  const dataset = await readDataset(path);
  const table = scoresOf(dataset);
  await deliver({
    ...place,
    report: scoresReport(table, dataset, { language, softwareVersion }),
    csv:
      given.perRespondent === true
        ? respondentScoresCsv(table)
        : scoresCsv(table, dataset, softwareVersion),
    json: scoresDocument(table, dataset, softwareVersion),
  });
}

/** Numbers of single people come as CSV only: reports are for groups. */
function asCsv(options: ScoresOptions): ScoresOptions {
  const { format = "csv", all } = options;
  if (format === "csv" && all === undefined) return { ...options, format };
  throw wrongUsage(
    "--per-respondent schreibt CSV; --all und andere Formate passen nicht dazu.",
    "--per-respondent writes CSV; --all and other formats do not go with it.",
  );
}
