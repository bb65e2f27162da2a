import { resolve } from "node:path";
import { Command } from "commander";
import { describeDataset } from "../description/describe-dataset.ts";
import { descriptionCsv, descriptionDocument } from "../description/description-document.ts";
import { descriptionReport } from "../description/description-report.ts";
import { readDataset } from "./dataset-folder.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import type { CommandContext } from "./shell.ts";

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
    );
  return withDeliveryOptions(command, context).action((folder: string, options: DeliveryOptions) =>
    describe(folder, options, context),
  );
}

async function describe(
  folder: string,
  options: DeliveryOptions,
  context: CommandContext,
): Promise<void> {
  const { language, shell } = context;
  const { softwareVersion } = shell;
  const path = resolve(shell.cwd, folder);
  const place = { options, context, fileName: "description", source: path };
  await checkDelivery(place);
  const description = describeDataset(await readDataset(path));
  await deliver({
    ...place,
    report: descriptionReport(description, { language, softwareVersion }),
    csv: descriptionCsv(description, softwareVersion),
    json: descriptionDocument(description, softwareVersion),
  });
}
