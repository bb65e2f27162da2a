import { randomUUID } from "node:crypto";
import { type CodingEvent, codingProject, effectiveEvents, orderedEvents } from "@mehrwert/study";
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

type UndoOptions = { as?: string; force?: boolean };

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
    )
    .option(
      "--force",
      text("auch wenn Späteres darauf aufbaut", "even if something later rests on it"),
    );
  return withPerson(command, context).action(
    (folder: string, typed: string | undefined, options: UndoOptions) =>
      undo({ path: folder, typed, options }, context),
  );
}

async function undo(
  { path, typed, options }: { path: string; typed: string | undefined; options: UndoOptions },
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const { as, force = false } = options;
  const author = chosenAuthor(as, shell);
  const folder = await openProject(path, context);
  let taken: CodingEvent[] = [];
  await changeProject(folder, author, () => {
    const target = typed === undefined ? lastOf(folder, author.person) : named(folder, typed);
    taken = folder.reader.events().filter(({ id, run }) => id === target || run?.id === target);
    const { undone } = effectiveEvents(folder.reader.events());
    if (taken.every(({ id }) => undone.has(id))) throw alreadyUndone(target);
    if (!force) requireHarmless(folder, target);
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

/** Refuses an undo that would leave codings without a place, or later events without effect. */
function requireHarmless({ reader, start, project }: CodingFolder, target: string): void {
  const events = reader.events();
  const sequence = events.reduce((most, event) => Math.max(most, event.sequence), 0) + 1;
  const trial: CodingEvent = {
    ...{ sequence, id: randomUUID(), person: "trial", at: "2000-01-01T00:00:00.000Z" },
    change: { kind: "undone", target },
  };
  const [before, after] = [project(), codingProject(start, [...events, trial])];
  const codings = after.stranded.length - before.stranded.length;
  const effects = after.notices.length - before.notices.length;
  if (codings <= 0 && effects <= 0) return;
  throw badInput(
    `Späteres baut darauf auf: ${Math.max(0, codings)} Kodierungen verlören ihren Platz, ${Math.max(0, effects)} Ereignisse ihre Wirkung. Nehmen Sie zuerst das Spätere zurück, oder bestehen Sie mit --force darauf; nichts geht dabei verloren.`,
    `Something later rests on it: ${Math.max(0, codings)} codings would lose their place, ${Math.max(0, effects)} events their effect. Take back the later things first, or insist with --force; nothing is lost by that.`,
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
