import { Command } from "commander";
import { codeAddCommand } from "./code-add-command.ts";
import { codeAgreeCommand } from "./code-agree-command.ts";
import { codeCasesCommand } from "./code-cases-command.ts";
import { codeChangeCommand } from "./code-change-command.ts";
import { codeCheckCommand } from "./code-check-command.ts";
import { codeCodebookCommand } from "./code-codebook-command.ts";
import { codeCorrectCommand } from "./code-correct-command.ts";
import { codeExportCommand } from "./code-export-command.ts";
import { codeFindCommand } from "./code-find-command.ts";
import { codeImportCommand } from "./code-import-command.ts";
import { codeJointCommand } from "./code-joint-command.ts";
import { codeKwicCommand } from "./code-kwic-command.ts";
import { codeListCommand } from "./code-list-command.ts";
import { codeLogCommand } from "./code-log-command.ts";
import { codeMemoCommand } from "./code-memo-command.ts";
import { codePseudonymiseCommand } from "./code-pseudonymise-command.ts";
import { codeRecordCommand } from "./code-record-command.ts";
import { codeRemoveCommand } from "./code-remove-command.ts";
import { codeReviewCommand } from "./code-review-command.ts";
import { codeShowCommand } from "./code-show-command.ts";
import { codeSuggestCommand } from "./code-suggest-command.ts";
import { codeSuggestionsCommand } from "./code-suggestions-command.ts";
import { codeTableCommand } from "./code-table-command.ts";
import { codeUndoCommand } from "./code-undo-command.ts";
import type { CommandContext } from "./shell.ts";

/** `mehrwert code`: qualitative coding of interviews, from transcripts to tables. One file per subcommand. */
export function codeCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = new Command("code")
    .description(
      text(
        "Interviews kodieren: Transkripte, Codebuch, Kodierungen, Tabellen, Übereinstimmung",
        "code interviews: transcripts, codebook, codings, tables, agreement",
      ),
    )
    .usage(text("<Befehl> [Angaben]", "<command> [arguments]"));
  const subcommands = [
    codePseudonymiseCommand,
    codeImportCommand,
    codeShowCommand,
    codeListCommand,
    codeTableCommand,
    codeFindCommand,
    codeJointCommand,
    codeAgreeCommand,
    codeKwicCommand,
    codeSuggestCommand,
    codeSuggestionsCommand,
    codeAddCommand,
    codeChangeCommand,
    codeRemoveCommand,
    codeCorrectCommand,
    codeReviewCommand,
    codeExportCommand,
    codeMemoCommand,
    codeRecordCommand,
    codeCasesCommand,
    codeCodebookCommand,
    codeUndoCommand,
    codeLogCommand,
    codeCheckCommand,
  ];
  for (const subcommand of subcommands) command.addCommand(subcommand(context));
  return command;
}
