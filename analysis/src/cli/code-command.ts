import { Command } from "commander";
import { codeAgreeCommand } from "./code-agree-command.ts";
import type { CommandContext } from "./shell.ts";

/** `mehrwert code`: everything about coding interviews that needs no server. */
export function codeCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = new Command("code")
    .description(
      text(
        "Interviews kodieren: Übereinstimmung der Kodierenden",
        "code interviews: agreement between coders",
      ),
    )
    .usage(text("<Befehl> [Angaben]", "<command> [arguments]"));
  command.addCommand(codeAgreeCommand(context));
  return command;
}
