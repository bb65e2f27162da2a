import { codebookState } from "@mehrwert/study";
import { Command } from "commander";
import {
  add,
  type CodebookAction,
  type CodebookOptions,
  change,
  merge,
  move,
  remove,
  split,
  version,
} from "./codebook-actions.ts";
import { changeProject } from "./coding-folder/change-project.ts";
import { chosenAuthor, openProject, withPerson, withProject } from "./coding-options.ts";
import type { CommandContext } from "./shell.ts";
import { withCodeTexts } from "./typed-code.ts";

/** `mehrwert code codebook`: changes of the codebook while coding; each is one undo away. */
export function codeCodebookCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const group = new Command("codebook")
    .description(
      text(
        "das Codebuch eines Projekts ändern: anlegen, ändern, verschieben, zusammenführen, aufteilen, streichen",
        "change the codebook of a project: add, change, move, merge, split, remove",
      ),
    )
    .usage(text("<Befehl> <Ordner> <Code> [Optionen]", "<command> <folder> <code> [options]"));
  const commands = [
    addCommand,
    changeCommand,
    moveCommand,
    mergeCommand,
    splitCommand,
    removeCommand,
    versionCommand,
  ];
  for (const command of commands) group.addCommand(command(context));
  return group;
}

function addCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = action("add", text("einen Code anlegen", "make a code"), add, context);
  return withCodeTexts(command, context)
    .option("--parent <code>", text("Kategorie, in die er gehört", "category it belongs to"))
    .option(
      "--deductive",
      text(
        "aus Theorie oder Leitfaden, nicht aus dem Material",
        "from theory or guide, not from the material",
      ),
    )
    .option(
      "--memo <words>",
      text("Begründung; bei induktiven Codes nötig", "reason; required for inductive codes"),
    );
}

function changeCommand(context: CommandContext): Command {
  const said = { de: "Texte eines Codes ändern", en: "change the texts of a code" };
  return withCodeTexts(action("change", said[context.language], change, context), context);
}

function moveCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const said = text("einen Code mit allem darunter verschieben", "move a code with all below");
  return action("move", said, move, context)
    .requiredOption("--to <code>", text("neue Kategorie, oder top", "new category, or top"))
    .option(
      "--before <code>",
      text("vor diesen Code, sonst ans Ende", "before this code, else last"),
    );
}

function mergeCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const said = text(
    "Codes zusammenführen; Kodierungen ziehen mit",
    "merge codes; codings move along",
  );
  const command = action("merge", said, merge, context).requiredOption(
    "--into <code>",
    text("der Code, der bleibt", "the code that stays"),
  );
  return withNote(command, context);
}

function splitCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const said = text(
    "einen Teil der Kodierungen einem neuen Code geben",
    "give part of the codings to a new code",
  );
  const command = action("split", said, split, context)
    .requiredOption("--part <code>", text("Name des neuen Codes", "name of the new code"))
    .option(
      "--codings <ids>",
      text("Nummern der Kodierungen, mit Komma", "ids of the codings, by comma"),
    )
    .option("--memo <words>", text("Begründung", "reason"));
  return withCodeTexts(withNote(command, context), context);
}

function removeCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const said = text(
    "einen Code streichen; Codes darunter rücken auf",
    "remove a code; codes below move up",
  );
  const command = action("remove", said, remove, context).option(
    "--force",
    text(
      "auch mit Kodierungen; sie werden beiseitegelegt",
      "even with codings; they are set aside",
    ),
  );
  return withNote(command, context);
}

function versionCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const said = text(
    "dem Stand eine Nummer geben, etwa 1.1.0",
    "give the state a number, such as 1.1.0",
  );
  return withNote(action("version", said, version, context), context);
}

function withNote(command: Command, { language }: CommandContext): Command {
  const said = { de: "warum, für den Verlauf", en: "why, for the history" };
  return command.option("--note <words>", said[language]);
}

function action(
  name: string,
  description: string,
  act: CodebookAction,
  context: CommandContext,
): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(new Command(name).description(description), context)
    .argument("<code...>", text("Name des Codes", "name of the code"))
    .usage(text("<Ordner> <Code> [Optionen]", "<folder> <code> [options]"));
  return withPerson(command, context).action(
    (folder: string, names: string[], options: CodebookOptions) =>
      run({ folder, names, options, act }, context),
  );
}

async function run(
  typed: { folder: string; names: string[]; options: CodebookOptions; act: CodebookAction },
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const folder = await openProject(typed.folder, context);
  const before = folder.project().assignments.length;
  await changeProject(folder, chosenAuthor(typed.options.as, shell), () =>
    typed.act(folder.project(), typed.names, typed.options),
  );
  const project = folder.project();
  const gone = before - project.assignments.length;
  const aside = { de: ` ${gone} Kodierungen beiseitegelegt.`, en: ` ${gone} codings set aside.` };
  const state = codebookState(project);
  const said = { de: `Codebuch: Stand ${state}.`, en: `Codebook: state ${state}.` };
  shell.stdout.write(`${said[language]}${gone > 0 ? aside[language] : ""}\n`);
}
