import { extname, resolve } from "node:path";
import type { LocalizedText } from "@mehrwert/study";
import { Command } from "commander";
import { checkTarget } from "./deliver.ts";
import { usualFolder } from "./instrument-files.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";
import { writeReports } from "./write-reports.ts";

type PrintOptions = { in?: string; format?: string; out?: string; force?: boolean };

/** A kind of definition that can be printed as a document. */
export type Printable<Format extends string> = {
  /** Name of the subcommand. */
  name: string;
  description: LocalizedText;
  formats: readonly Format[];
  /** The document of what `slug` names in `folder`. @throws CommandFailure if there is none or it is faulty */
  documentOf(slug: string, folder: string, format: Format): Promise<string>;
};

/** `mehrwert instrument guide|codebook`: a definition as a document, to the terminal or into a file. */
export function instrumentPrintCommand<Format extends string>(
  context: CommandContext,
  printable: Printable<Format>,
): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  return new Command(printable.name)
    .description(printable.description[context.language])
    .usage(text("<Kürzel> [Optionen]", "<slug> [options]"))
    .argument(
      "<slug>",
      text(
        "Datei, Kürzel/Version, oder Kürzel für die neueste",
        "file, slug/version, or slug for the newest",
      ),
    )
    .option(
      "--in <folder>",
      text("dort suchen, sonst instruments", "search there, else instruments"),
    )
    .option(
      `--format <${printable.formats.join("|")}>`,
      text("Format, sonst md", "format, else md"),
    )
    .option("--out <file>", text("in diese Datei schreiben", "write to this file"))
    .option(
      "--force",
      text("eine vorhandene Datei ersetzen", "replace a file that is there already"),
    )
    .action(async (slug: string, options: PrintOptions) => {
      const format = chosenFormat(options, printable.formats);
      const target =
        options.out === undefined ? undefined : resolve(context.shell.cwd, options.out);
      if (target !== undefined) {
        await checkTarget(target, { source: undefined, force: options.force });
      }
      const document = await printable.documentOf(slug, options.in ?? usualFolder, format);
      if (target === undefined) context.shell.stdout.write(document);
      else await writeReports({ files: [{ path: target, text: document }], context });
    });
}

function chosenFormat<Format extends string>(
  { format, out }: PrintOptions,
  formats: readonly Format[],
): Format {
  const asked = format ?? (out === undefined ? "md" : extname(out).slice(1).toLowerCase());
  const known = formats.find((each) => each === asked);
  if (known !== undefined) return known;
  const all = formats.join(", ");
  throw wrongUsage(
    `Das Format ${asked} gibt es nicht; möglich sind ${all}.`,
    `There is no format ${asked}; choose ${all}.`,
  );
}
