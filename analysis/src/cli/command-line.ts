import { Command } from "commander";
import { auditCommand } from "./audit-command.ts";
import { codeCommand } from "./code-command.ts";
import { compareCommand } from "./compare-command.ts";
import { datasetCommand } from "./dataset-command.ts";
import { decideCommand } from "./decide-command.ts";
import { describeCommand } from "./describe-command.ts";
import { dictionaryCommand } from "./dictionary-command.ts";
import { feedbackCommand } from "./feedback-command.ts";
import { withGermanPlaceholders } from "./german-placeholders.ts";
import { groupsCommand } from "./groups-command.ts";
import { instrumentCommand } from "./instrument-command.ts";
import { inviteCommand } from "./invite-command.ts";
import { linkCommand } from "./link-command.ts";
import { loginCommand } from "./login-command.ts";
import { maxDiffCommand } from "./maxdiff-command.ts";
import { planCommand } from "./plan-command.ts";
import { progressCommand } from "./progress-command.ts";
import { rankCommand } from "./rank-command.ts";
import { remindCommand } from "./remind-command.ts";
import { scalesCommand } from "./scales-command.ts";
import { scoresCommand } from "./scores-command.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";
import { studyCommand } from "./study-command.ts";
import { typedCommand } from "./typed-command.ts";

const helpTitles: Record<string, string> = {
  "Usage:": "Aufruf:",
  "Arguments:": "Angaben:",
  "Options:": "Optionen:",
  "Commands:": "Befehle:",
};

const endOfHelp = {
  de: `
Beispiele:
  ${typedCommand} dataset --study demo --out data/
      Datensatz vom laufenden Server holen
  ${typedCommand} rank data/
      Rangtabelle im Terminal
  ${typedCommand} rank data/ --all report/
      alle Formate in einen Ordner
  ${typedCommand} instrument check instruments/
      Fragebögen prüfen

Sprache: --lang, sonst MEHRWERT_LANG, sonst die Sprache des Terminals (LANG).
Rückgabewerte: 0 in Ordnung, 1 Eingabe unbrauchbar, 2 falscher Aufruf.`,
  en: `
Examples:
  ${typedCommand} dataset --study demo --out data/
      fetch the dataset from the running server
  ${typedCommand} rank data/
      ranking table in the terminal
  ${typedCommand} rank data/ --all report/
      every format into one folder
  ${typedCommand} instrument check instruments/
      check questionnaires

Language: --lang, else MEHRWERT_LANG, else the language of the terminal (LANG).
Exit codes: 0 all right, 1 input cannot be used, 2 wrong usage.`,
};

/** The whole command line, in one language, ready to parse arguments; it never ends the process by itself. */
export function commandLine(context: CommandContext): Command {
  const { shell, language } = context;
  const program = new Command(typedCommand)
    .description(
      {
        de: "Mehrwert: von den Antworten einer Studie zu Zahlen, Abbildungen und Berichten.",
        en: "Mehrwert: from the answers of a study to numbers, figures and reports.",
      }[language],
    )
    .usage({ de: "<Befehl> [Optionen]", en: "<command> [options]" }[language])
    .version(
      shell.softwareVersion,
      "-V, --version",
      { de: "Version zeigen", en: "show the version" }[language],
    )
    // Our own --version is the program's only before a command: `instrument import` has one of its own.
    .enablePositionalOptions()
    .addHelpText("after", endOfHelp[language]);
  program.addCommand(datasetCommand(context));
  program.addCommand(rankCommand(context));
  program.addCommand(compareCommand(context));
  program.addCommand(groupsCommand(context));
  program.addCommand(planCommand(context));
  program.addCommand(maxDiffCommand(context));
  program.addCommand(describeCommand(context));
  program.addCommand(dictionaryCommand(context));
  program.addCommand(scalesCommand(context));
  program.addCommand(scoresCommand(context));
  program.addCommand(linkCommand(context));
  program.addCommand(decideCommand(context));
  program.addCommand(codeCommand(context));
  program.addCommand(instrumentCommand(context));
  program.addCommand(studyCommand(context));
  program.addCommand(feedbackCommand(context));
  program.addCommand(loginCommand(context));
  program.addCommand(auditCommand(context));
  program.addCommand(inviteCommand(context));
  program.addCommand(remindCommand(context));
  program.addCommand(progressCommand(context));
  settle(program, context);
  return program;
}

/** What holds for every command: our streams, our words, no exit, the language option. */
function settle(command: Command, context: CommandContext): void {
  const { shell, language } = context;
  command
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.stdout.write(text),
      // With no arguments at all commander writes its help here; its complaints are ours to word.
      writeErr: (text) => shell.stderr.write(text),
      outputError: () => {},
    })
    .configureHelp({
      styleTitle: (title) => (language === "de" ? (helpTitles[title] ?? title) : title),
      subcommandTerm: (child) => child.name(),
      optionTerm: ({ flags }) => (language === "de" ? withGermanPlaceholders(flags) : flags),
      argumentTerm: (argument) => {
        const name = argument.name();
        return language === "de" ? withGermanPlaceholders(`<${name}>`).slice(1, -1) : name;
      },
    })
    .helpOption("-h, --help", { de: "diese Hilfe zeigen", en: "show this help" }[language])
    .helpCommand(false)
    .option(
      "--lang <de|en>",
      { de: "Sprache der Ausgabe", en: "language of the output" }[language],
      requireLanguage,
    );
  for (const child of command.commands) settle(child, context);
}

function requireLanguage(value: string): string {
  if (value === "de" || value === "en") return value;
  throw wrongUsage(
    `--lang kennt de und en, nicht ${value}.`,
    `--lang knows de and en, not ${value}.`,
  );
}
