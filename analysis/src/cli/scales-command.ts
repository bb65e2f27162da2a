import { basename, resolve } from "node:path";
import { Command } from "commander";
import { scalesOf } from "../scales/dataset-scales.ts";
import { raterAgreement } from "../scales/rater-agreement.ts";
import { raterCsv, raterDocument } from "../scales/rater-document.ts";
import { raterReport } from "../scales/rater-report.ts";
import { ratingsFromCsv } from "../scales/ratings-csv.ts";
import { analyseScale } from "../scales/scale-analysis.ts";
import type { ScalesSource } from "../scales/scale-source.ts";
import { scalesCsv } from "../scales/scales-csv.ts";
import { scalesDocument } from "../scales/scales-document.ts";
import { scalesReport } from "../scales/scales-report.ts";
import { readDataset } from "./dataset-folder.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { readTextFile, unusableFile } from "./read-text-file.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";

type ScalesOptions = DeliveryOptions & {
  folder?: string | undefined;
  ratings?: string;
  items?: string;
  reverse?: string;
  range?: string;
  raters?: boolean;
};

/** `mehrwert scales`: how consistently the items of each scale measure together. */
export function scalesCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = new Command("scales")
    .description(
      text(
        "Verlässlichkeit der Skalen: α, ω, Aussagen, umgekehrt gepolte",
        "reliability of scales: α, ω, items, reverse-keyed ones",
      ),
    )
    .usage(text("<Ordner> | --ratings <Datei> [Optionen]", "<folder> | --ratings <file> [options]"))
    .argument(
      text("[ordner]", "[folder]"),
      text("Ordner oder ZIP-Datei des Datensatzes", "folder or zip file of the dataset"),
    )
    .option(
      "--ratings <file>",
      text(
        "statt eines Datensatzes: CSV mit einer Spalte je Aussage",
        "instead of a dataset: CSV with one column per item",
      ),
    )
    .option(
      "--items <a,b,c>",
      text("Spalten der Skala, sonst alle", "columns of the scale, else all"),
    )
    .option("--reverse <b,…>", text("umgekehrt gepolte Spalten", "reverse-keyed columns"))
    .option(
      "--range <low,high>",
      text("kleinste und größte Bewertung, etwa 1,6", "lowest and highest rating, such as 1,6"),
    )
    .option(
      "--raters",
      text(
        "Spalten sind Beurteilende, Zeilen das Beurteilte: wie weit sie übereinstimmen (ICC)",
        "columns are raters, rows what they rated: how far they agree (ICC)",
      ),
    );
  return withDeliveryOptions(command, context).action(
    (folder: string | undefined, options: ScalesOptions) => scales({ ...options, folder }, context),
  );
}

async function scales(options: ScalesOptions, context: CommandContext): Promise<void> {
  const { language, shell } = context;
  checkUsage(options);
  const path = resolve(shell.cwd, options.ratings ?? options.folder ?? ".");
  const place = {
    options,
    context,
    fileName: options.raters === true ? "raters" : "scales",
    source: path,
  };
  await checkDelivery(place);
  const source = await sourceOf(path, options);
  if (options.raters === true) return deliverRaters(source, place);
  const analyses = source.scales.map(analyseScale);
  const { softwareVersion } = shell;
  await deliver({
    ...place,
    report: scalesReport(analyses, source, { language, softwareVersion }),
    csv: scalesCsv(analyses, softwareVersion),
    json: scalesDocument(analyses, source, softwareVersion),
  });
}

async function deliverRaters(
  { scales: [ratings] }: ScalesSource,
  place: Parameters<typeof checkDelivery>[0],
): Promise<void> {
  if (ratings === undefined) return;
  const { language, shell } = place.context;
  const { softwareVersion } = shell;
  const agreement = raterAgreement(ratings);
  const fileName = ratings.scale;
  await deliver({
    ...place,
    report: raterReport(agreement, { fileName, language, softwareVersion }),
    csv: raterCsv(agreement, softwareVersion),
    json: raterDocument(agreement, fileName, softwareVersion),
  });
}

function checkUsage({ folder, ratings, items, reverse, range, raters }: ScalesOptions): void {
  if ((folder === undefined) === (ratings === undefined))
    throw wrongUsage(
      "Nennen Sie entweder den Ordner eines Datensatzes oder eine Datei mit --ratings.",
      "Name either the folder of a dataset or a file with --ratings.",
    );
  const isForFiles =
    items !== undefined || reverse !== undefined || range !== undefined || raters === true;
  if (folder !== undefined && isForFiles)
    throw wrongUsage(
      "--items, --reverse, --range und --raters gehören zu --ratings; ein Datensatz sagt das selbst.",
      "--items, --reverse, --range and --raters go with --ratings; a dataset says this itself.",
    );
  if (raters === true && reverse !== undefined)
    throw wrongUsage(
      "--reverse gilt für Aussagen einer Skala, nicht für --raters.",
      "--reverse is for items of a scale, not for --raters.",
    );
}

async function sourceOf(path: string, options: ScalesOptions): Promise<ScalesSource> {
  if (options.ratings === undefined) return scalesOf(await readDataset(path));
  const range = typedRange(options.range);
  const parsed = ratingsFromCsv(await readTextFile(path), {
    fileName: basename(path),
    ...(options.items !== undefined && { items: typedNames(options.items) }),
    ...(options.reverse !== undefined && { reverse: typedNames(options.reverse) }),
    ...(range !== undefined && { range }),
  });
  if (!parsed.ok) throw unusableFile(path, parsed.issues);
  return parsed.value;
}

function typedNames(typed: string): string[] {
  const names = typed.split(",").map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ""))];
}

function typedRange(typed: string | undefined): [number, number] | undefined {
  if (typed === undefined) return undefined;
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(typed);
  const [lowest, highest] = [Number(match?.[1]), Number(match?.[2])];
  if (match !== null && lowest < highest) return [lowest, highest];
  throw wrongUsage(
    `--range braucht zwei Zahlen wie 1,6, nicht ${typed}.`,
    `--range needs two numbers such as 1,6, not ${typed}.`,
  );
}
