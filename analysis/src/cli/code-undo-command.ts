import { type CodingEvent, effectiveEvents, orderedEvents } from "@mehrwert/study";
import { Command } from "commander";
import { eventInWords } from "../coding/event-words.ts";
import { changeProject } from "./coding-folder/change-project.ts";
import type { CodingFolder } from "./coding-folder/coding-folder.ts";
import {
  chosenAuthor,
  idFromStart,
  openProject,
  withPerson,
  withProject,
} from "./coding-options.ts";
import { badInput, type CommandContext } from "./shell.ts";

/** `mehrwert code undo`: takes back the last thing a person did, or any event or run; undoing an undo is a redo. */
export function codeUndoCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("undo").description(
      text(
        "das Letzte zurücknehmen, was man getan hat, oder ein Ereignis oder einen Lauf aus „code log“",
        "take back the last thing one did, or an event or run of “code log”",
      ),
    ),
    context,
  )
    .usage(text("<Ordner> [Nummer]", "<folder> [id]"))
    .argument(
      text("[nummer]", "[id]"),
      text(
        "Anfang der Nummer; die eines Undos holt es wieder hervor",
        "beginning of the id; that of an undo brings it back",
      ),
    );
  return withPerson(command, context).action(
    (folder: string, typed: string | undefined, options: { as?: string }) =>
      undo({ path: folder, typed, as: options.as }, context),
  );
}

async function undo(
  { path, typed, as }: { path: string; typed: string | undefined; as: string | undefined },
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const author = chosenAuthor(as, shell);
  const folder = await openProject(path, context);
  let taken: CodingEvent[] = [];
  await changeProject(folder, author, () => {
    const target = typed === undefined ? lastOf(folder, author.person) : named(folder, typed);
    taken = folder.reader.events().filter(({ id, run }) => id === target || run?.id === target);
    const { undone } = effectiveEvents(folder.reader.events());
    if (taken.every(({ id }) => undone.has(id))) throw alreadyUndone(target);
    return [{ kind: "undone", target }];
  });
  const lines = taken.slice(0, 10).map((event) => `  ${eventInWords(event, language)}`);
  const more = taken.length > 10 ? [`  … (${taken.length})`] : [];
  const head = { de: "Zurückgenommen:", en: "Taken back:" }[language];
  shell.stdout.write(`${[head, ...lines, ...more].join("\n")}\n`);
}

/** The last event of a person that counts and is no undo; of a run the whole run. */
function lastOf({ reader }: CodingFolder, person: string): string {
  const { events } = effectiveEvents(reader.events());
  const last = events.findLast(
    (event) => event.person === person && event.change.kind !== "recovered",
  );
  if (last !== undefined) return last.run?.id ?? last.id;
  throw badInput(
    `Von ${person} gibt es nichts zurückzunehmen. Nennen Sie mit --as einen anderen Namen, oder eine Nummer aus „code log“.`,
    `There is nothing of ${person} to take back. Give another name with --as, or an id of “code log”.`,
  );
}

function named({ reader }: CodingFolder, typed: string): string {
  const ids = orderedEvents(reader.events()).flatMap(({ id, run }) =>
    run === undefined ? [id] : [id, run.id],
  );
  return idFromStart(typed, ids, ["Ereignisse", "events"]);
}

function alreadyUndone(target: string) {
  const id = target.slice(0, 8);
  return badInput(
    `${id} ist schon zurückgenommen. Wer das rückgängig machen will, nennt die Nummer des Undos aus „code log“.`,
    `${id} was taken back already. To reverse that, give the id of the undo of “code log”.`,
  );
}
