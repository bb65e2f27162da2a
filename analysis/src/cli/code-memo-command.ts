import { randomUUID } from "node:crypto";
import type { CodingProject, MemoSubject } from "@mehrwert/study";
import { Command } from "commander";
import { changeProject } from "./coding-folder/change-project.ts";
import {
  chosenAuthor,
  idFromStart,
  openProject,
  withPerson,
  withProject,
} from "./coding-options.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";

type MemoOptions = { as?: string; remove?: boolean };

/** `mehrwert code memo`: a note on the project, a transcript, a code, a case or a coding. */
export function codeMemoCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("memo").description(
      text("ein Memo schreiben, zu allem", "write a memo, on anything"),
    ),
    context,
  )
    .usage(text("<Ordner> <wozu> <Worte>", "<folder> <on> <words>"))
    .argument(
      text("<wozu>", "<on>"),
      text(
        "project, Name von Transkript, Code oder Fall, oder Nummer einer Kodierung; mit --remove die eines Memos",
        "project, name of a transcript, code or case, or id of a coding; with --remove that of a memo",
      ),
    )
    .argument(text("[worte...]", "[words...]"), text("was Sie festhalten", "what you note"))
    .option("--remove", text("das Memo mit dieser Nummer löschen", "delete the memo with this id"));
  return withPerson(command, context).action(
    (folder: string, on: string, words: string[], options: MemoOptions) =>
      memo({ path: folder, on, text: words.join(" "), options }, context),
  );
}

async function memo(
  typed: { path: string; on: string; text: string; options: MemoOptions },
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  if (typed.text.trim() === "" && typed.options.remove !== true) {
    throw wrongUsage("Es fehlt, was Sie festhalten wollen.", "What you want to note is missing.");
  }
  const folder = await openProject(typed.path, context);
  const id = randomUUID();
  await changeProject(folder, chosenAuthor(typed.options.as, shell), () => {
    const project = folder.project();
    if (typed.options.remove === true) {
      const ids = project.memos.map((each) => each.id);
      return [{ kind: "memo-removed", memo: idFromStart(typed.on, ids, ["Memos", "memos"]) }];
    }
    return [
      { kind: "memo-written", memo: id, about: subjectOf(typed.on, project), text: typed.text },
    ];
  });
  const said =
    typed.options.remove === true
      ? { de: "Memo gelöscht.", en: "Memo deleted." }
      : { de: `Memo ${id.slice(0, 8)} geschrieben.`, en: `Memo ${id.slice(0, 8)} written.` };
  shell.stdout.write(`${said[language]}\n`);
}

/** @throws CommandFailure if the project has nothing of this name */
function subjectOf(
  on: string,
  { documents, codebook, cases, assignments }: CodingProject,
): MemoSubject {
  if (on === "project") return { kind: "project" };
  if (documents.some(({ id }) => id === on)) return { kind: "document", document: on };
  if (codebook.codes.some(({ id }) => id === on)) return { kind: "code", code: on };
  if (cases.some(({ id }) => id === on)) return { kind: "case", case: on };
  const ids = assignments.map(({ id }) => id);
  return { kind: "coding", coding: idFromStart(on, ids, ["Kodierungen", "codings"]) };
}
