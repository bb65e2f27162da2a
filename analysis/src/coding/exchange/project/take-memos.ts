import type { MemoSubject } from "@mehrwert/study";
import type { ExchangeProject } from "../exchange-project.ts";
import { derivedGuid, idOfGuid } from "../guid.ts";
import { madeUpSentence } from "../made-up-sentence.ts";
import { danglingReference } from "../read/reader.ts";
import { longDescriptions } from "./take-codes.ts";
import { inParts, longestText, type TakeContext } from "./take-context.ts";
import type { PeopleMap } from "./take-people.ts";

type Parts = {
  people: PeopleMap;
  documents: ReadonlyMap<string, string>;
  codes: ReadonlyMap<string, string>;
  codings: ReadonlyMap<string, string>;
  cases: ReadonlyMap<string, string>;
};

/** Notes and descriptions as memos. A note about several things becomes a memo about each. */
export function takeMemos(context: TakeContext, parts: Parts): void {
  const { exchange, log, record } = context;
  const subjects = subjectsOfNotes(exchange, parts);
  for (const { guid, text, user, at } of exchange.notes) {
    const about = subjects.get(guid) ?? [{ kind: "project" }];
    const id = idOfGuid(guid);
    if (id !== guid) record.guids[`memo:${id}`] = guid;
    const person = parts.people(user);
    const by = { ...(person !== undefined && { person }), ...(at !== undefined && { at }) };
    for (const [index, subject] of about.entries()) {
      write(context, subject, { id: index === 0 ? id : derivedGuid(id, String(index)), text, by });
    }
    subjects.delete(guid);
  }
  for (const guid of subjects.keys()) danglingReference(log, "NoteRef", guid);
  takeDescriptions(context, parts);
}

function takeDescriptions(context: TakeContext, parts: Parts): void {
  const { exchange } = context;
  const from = (guid: string) => derivedGuid(idOfGuid(guid), "description");
  for (const { guid, description, selections } of exchange.sources) {
    const document = parts.documents.get(guid) ?? "";
    if (description !== undefined) {
      write(context, { kind: "document", document }, { id: from(guid), text: description, by: {} });
    }
    for (const { guid: passage, start, end, description: text, user, at } of selections) {
      if (text === undefined) continue;
      const person = parts.people(user);
      const by = { ...(person !== undefined && { person }), ...(at !== undefined && { at }) };
      const excerpt = { document, version: 1, start, end };
      write(context, { kind: "excerpt", excerpt }, { id: from(passage), text, by });
    }
  }
  for (const { guid, description } of exchange.cases) {
    const id = parts.cases.get(guid);
    if (description === undefined || id === undefined) continue;
    write(context, { kind: "case", case: id }, { id: from(guid), text: description, by: {} });
  }
  for (const { guid, text } of longDescriptions(exchange.codes)) {
    const code = parts.codes.get(guid) ?? "";
    write(context, { kind: "code", code }, { id: from(guid), text, by: {} });
  }
  const { description } = exchange;
  if (description === undefined || description === madeUpSentence) return;
  const id = derivedGuid(context.settings.projectId, "description");
  write(context, { kind: "project" }, { id, text: description, by: {} });
}

function write(
  { happened, log }: TakeContext,
  about: MemoSubject,
  { id, text, by }: { id: string; text: string; by: { person?: string; at?: string } },
): void {
  const parts = inParts(text.trim(), longestText.memo);
  if (parts.length > 1) {
    log.add(
      "long-text",
      `Memo ${id}`,
      `Das Memo hat mehr als ${longestText.memo} Zeichen; es sind nun ${parts.length}.`,
      `The memo has more than ${longestText.memo} characters; it is ${parts.length} memos now.`,
    );
  }
  for (const [index, part] of parts.entries()) {
    const memo = index === 0 ? id : derivedGuid(id, `part-${index}`);
    happened({ kind: "memo-written", memo, about, text: part.trim() }, by);
  }
}

/** What each note is about, by its GUID. */
function subjectsOfNotes(
  { noteRefs, codes, sources }: ExchangeProject,
  parts: Parts,
): Map<string, MemoSubject[]> {
  const subjects = new Map<string, MemoSubject[]>();
  const add = (guids: readonly string[], subject: MemoSubject) => {
    for (const guid of guids) subjects.set(guid, [...(subjects.get(guid) ?? []), subject]);
  };
  add(noteRefs, { kind: "project" });
  const addCodes = (list: ExchangeProject["codes"]) => {
    for (const code of list) {
      add(code.noteRefs, { kind: "code", code: parts.codes.get(code.guid) ?? "" });
      addCodes(code.codes);
    }
  };
  addCodes(codes);
  for (const source of sources) {
    const document = parts.documents.get(source.guid) ?? "";
    add(source.noteRefs, { kind: "document", document });
    for (const { start, end, noteRefs: notes, codings } of source.selections) {
      add(notes, { kind: "excerpt", excerpt: { document, version: 1, start, end } });
      for (const coding of codings) {
        const id = parts.codings.get(coding.guid);
        if (id !== undefined) add(coding.noteRefs, { kind: "coding", coding: id });
      }
    }
  }
  return subjects;
}
