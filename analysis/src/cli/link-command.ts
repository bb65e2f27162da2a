import { resolve } from "node:path";
import type { Dataset } from "@mehrwert/study";
import { Command } from "commander";
import { compareWaves } from "../waves/wave-comparison.ts";
import { linkedPairsCsv, wavesDocument } from "../waves/waves-document.ts";
import { wavesReport } from "../waves/waves-report.ts";
import { issueLine, readDataset } from "./dataset-folder.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";

type LinkOptions = DeliveryOptions & { question?: string };

/** `mehrwert link`: who is in several waves, by self-generated codes, and what changed. */
export function linkCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = new Command("link")
    .description(
      text(
        "Wellen über selbst erzeugte Codes verknüpfen: wer ist wieder dabei, was hat sich verändert",
        "link waves by self-generated codes: who is there again, what has changed",
      ),
    )
    .usage(text("<Welle 1> <Welle 2> … [Optionen]", "<wave 1> <wave 2> … [options]"))
    .argument(
      text("<ordner...>", "<folder...>"),
      text("Ordner oder ZIP-Dateien der Wellen", "folders or zip files of the waves"),
    )
    .option(
      "--question <name>",
      text("Frage nach dem Code, sonst die einzige", "question for the code, else the only one"),
    );
  return withDeliveryOptions(command, context).action((folders: string[], options: LinkOptions) =>
    link(folders, options, context),
  );
}

async function link(
  folders: readonly string[],
  options: LinkOptions,
  context: CommandContext,
): Promise<void> {
  const { language, shell } = context;
  const { softwareVersion } = shell;
  const paths = folders.map((folder) => resolve(shell.cwd, folder));
  if (paths.length < 2) {
    throw wrongUsage("link braucht mindestens zwei Wellen.", "link needs at least two waves.");
  }
  const place = { options, context, fileName: "link" };
  for (const source of paths) await checkDelivery({ ...place, source });
  const [first, ...others] = await inOrder(paths);
  const result = compareWaves([first, ...others], options.question);
  if (!result.ok) {
    const lines = (words: "de" | "en") =>
      result.issues.map((issue) => issueLine(issue, words)).join("\n");
    throw badInput(
      `Diese Wellen lassen sich nicht verknüpfen:\n${lines("de")}`,
      `These waves cannot be linked:\n${lines("en")}`,
    );
  }
  await deliver({
    ...place,
    report: wavesReport(result.value, [first, ...others], { language, softwareVersion }),
    csv: linkedPairsCsv(result.value),
    json: wavesDocument(result.value, [first, ...others], softwareVersion),
  });
}

/** The datasets, earliest wave first. */
async function inOrder(paths: readonly string[]): Promise<[Dataset, ...Dataset[]]> {
  const datasets: Dataset[] = [];
  for (const path of paths) datasets.push(await readDataset(path));
  const [first, ...others] = datasets.toSorted(
    (a, b) => a.manifest.study.wave - b.manifest.study.wave,
  );
  if (first === undefined) throw new RangeError("inOrder requires a dataset");
  return [first, ...others];
}
