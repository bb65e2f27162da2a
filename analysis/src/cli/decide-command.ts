import { resolve } from "node:path";
import { Command } from "commander";
import { decisionCsv, decisionDocument } from "../decision/decision-document.ts";
import { decisionReport } from "../decision/decision-report.ts";
import { readDataset } from "./dataset-folder.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { badInput, type CommandContext } from "./shell.ts";

/** `mehrwert decide`: the joint result of a planning group's decision aid, on one page. */
export function decideCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = new Command("decide")
    .description(
      text(
        "gemeinsames Ergebnis einer Entscheidungshilfe: Empfehlung, Gründe, was zuerst zu besprechen ist",
        "joint result of a decision aid: recommendation, reasons, what to discuss first",
      ),
    )
    .usage(text("<Ordner> [Optionen]", "<folder> [options]"))
    .argument(
      text("<ordner>", "<folder>"),
      text("Ordner oder ZIP-Datei des Datensatzes", "folder or zip file of the dataset"),
    );
  return withDeliveryOptions(command, context).action((folder: string, options: DeliveryOptions) =>
    decide(folder, options, context),
  );
}

async function decide(
  folder: string,
  options: DeliveryOptions,
  context: CommandContext,
): Promise<void> {
  const { language, shell } = context;
  const { softwareVersion } = shell;
  const path = resolve(shell.cwd, folder);
  const place = { options, context, fileName: "decision", source: path };
  await checkDelivery(place);
  const dataset = await readDataset(path);
  if (dataset.dictionary.decisions === undefined) {
    throw badInput(
      "Dieser Datensatz enthält keine Entscheidungshilfe.",
      "This dataset holds no decision aid.",
    );
  }
  await deliver({
    ...place,
    report: decisionReport(dataset, { language, softwareVersion }),
    csv: decisionCsv(dataset, softwareVersion),
    json: decisionDocument(dataset, softwareVersion),
  });
}
