import { Command } from "commander";
import { codeSuggestionsListCommand } from "./code-suggestions-list-command.ts";
import type { CommandContext } from "./shell.ts";
import {
  suggestionsAcceptCommand,
  suggestionsRejectCommand,
} from "./suggestion-decision-commands.ts";
import { suggestionsUndoCommand } from "./suggestions-undo-command.ts";
import { typedCommand } from "./typed-command.ts";

/** `mehrwert code suggestions`: shows suggestions, accepts and rejects them, takes back a run. */
export function codeSuggestionsCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const group = new Command("suggestions")
    .description(
      text(
        "Vorschläge zeigen, annehmen, ablehnen; einen ganzen Lauf zurücknehmen",
        "show suggestions, accept, reject them; take back a whole run",
      ),
    )
    .usage(text("<Befehl> <Ordner> [Optionen]", "<command> <folder> [options]"))
    .addHelpText("after", examples[context.language]);
  const commands = [
    codeSuggestionsListCommand,
    suggestionsAcceptCommand,
    suggestionsRejectCommand,
    suggestionsUndoCommand,
  ];
  for (const command of commands) group.addCommand(command(context));
  return group;
}

const lines = `
  ${typedCommand} code suggestions list coding/ --as anna
  ${typedCommand} code suggestions accept coding/ 1f0c2a9b 77d1e0c4 --as anna
  ${typedCommand} code suggestions reject coding/ --all --code F3.3.6 --as anna
  ${typedCommand} code suggestions undo coding/ --as anna`;
const examples = { de: `\nBeispiele:${lines}`, en: `\nExamples:${lines}` };
