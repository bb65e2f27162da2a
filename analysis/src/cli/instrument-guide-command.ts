import { extname, resolve } from "node:path";
import { type GuideFormat, guideFormats, interviewGuideDocument } from "@mehrwert/study";
import { Command } from "commander";
import { checkTarget } from "./deliver.ts";
import { usualFolder } from "./instrument-files.ts";
import { namedInterviewGuide } from "./interview-guide-files.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";
import { writeReports } from "./write-reports.ts";

type GuideOptions = { in?: string; format?: string; out?: string; force?: boolean };

/** `mehrwert instrument guide`: an interview guide to print, with room for notes and a checklist of codes. */
export function instrumentGuideCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  return new Command("guide")
    .description(
      text(
        "einen Gesprächsleitfaden ausgeben, mit Platz für Notizen und Liste der Codes",
        "print an interview guide, with room for notes and a checklist of codes",
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
    .option(`--format <${guideFormats.join("|")}>`, text("Format, sonst md", "format, else md"))
    .option("--out <file>", text("in diese Datei schreiben", "write to this file"))
    .option(
      "--force",
      text("eine vorhandene Datei ersetzen", "replace a file that is there already"),
    )
    .action((slug: string, options: GuideOptions) => printGuide(slug, options, context));
}

async function printGuide(
  slug: string,
  options: GuideOptions,
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const format = chosenFormat(options);
  const target = options.out === undefined ? undefined : resolve(shell.cwd, options.out);
  if (target !== undefined) {
    await checkTarget(target, { source: undefined, force: options.force });
  }
  const guide = await namedInterviewGuide(slug, options.in ?? usualFolder, context);
  const document = interviewGuideDocument(guide, language, format);
  if (target === undefined) shell.stdout.write(document);
  else await writeReports({ files: [{ path: target, text: document }], context });
}

function chosenFormat({ format, out }: GuideOptions): GuideFormat {
  const asked = format ?? (out === undefined ? "md" : extname(out).slice(1).toLowerCase());
  const known = guideFormats.find((each) => each === asked);
  if (known !== undefined) return known;
  const all = guideFormats.join(", ");
  throw wrongUsage(
    `Das Format ${asked} gibt es nicht; möglich sind ${all}.`,
    `There is no format ${asked}; choose ${all}.`,
  );
}
