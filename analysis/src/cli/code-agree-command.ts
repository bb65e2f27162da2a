import { basename, resolve } from "node:path";
import { Command } from "commander";
import { comparedDocuments } from "../agreement/compared-documents.ts";
import { projectSpans } from "../agreement/project-spans.ts";
import { projectUnits } from "../agreement/project-units.ts";
import { type RatingsOptions, ratingsFinder, withRatingsOptions } from "./code-agree-ratings.ts";
import { type SpansOptions, spansFinder, withSpansOptions } from "./code-agree-spans.ts";
import { filterOf } from "./code-list-command.ts";
import { openProject } from "./coding-options.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import type { Findings } from "./report-formats.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { typedChoice } from "./typed-choice.ts";

type AgreeOptions = DeliveryOptions &
  RatingsOptions &
  SpansOptions & { spans?: string; by?: string; document?: string };

const ways = ["passages", "turns"] as const;

/** `mehrwert code agree`: how far coders agree, in a project or in a file, on units or on marked passages. */
export function codeAgreeCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = new Command("agree")
    .description(text("Übereinstimmung der Kodierenden", "agreement between coders"))
    .usage(
      text(
        "<Ordner> | --ratings <Datei> | --spans <Datei> --length <Zahl> [Optionen]",
        "<folder> | --ratings <file> | --spans <file> --length <number> [options]",
      ),
    )
    .argument(
      text("[ordner]", "[folder]"),
      text("Ordner des Kodierprojekts", "folder of the coding project"),
    )
    .option(
      `--by <${ways.join("|")}>`,
      text(
        "im Projekt: markierte Stellen vergleichen oder die Codes jedes Redebeitrags, sonst passages",
        "in a project: compare marked passages or the codes of each turn, else passages",
      ),
    )
    .option(
      "--document <names>",
      text(
        "im Projekt: nur diese Transkripte, mit Komma; sonst alle, die alle kodiert haben",
        "in a project: only these transcripts, by comma; else those that everybody coded",
      ),
    );
  withRatingsOptions(command, context);
  withSpansOptions(command, context);
  command.option(
    "--coders <a,b,c>",
    text(
      "nur diese Kodierenden; bei --spans auch, wer nichts markiert hat",
      "these coders only; with --spans also those who marked nothing",
    ),
  );
  return withDeliveryOptions(command, context).action(
    (folder: string | undefined, options: AgreeOptions) => agree(folder, options, context),
  );
}

async function agree(
  folder: string | undefined,
  options: AgreeOptions,
  context: CommandContext,
): Promise<void> {
  const { ratings, spans } = options;
  const [typed, ...more] = [folder, ratings, spans].filter((each) => each !== undefined);
  if (typed === undefined || more.length > 0)
    throw wrongUsage(
      "Nennen Sie entweder den Ordner eines Kodierprojekts, eine Datei mit --ratings oder eine mit --spans.",
      "Name either the folder of a coding project, a file with --ratings or one with --spans.",
    );
  const by = typedChoice("--by", options.by ?? "passages", ways);
  const isOfUnits = ratings !== undefined || (folder !== undefined && by === "turns");
  refuseForeignOptions(options, { isOfUnits, isProject: folder !== undefined });
  const ofUnits = isOfUnits ? ratingsFinder(options, context) : undefined;
  const ofSpans = isOfUnits ? undefined : spansFinder(options, context);
  const path = resolve(context.shell.cwd, typed);
  const place = { options, context, fileName: "agreement", source: path };
  await checkDelivery(place);
  const found =
    folder === undefined
      ? await (ofUnits ?? ofSpans)?.(path)
      : await inProject(folder, options, { context, ofUnits, ofSpans });
  if (found !== undefined) await deliver({ ...place, ...found });
}

type Finders = {
  context: CommandContext;
  ofUnits: ReturnType<typeof ratingsFinder> | undefined;
  ofSpans: ReturnType<typeof spansFinder> | undefined;
};

async function inProject(
  folder: string,
  options: AgreeOptions,
  { context, ofUnits, ofSpans }: Finders,
): Promise<Findings | undefined> {
  const material = await (await openProject(folder, context)).material();
  const { coders: coder, document } = options;
  const { coders, documents } = filterOf(
    { ...(coder !== undefined && { coder }), ...(document !== undefined && { document }) },
    material,
  );
  const compared = comparedDocuments(material, {
    ...(coders !== undefined && { coders }),
    ...(documents !== undefined && { documents }),
  });
  if (compared.coders.length < 2)
    throw badInput(
      `Übereinstimmung gibt es erst zwischen zwei Kodierenden; in ${basename(folder)} ${compared.coders.length === 0 ? "hat noch niemand kodiert" : `hat nur ${compared.coders[0]} kodiert`}.`,
      `Agreement needs two coders; in ${basename(folder)} ${compared.coders.length === 0 ? "nobody has coded yet" : `only ${compared.coders[0]} has coded`}.`,
    );
  if (compared.documents.length === 0)
    throw badInput(
      "Kein Transkript haben alle kodiert. Nennen Sie mit --coders, wen Sie vergleichen wollen, oder mit --document, welche Transkripte alle gelesen haben.",
      "No transcript was coded by all. Name with --coders whom to compare, or with --document which transcripts all have read.",
    );
  return ofUnits
    ? ofUnits(projectUnits(material, compared))
    : ofSpans?.(projectSpans(material, compared));
}

/** Options that say something only about the other kind of data would be passed over in silence. */
function refuseForeignOptions(
  options: AgreeOptions,
  { isOfUnits, isProject }: { isOfUnits: boolean; isProject: boolean },
): void {
  const { length, overlap, ratio, by, document, setSeparator } = options;
  const { level, setDistance, categories, seed, draws } = options;
  if (isOfUnits && (length ?? overlap ?? ratio) !== undefined)
    throw wrongUsage(
      "--length, --overlap und --ratio gehören zu --spans oder --by passages.",
      "--length, --overlap and --ratio go with --spans or --by passages.",
    );
  const ofRatings = level ?? setSeparator ?? setDistance ?? categories ?? seed ?? draws;
  if (!isOfUnits && ofRatings !== undefined)
    throw wrongUsage(
      "--level, --set-separator, --set-distance, --categories, --seed und --draws gehören zu --ratings oder --by turns.",
      "--level, --set-separator, --set-distance, --categories, --seed and --draws go with --ratings or --by turns.",
    );
  if (isProject && (length ?? level ?? setSeparator) !== undefined)
    throw wrongUsage(
      "--length, --level und --set-separator gehören zu Dateien; ein Projekt weiß das selbst.",
      "--length, --level and --set-separator go with files; a project knows them itself.",
    );
  if (!isProject && (by ?? document) !== undefined)
    throw wrongUsage(
      "--by und --document gehören zum Ordner eines Kodierprojekts.",
      "--by and --document go with the folder of a coding project.",
    );
}
