import { resolve } from "node:path";
import { Command } from "commander";
import { type Description, describeDataset } from "../description/describe-dataset.ts";
import { descriptionCsv, descriptionDocument } from "../description/description-document.ts";
import { descriptionReport } from "../description/description-report.ts";
import {
  type ImportancePerformance,
  importancePerformance,
  type NoImportancePerformance,
} from "../description/importance-performance.ts";
import { readDataset } from "./dataset-folder.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";

type DescribeOptions = DeliveryOptions & { importance?: string; performance?: string };

/** `mehrwert describe`: every variable of a dataset, with what is missing and why. */
export function describeCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = new Command("describe")
    .description(
      text(
        "alle Variablen eines Datensatzes beschreiben: Verteilung, Mittel, Fehlendes nach Grund",
        "describe every variable of a dataset: distribution, means, what is missing and why",
      ),
    )
    .usage(text("<Ordner> [Optionen]", "<folder> [options]"))
    .argument(
      text("<ordner>", "<folder>"),
      text("Ordner oder ZIP-Datei des Datensatzes", "folder or zip file of the dataset"),
    )
    .option(
      "--importance <question>",
      text(
        "Frage, die sagt, wie wichtig etwas ist; mit --performance für das Bild aus beiden",
        "question that says how much things matter; with --performance for the figure of both",
      ),
    )
    .option(
      "--performance <question>",
      text(
        "Frage, die dieselben Aussagen nach ihrer Erfüllung bewertet",
        "question that rates the same items by how well they are met",
      ),
    );
  return withDeliveryOptions(command, context).action((folder: string, options: DescribeOptions) =>
    describe(folder, options, context),
  );
}

async function describe(
  folder: string,
  options: DescribeOptions,
  context: CommandContext,
): Promise<void> {
  const { language, shell } = context;
  const { softwareVersion } = shell;
  if ((options.importance === undefined) !== (options.performance === undefined))
    throw wrongUsage(
      "--importance und --performance gehören zusammen.",
      "--importance and --performance go together.",
    );
  const path = resolve(shell.cwd, folder);
  const place = { options, context, fileName: "description", source: path };
  await checkDelivery(place);
  const description = describeDataset(await readDataset(path));
  const { pairs } = pairsOf(description, options);
  await deliver({
    ...place,
    report: descriptionReport(description, {
      ...{ language, softwareVersion },
      ...(pairs !== undefined && { pairs }),
    }),
    csv: descriptionCsv(description, softwareVersion),
    json: descriptionDocument(description, softwareVersion, pairs),
  });
}

function pairsOf(
  description: Description,
  { importance, performance }: DescribeOptions,
): { pairs?: ImportancePerformance } {
  if (importance === undefined || performance === undefined) return {};
  const pairs = importancePerformance(description, { importance, performance });
  if ("points" in pairs) return { pairs };
  throw refusal(pairs, description);
}

function refusal({ reason, question }: NoImportancePerformance, { sections }: Description) {
  const questions = sections.map((section) => section.question).join(", ");
  const messages = {
    "no-question": [
      `Eine Frage ${question} enthält der Datensatz nicht; er enthält: ${questions}.`,
      `The dataset holds no question ${question}; it holds: ${questions}.`,
    ],
    "no-numbers": [
      `Die Frage ${question} enthält dafür keine Bewertungen.`,
      `The question ${question} holds no ratings for this.`,
    ],
    "no-pairs": [
      "Beide Fragen haben weniger als zwei Aussagen mit gleichem Wortlaut und Antworten.",
      "Both questions share fewer than two items with the same wording and answers.",
    ],
  } as const;
  const [de, en] = messages[reason];
  return badInput(de, en);
}
