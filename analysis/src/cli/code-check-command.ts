import { Command } from "commander";
import { brokenRules } from "../coding/coding-rules.ts";
import { projectWarnings } from "../coding/report-frame.ts";
import { openProject, withProject } from "./coding-options.ts";
import { badInput, type CommandContext } from "./shell.ts";

/** `mehrwert code check`: codings that break the rules of the codebook, and whatever waits to be looked at. */
export function codeCheckCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  return withProject(
    new Command("check").description(
      text(
        "prüfen, ob alle Dateien heil sind und Kodierungen den Regeln des Codebuchs folgen",
        "check that all files are sound and codings follow the rules of the codebook",
      ),
    ),
    context,
  )
    .usage(text("<Ordner>", "<folder>"))
    .action((folder: string) => check(folder, context));
}

async function check(path: string, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const material = await (await openProject(path, context)).material();
  const warnings = projectWarnings({ ...material, isSynthetic: false }, language);
  const broken = brokenRules(material).map(({ message }) => message[language]);
  const { assignments, documents } = material.project;
  const sound = {
    de: `Lesbar: ${documents.length} Transkripte, ${assignments.length} Kodierungen.`,
    en: `Readable: ${documents.length} transcripts, ${assignments.length} codings.`,
  };
  shell.stdout.write(`${[sound[language], ...warnings, ...broken].join("\n")}\n`);
  const count = warnings.length + broken.length;
  if (count === 0) return;
  throw badInput(`Anzusehen: ${count}.`, `To be looked at: ${count}.`);
}
