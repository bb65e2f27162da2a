import { relative } from "node:path";
import { guidesHeldAgainst, type Issue } from "@mehrwert/study";
import { Command } from "commander";
import { codebookFiles } from "./codebook-files.ts";
import { issueLine } from "./dataset-folder.ts";
import { instrumentCodebookCommand } from "./instrument-codebook-command.ts";
import { instrumentCopyCommand } from "./instrument-copy-command.ts";
import { instrumentDiffCommand } from "./instrument-diff-command.ts";
import { instrumentFiles, usualFolder } from "./instrument-files.ts";
import { instrumentGuideCommand } from "./instrument-guide-command.ts";
import { instrumentImportCommand } from "./instrument-import-command.ts";
import { instrumentListCommand, instrumentShowCommand } from "./instrument-list-commands.ts";
import { instrumentPreviewCommand } from "./instrument-preview-command.ts";
import { instrumentPublishCommand } from "./instrument-publish-command.ts";
import { interviewGuideFiles } from "./interview-guide-files.ts";
import { badInput, type CommandContext } from "./shell.ts";

/** `mehrwert instrument`: everything about questionnaires that needs no server. */
export function instrumentCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = new Command("instrument")
    .description(
      text(
        "Fragebögen auflisten, kopieren, prüfen, vergleichen, veröffentlichen und importieren",
        "list, copy, check, compare, publish and import questionnaires",
      ),
    )
    .usage(text("<Befehl> [Angaben]", "<command> [arguments]"));
  command.addCommand(instrumentListCommand(context));
  command.addCommand(instrumentShowCommand(context));
  command.addCommand(instrumentCopyCommand(context));
  command
    .command("check")
    .description(
      text(
        "Fragebögen, Leitfäden und Codebücher prüfen: Fehler und Hinweise mit Ort und Rat",
        "check questionnaires, interview guides and codebooks: errors and warnings with place and advice",
      ),
    )
    .usage(text("[Ordner]", "[folder]"))
    .argument(
      text("[ordner]", "[folder]"),
      text("Ordner, in dem gesucht wird, sonst instruments", "folder to search, else instruments"),
    )
    .action((folder: string | undefined) => checkInstruments(folder ?? usualFolder, context));
  command.addCommand(instrumentPreviewCommand(context));
  command.addCommand(instrumentDiffCommand(context));
  command.addCommand(instrumentPublishCommand(context));
  command.addCommand(instrumentGuideCommand(context));
  command.addCommand(instrumentCodebookCommand(context));
  command.addCommand(instrumentImportCommand(context));
  return command;
}

async function checkInstruments(folder: string, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const codebooks = await codebookFiles(folder, shell);
  const files = [
    ...(await instrumentFiles(folder, shell)),
    ...guidesHeldAgainst(await interviewGuideFiles(folder, shell), codebooks),
    ...codebooks,
  ];
  let refused = 0;
  for (const { file, result } of files) {
    const issues = result.ok ? result.warnings : result.issues;
    const verdict = result.ok
      ? { de: "in Ordnung", en: "all right" }[language]
      : { de: "nicht brauchbar", en: "not usable" }[language];
    shell.stdout.write(`${relative(shell.cwd, file)}: ${verdict}\n`);
    for (const issue of issues) shell.stdout.write(`${marked(issue, context)}\n`);
    if (!result.ok) refused += 1;
  }
  if (refused === 0) return;
  throw badInput(
    `Nicht brauchbar: ${refused} von ${files.length}.`,
    `Not usable: ${refused} of ${files.length}.`,
  );
}

function marked(issue: Issue, { language }: CommandContext): string {
  const word = {
    error: { de: "Fehler", en: "error" },
    warning: { de: "Hinweis", en: "warning" },
  }[issue.severity][language];
  return issueLine(issue, language).replace(/^ {2}/, `  ${word} `);
}
