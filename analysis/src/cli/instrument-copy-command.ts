import { resolve } from "node:path";
import { copiedInstrument, type Instrument, identifierSchema } from "@mehrwert/study";
import { Command } from "commander";
import { namedInstrument, usualFolder } from "./instrument-files.ts";
import { writeInstrument } from "./instrument-writing.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";
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
