import { Command } from "commander";
import { changeProject } from "./coding-folder/change-project.ts";
import {
  chosenAuthor,
  idFromStart,
  openProject,
  withPerson,
  withProject,
} from "./coding-options.ts";
import type { CommandContext } from "./shell.ts";

/** `mehrwert code remove`: takes codings away; the text and other codings stay. */
export function codeRemoveCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("remove").description(
      text("Kodierungen entfernen, nach ihrer Nummer", "remove codings, by their id"),
    ),
    context,
  )
    .usage(text("<Ordner> <Kodierungen>", "<folder> <codings>"))
    .argument(
      text("<kodierungen...>", "<codings...>"),
      text(
        "Anfang der Nummer, wie „code list“ sie zeigt",
        "beginning of the id, as “code list” shows it",
      ),
    );
  return withPerson(command, context).action(
    (folder: string, codings: string[], options: { as?: string }) =>
      remove(folder, codings, options.as, context),
  );
}

async function remove(
  path: string,
  typed: readonly string[],
  as: string | undefined,
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const folder = await openProject(path, context);
  const events = await changeProject(folder, chosenAuthor(as, shell), () => {
    const { assignments, stranded } = folder.project();
    const all = [...assignments, ...stranded.map(({ assignment }) => assignment)];
    const ids = all.map(({ id }) => id);
    const chosen = typed.map((start) => idFromStart(start, ids, ["Kodierungen", "codings"]));
    // What became one by a merge goes as one.
    const whole = all.flatMap(({ id, alsoFrom = [] }) =>
      chosen.includes(id) ? [id, ...alsoFrom] : [],
    );
    return whole.map((coding) => ({ kind: "coding-removed" as const, coding }));
  });
  const said = {
    de: `Entfernt: ${events.length}. Zurück mit „mehrwert code undo“.`,
    en: `Removed: ${events.length}. Back with “mehrwert code undo”.`,
  };
  shell.stdout.write(`${said[language]}\n`);
}
