import type { LocalizedText } from "@mehrwert/study";
import { type Command, CommanderError } from "commander";
import { chosenLanguage } from "./chosen-language.ts";
import { commandLine } from "./command-line.ts";
import { withGermanPlaceholders } from "./german-placeholders.ts";
import { CommandFailure, exitCodes, type Shell } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";

/** Runs one command and returns its exit code; everything it says goes to the streams of the shell. */
export async function runCommandLine(argv: readonly string[], shell: Shell): Promise<number> {
  const language = chosenLanguage(argv, shell.env);
  const program = commandLine({ shell, language });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exitCodes.ok;
  } catch (error) {
    if (error instanceof CommandFailure) {
      shell.stderr.write(`${error.text[language]}\n`);
      return error.exitCode;
    }
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.ok;
      shell.stderr.write(`${usageMessage(error, program.commands, argv)[language]}\n`);
      return exitCodes.wrongUsage;
    }
    throw error;
  }
}

/** The command that was typed as far as there is one: its help is the one that helps. */
function namedCommand(commands: readonly Command[], argv: readonly string[]): string {
  const [index, command] =
    [...argv.entries()]
      .map(([at, word]) => [at, commands.find((each) => each.name() === word)] as const)
      .find(([, found]) => found !== undefined) ?? [];
  if (index === undefined || command === undefined) return "";
  return ` ${command.name()}${namedCommand(command.commands, argv.slice(index + 1))}`;
}

/** What commander complains about, in our words; what it quotes is kept. */
function usageMessage(
  error: CommanderError,
  commands: readonly Command[],
  argv: readonly string[],
): LocalizedText {
  const quoted = /'[^']*'/.exec(error.message)?.[0] ?? "";
  const quotedDe = withGermanPlaceholders(quoted);
  const named = namedCommand(commands, argv);
  const help = {
    de: `„${typedCommand}${named} --help“ zeigt, was es gibt.`,
    en: `"${typedCommand}${named} --help" shows what there is.`,
  };
  const reasons: Record<string, LocalizedText> = {
    "commander.unknownOption": {
      de: `Die Option ${quotedDe} gibt es nicht.`,
      en: `There is no option ${quoted}.`,
    },
    "commander.unknownCommand": {
      de: `Den Befehl ${quotedDe} gibt es nicht.`,
      en: `There is no command ${quoted}.`,
    },
    "commander.missingArgument": {
      de: `Es fehlt eine Angabe: ${quotedDe}.`,
      en: `Something is missing: ${quoted}.`,
    },
    "commander.optionMissingArgument": {
      de: `Die Option ${quotedDe} braucht einen Wert.`,
      en: `The option ${quoted} needs a value.`,
    },
    "commander.missingMandatoryOptionValue": {
      de: `Die Option ${quotedDe} ist nötig.`,
      en: `The option ${quoted} is required.`,
    },
    "commander.invalidArgument": {
      de: `Ein Wert passt nicht: ${quotedDe}.`,
      en: `A value does not fit: ${quoted}.`,
    },
    "commander.excessArguments": {
      de: "Das sind zu viele Angaben.",
      en: "Those are too many arguments.",
    },
    "commander.help": { de: "Es fehlt der Befehl.", en: "The command is missing." },
  };
  const reason = reasons[error.code] ?? { de: error.message, en: error.message };
  return { de: `${reason.de} ${help.de}`, en: `${reason.en} ${help.en}` };
}
