import { extname, resolve } from "node:path";
import { type CodebookFormat, codebookDocument, codebookFormats } from "@mehrwert/study";
import { Command } from "commander";
import { namedCodebook } from "./codebook-files.ts";
import { checkTarget } from "./deliver.ts";
import { usualFolder } from "./instrument-files.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";
import { writeReports } from "./write-reports.ts";

type CodebookOptions = { in?: string; format?: string; out?: string; force?: boolean };

/** `mehrwert instrument codebook`: a codebook to lay beside a transcript or to print in an appendix. */
export function instrumentCodebookCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  return new Command("codebook")
    .description(
      text(
        "ein Codebuch ausgeben: Definitionen, Ankerbeispiele, Regeln",
        "print a codebook: definitions, anchor examples, rules",
      ),
    )
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
    .option(`--format <${codebookFormats.join("|")}>`, text("Format, sonst md", "format, else md"))
    .option("--out <file>", text("in diese Datei schreiben", "write to this file"))
    .option(
      "--force",
      text("eine vorhandene Datei ersetzen", "replace a file that is there already"),
    )
    .action((slug: string, options: CodebookOptions) => printCodebook(slug, options, context));
}

async function printCodebook(
  slug: string,
  options: CodebookOptions,
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const format = chosenFormat(options);
  const target = options.out === undefined ? undefined : resolve(shell.cwd, options.out);
  if (target !== undefined) {
    await checkTarget(target, { source: undefined, force: options.force });
  }
  const codebook = await namedCodebook(slug, options.in ?? usualFolder, context);
  const document = codebookDocument(codebook, language, format);
  if (target === undefined) shell.stdout.write(document);
  else await writeReports({ files: [{ path: target, text: document }], context });
}

function chosenFormat({ format, out }: CodebookOptions): CodebookFormat {
  const asked = format ?? (out === undefined ? "md" : extname(out).slice(1).toLowerCase());
  const known = codebookFormats.find((each) => each === asked);
  if (known !== undefined) return known;
  const all = codebookFormats.join(", ");
  throw wrongUsage(
    `Das Format ${asked} gibt es nicht; möglich sind ${all}.`,
    `There is no format ${asked}; choose ${all}.`,
  );
}
