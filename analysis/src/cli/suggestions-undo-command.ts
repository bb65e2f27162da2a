import type { CodingChange, StandingSuggestion } from "@mehrwert/study";
import { Command } from "commander";
import { changeProject } from "./coding-folder/change-project.ts";
import {
  chosenAuthor,
  idFromStart,
  openProject,
  withPerson,
  withProject,
} from "./coding-options.ts";
import { badInput, type CommandContext } from "./shell.ts";

/** `mehrwert code suggestions undo`: takes back a whole run; what was accepted from it stays coded. */
export function suggestionsUndoCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("undo").description(
      text(
        "einen ganzen Lauf zurücknehmen, sonst den eigenen letzten; Angenommenes bleibt kodiert",
        "take back a whole run, else one's own last; what was accepted stays coded",
      ),
    ),
    context,
  )
    .usage(text("<Ordner> [Lauf]", "<folder> [run]"))
    .argument(
      text("[lauf]", "[run]"),
      text("Anfang der Nummer des Laufs", "beginning of the run's id"),
    );
  return withPerson(command, context).action(
    (path: string, typed: string | undefined, { as }: { as?: string }) =>
      undoRun({ path, typed, as }, context),
  );
}

async function undoRun(
  { path, typed, as }: { path: string; typed: string | undefined; as: string | undefined },
  context: CommandContext,
): Promise<void> {
  const author = chosenAuthor(as, context.shell);
  const folder = await openProject(path, context);
  let taken = { size: 0, accepted: 0 };
  await changeProject(folder, author, (): CodingChange[] => {
    const { suggestions } = folder.project();
    const runs = suggestions.map(({ run }) => run);
    const target =
      typed === undefined
        ? lastRun(suggestions, author.person)
        : idFromStart(typed, runs, ["Läufe", "runs"]);
    const own = suggestions.filter(({ run }) => run === target);
    taken = {
      size: own.length,
      accepted: own.filter(({ state }) => state === "accepted").length,
    };
    return [{ kind: "undone", target }];
  });
  const said = {
    de: `Zurückgenommen: ein Lauf mit ${taken.size} Vorschlägen. Davon angenommen und weiter kodiert: ${taken.accepted}.`,
    en: `Taken back: a run of ${taken.size} suggestions. Accepted of them, and still coded: ${taken.accepted}.`,
  };
  context.shell.stdout.write(`${said[context.language]}\n`);
}

function lastRun(suggestions: readonly StandingSuggestion[], person: string): string {
  const own = suggestions.filter(({ added }) => added.person === person);
  const last = own.reduce<StandingSuggestion | undefined>(
    (latest, each) => (latest === undefined || each.added.at >= latest.added.at ? each : latest),
    undefined,
  );
  if (last !== undefined) return last.run;
  throw badInput(
    `Von ${person} gibt es keinen Lauf mit Vorschlägen. Nennen Sie mit --as einen anderen Namen, oder einen Lauf aus „code suggestions list --by all“.`,
    `There is no run of suggestions of ${person}. Give another name with --as, or a run of “code suggestions list --by all”.`,
  );
}
