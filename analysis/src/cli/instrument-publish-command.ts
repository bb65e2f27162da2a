import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Instrument, instrumentDifference, versionParts } from "@mehrwert/study";
import { Command } from "commander";
import { byVersion, instrumentFiles, instrumentIn } from "./instrument-files.ts";
import { writeInstrument } from "./instrument-writing.ts";
import { badInput, type CommandContext } from "./shell.ts";

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
