import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
  copiedInstrument,
  type Instrument,
  identifierSchema,
  instrumentDifference,
  versionParts,
} from "@mehrwert/study";
import { Command } from "commander";
import { differenceCsv, differenceReport } from "../instrument/difference-report.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import {
  byVersion,
  instrumentFiles,
  instrumentIn,
  namedInstrument,
  usualFolder,
} from "./instrument-files.ts";
import { writeInstrument } from "./instrument-writing.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";

/** `mehrwert instrument copy`: a start for an instrument of one's own. */
export function instrumentCopyCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  return new Command("copy")
    .description(
      text(
        "Fragebogen unter eigenem Namen kopieren, um ihn zu ändern",
        "copy a questionnaire under a name of your own, to change it",
      ),
    )
    .usage(text("<Kürzel> --as <Name>", "<slug> --as <name>"))
    .argument("<slug>", text("Fragebogen oder Datei", "questionnaire or file"))
    .requiredOption("--as <name>", text("neuer Name", "new name"))
    .option(
      "--to <folder>",
      text("in diesen Ordner, sonst instruments", "into this folder, else instruments"),
    )
    .option(
      "--in <folder>",
      text("dort suchen, sonst instruments", "search there, else instruments"),
    )
    .action((slug: string, options: { as: string; to?: string; in?: string }) =>
      copy(slug, options, context),
    );
}

async function copy(
  slug: string,
  { as, to = usualFolder, in: from = usualFolder }: { as: string; to?: string; in?: string },
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  if (!identifierSchema.safeParse(as).success) {
    throw wrongUsage(
      `--as braucht Kleinbuchstaben, Ziffern und Bindestriche, nicht ${as}.`,
      `--as needs lower-case letters, digits and hyphens, not ${as}.`,
    );
  }
  const source = await namedInstrument(slug, from, context);
  const instrument = copiedInstrument(source, { slug: as, version: "1.0.0" });
  const folder = resolve(shell.cwd, to);
  await writeInstrument({ instrument, folder, readme: copyReadme(source, instrument) }, context);
  const check = `${typedCommand} instrument check ${to}`;
  shell.stdout.write(
    `${{ de: `Ändern Sie die Datei und prüfen Sie sie: ${check}`, en: `Change the file and check it: ${check}` }[language]}\n`,
  );
}

function copyReadme({ mehrwert }: Instrument, { title, mehrwert: own }: Instrument): string {
  const sources = mehrwert.sources.map(({ citation }) => `- ${citation}`).join("\n");
  return `# ${title.en}

${own.slug} ${own.version}, copied from ${mehrwert.slug} ${mehrwert.version}. Licence of the original: ${mehrwert.licence}.

## Changes

Say here what you changed, and why.

## Sources

${sources}
`;
}

/** `mehrwert instrument diff`: what changed between two versions, and which number that asks for. */
export function instrumentDiffCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const either = text(
    "Datei, Kürzel/Version, oder Kürzel für die neueste",
    "file, slug/version, or slug for the newest",
  );
  const command = new Command("diff")
    .description(
      text(
        "zwei Fassungen vergleichen: was sich ändert, was das mit den Daten macht, welche Version es verlangt",
        "compare two versions: what changes, what it does to the data, which version it asks for",
      ),
    )
    .usage(text("<alt> <neu> [Optionen]", "<old> <new> [options]"))
    .argument(text("<alt>", "<old>"), either)
    .argument(text("<neu>", "<new>"), either)
    .option(
      "--in <folder>",
      text("dort suchen, sonst instruments", "search there, else instruments"),
    );
  return withDeliveryOptions(command, context).action(
    (before: string, after: string, options: DeliveryOptions & { in?: string }) =>
      diff(before, after, options, context),
  );
}

async function diff(
  before: string,
  after: string,
  { in: folder = usualFolder, ...options }: DeliveryOptions & { in?: string },
  context: CommandContext,
): Promise<void> {
  const place = { options, context, fileName: "difference" };
  await checkDelivery(place);
  const [old, fresh] = [
    await namedInstrument(before, folder, context),
    await namedInstrument(after, folder, context),
  ];
  const difference = instrumentDifference(old, fresh);
  const { language, shell } = context;
  await deliver({
    ...place,
    report: differenceReport(difference, { language, softwareVersion: shell.softwareVersion }),
    csv: differenceCsv(difference),
    json: difference,
  });
}

/** `mehrwert instrument publish`: a file becomes a version that nobody writes over. */
export function instrumentPublishCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  return new Command("publish")
    .description(
      text(
        "geprüften Fragebogen als neue Fassung ablegen; die Versionsnummer muss sagen, was sich geändert hat",
        "put a checked questionnaire down as a new version; its number has to say what changed",
      ),
    )
    .usage(text("<Datei> --into <Ordner>", "<file> --into <folder>"))
    .argument(text("<datei>", "<file>"), "instrument.json")
    .requiredOption(
      "--into <folder>",
      text("Ordner der Fragebögen", "folder of the questionnaires"),
    )
    .action((file: string, { into }: { into: string }) => publish(file, into, context));
}

async function publish(file: string, into: string, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const path = resolve(shell.cwd, file);
  const instrument = await instrumentIn(path);
  const { slug, version } = instrument.mehrwert;
  const newest = await newestVersion(into, slug, context);
  if (newest !== undefined) requireVersionEnough(newest, instrument);
  const readme = await readFile(join(dirname(path), "README.md"), "utf8").catch(
    () => `# ${instrument.title.en}\n\n${slug} ${version}\n`,
  );
  await writeInstrument({ instrument, folder: resolve(shell.cwd, into), readme }, context);
  shell.stdout.write(
    `${{ de: `${slug} ${version} ist veröffentlicht.`, en: `${slug} ${version} is published.` }[language]}\n`,
  );
}

async function newestVersion(
  into: string,
  slug: string,
  { shell }: CommandContext,
): Promise<Instrument | undefined> {
  const place = join(resolve(shell.cwd, into), slug);
  if ((await stat(place).catch(() => undefined)) === undefined) return undefined;
  const files = await instrumentFiles(place, shell);
  return byVersion(files.flatMap(({ result }) => (result.ok ? [result.value] : []))).at(-1);
}

function requireVersionEnough(newest: Instrument, instrument: Instrument): void {
  const { changes, effect, smallestVersion, isVersionEnough, from, to } = instrumentDifference(
    newest,
    instrument,
  );
  // The same number again is told by the file that is there already.
  if (isVersionEnough || from.version === to.version) return;
  const reasons = (language: "de" | "en") =>
    changes
      .filter((change) => change.effect === effect)
      .map(({ place, what }) => `\n  ${place[language]}: ${what[language]}`)
      .join("");
  const isSameMajor = versionParts(to.version)[0] === versionParts(smallestVersion)[0];
  throw badInput(
    `${to.version} ist nach ${from.version} zu klein; nötig ist mindestens ${smallestVersion}${isSameMajor ? "" : ", weil die Vergleichbarkeit bricht"}:${reasons("de")}`,
    `${to.version} is too small after ${from.version}; needed is ${smallestVersion} or later${isSameMajor ? "" : ", because comparability breaks"}:${reasons("en")}`,
  );
}
