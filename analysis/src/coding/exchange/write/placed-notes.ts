import { carriedPassage, type Excerpt, type Memo, type ProjectDocument } from "@mehrwert/study";
import type { ExchangeNote } from "../exchange-project.ts";
import { type ExportContext, guidOfId } from "./export-context.ts";

/** Memos as notes, and what each is about: GUIDs by the key of a part. Memos about cases are texts of their own there. */
export type PlacedNotes = {
  notes: ExchangeNote[];
  /** Keys: `project`, `document:E1`, `code:V1`, `coding:…`, `passage:E1:10-20`. */
  about: ReadonlyMap<string, string[]>;
  /** Texts by case. */
  ofCases: ReadonlyMap<string, string>;
  /** Memos about cases, and memos whose subject is gone. */
  caseMemos: number;
  homeless: number;
};

/** Places every memo of a project; one whose subject is gone goes to the project as a whole. */
export function placedNotes(context: ExportContext): PlacedNotes {
  const { project } = context.material;
  const about = new Map<string, string[]>();
  const ofCases = new Map<string, string[]>();
  const notes: ExchangeNote[] = [];
  let homeless = 0;
  for (const memo of project.memos.toSorted(byTime)) {
    const text = memo.text.replace(/\r\n?/g, "\n");
    const { about: subject } = memo;
    if (subject.kind === "case" && project.cases.some(({ id }) => id === subject.case)) {
      ofCases.set(subject.case, [...(ofCases.get(subject.case) ?? []), text]);
      continue;
    }
    const guid = guidOfId(context, "memo", memo.id);
    notes.push({ guid, text, user: context.guid(`user:${memo.person}`), at: memo.at });
    const key = subjectKey(context, memo);
    if (key === undefined) homeless += 1;
    const place = key ?? "project";
    about.set(place, [...(about.get(place) ?? []), guid]);
  }
  const caseTexts = [...ofCases].map(([id, texts]) => [id, texts.join("\n\n")] as const);
  const caseMemos = [...ofCases.values()].reduce((sum, texts) => sum + texts.length, 0);
  return { notes, about, ofCases: new Map(caseTexts), caseMemos, homeless };
}

/** Those who wrote memos that become notes. */
export function noteAuthors(memos: readonly Memo[]): string[] {
  return memos.filter(({ about }) => about.kind !== "case").map(({ person }) => person);
}

/** The key of a passage. */
export function passageKey({ document, start, end }: Omit<Excerpt, "version">): string {
  return `passage:${document}:${start}-${end}`;
}

function byTime(a: Memo, b: Memo): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1;
}

function subjectKey({ material }: ExportContext, { about }: Memo): string | undefined {
  const { documents, codebook, assignments } = material.project;
  switch (about.kind) {
    case "project":
      return "project";
    case "document":
      return documents.some(({ id }) => id === about.document)
        ? `document:${about.document}`
        : undefined;
    case "code":
      return codebook.codes.some(({ id }) => id === about.code) ? `code:${about.code}` : undefined;
    case "coding": {
      const found = assignments.find(
        ({ id, alsoFrom = [] }) => id === about.coding || alsoFrom.includes(about.coding),
      );
      return found === undefined ? undefined : `coding:${found.id}`;
    }
    case "excerpt": {
      const document = documents.find(({ id }) => id === about.excerpt.document);
      const place = document && presentPlace(document, about.excerpt);
      return place && passageKey({ document: about.excerpt.document, ...place });
    }
    default:
      return undefined;
  }
}

/** Where a passage of an older version stands now. */
function presentPlace(
  { versions }: ProjectDocument,
  { version, start, end }: Excerpt,
): { start: number; end: number } | undefined {
  if (!versions.some((each) => each.version === version)) return undefined;
  let place: { start: number; end: number } | undefined = { start, end };
  for (const later of versions.filter((each) => each.version > version)) {
    if (place !== undefined) place = carriedPassage(later.alignment ?? [], place, later.length);
  }
  const length = versions.at(-1)?.length ?? 0;
  return place !== undefined && place.end <= length
    ? { start: place.start, end: place.end }
    : undefined;
}
