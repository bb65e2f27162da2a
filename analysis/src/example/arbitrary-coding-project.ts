import type { Codebook, CodingChange, CodingEvent, MemoSubject } from "@mehrwert/study";
import fc from "fast-check";
import { alignTexts } from "../coding/align-texts.ts";
import type { MemoryProject } from "./exchange-material.ts";

/** Words with letters of every width, and what markup trips over. */
const word = fc.constantFrom(
  ...[
    "ja",
    "Größe",
    "😀",
    "👩‍💻",
    "Zoe\u0308",
    "<b>",
    "&amp;",
    "]]>",
    '"',
    "E1:",
    "\n",
    "\t",
    "ﬁ",
    "Zeit",
    "\n\n",
  ],
);
const words = (most: number) =>
  fc.array(word, { minLength: 1, maxLength: most }).map((list) => list.join(" "));
/** Texts that are kept trimmed and may not be empty. */
const note = words(12).map((text) => `a${text}`.trim());
const person = fc.constantFrom("anna", "ben", "c-3");
const time = fc
  .integer({ min: 0, max: 999_999 })
  .map((second) => new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString());
const value = fc.oneof(
  ...[
    fc.constantFrom("1", "-2", "007", "3.50", "1e5", "true", "2026-02-31", "2026-02-28", " x "),
    note,
  ],
);
const codeIds = ["A", "A1", "A1.1", "B", "B2", "C"];

const codebook: fc.Arbitrary<Codebook> = fc
  .array(
    fc.record(
      {
        label: note,
        definition: note,
        rule: note,
        colour: fc.constantFrom("#00ff7f", "#c0ffee"),
        isHeading: fc.boolean(),
        parent: fc.nat(),
      },
      { requiredKeys: ["label", "isHeading", "parent"] },
    ),
    { maxLength: codeIds.length },
  )
  .map((codes) => ({
    ...{ slug: "made-up", version: "1.0.0", languages: ["de", "en"] },
    title: { de: "Erdacht", en: "Made up" },
    codes: codes.map(({ label, definition, rule, colour, isHeading, parent }, at) => {
      const above = codeIds[parent % (at + 1)];
      return {
        id: codeIds[at] ?? "",
        ...(above !== codeIds[at] && above !== undefined && { parent: above }),
        label: { de: label, en: `${label} en` },
        ...(definition !== undefined && { definition: { de: definition, en: "x" } }),
        ...(rule !== undefined && { codingRule: { de: rule, en: "x" } }),
        ...(colour !== undefined && { colour }),
        ...(isHeading && { isHeading }),
        origin: "inductive",
      };
    }),
  }));

type Plan = {
  codebook: Codebook;
  texts: { text: string; title: string | undefined; later: string | undefined }[];
  steps: {
    kind: number;
    pick: number;
    start: number;
    length: number;
    person: string;
    at: string;
    note: string;
    value: string;
    id: string;
  }[];
  isSynthetic: boolean;
  title: string;
};

/**
 * Coding projects of every kind the events allow: texts with emoji, combining letters and markup, corrections, trees of codes,
 * overlapping codings of three coders, memos on everything, cases, variables; empty ones included.
 */
export const arbitraryCodingProject: fc.Arbitrary<MemoryProject> = fc
  .record<Plan>({
    codebook,
    texts: fc.array(
      fc.record({
        text: fc.oneof(words(30), fc.constant("")),
        title: fc.option(
          note.map((text) => text.slice(0, 150).trim()),
          { nil: undefined },
        ),
        later: fc.option(words(20), { nil: undefined, freq: 4 }),
      }),
      { maxLength: 3 },
    ),
    steps: fc.array(
      fc.record({
        ...{
          kind: fc.nat(8),
          pick: fc.nat(),
          start: fc.nat(80),
          length: fc.integer({ min: 1, max: 30 }),
        },
        ...{ person, at: time, note, value, id: fc.uuid({ version: 4 }) },
      }),
      { maxLength: 25 },
    ),
    isSynthetic: fc.boolean(),
    title: note.map((text) => text.slice(0, 150).trim()),
  })
  .map(projectOf);

function projectOf(plan: Plan): MemoryProject {
  const events: CodingEvent[] = [];
  const add = (change: CodingChange, by = "anna", at = "2026-01-01T00:00:00Z") => {
    const sequence = events.length + 1;
    const id = `00000000-0000-4000-8000-${sequence.toString(16).padStart(12, "0")}`;
    events.push({ sequence, id, person: by, at, change });
  };
  const texts = plan.texts.map(({ text }, at) => ({ document: `D${at}`, version: 1, text }));
  for (const [at, { text, title }] of plan.texts.entries()) {
    add({
      kind: "document-added",
      transcript: versionOf(`D${at}`, 1, text),
      ...(title !== undefined && title !== "" && { title }),
    });
  }
  const half = Math.floor(plan.steps.length / 2);
  for (const step of plan.steps.slice(0, half)) addStep(plan, step, add, 1);
  for (const [at, { text, later }] of plan.texts.entries()) {
    if (later === undefined) continue;
    const [document, whole] = [`D${at}`, `${text}${later}`];
    texts.push({ document, version: 2, text: whole });
    const alignment = alignTexts(text, whole);
    add({
      ...{ kind: "document-corrected", from: 1, alignment, carried: [] },
      transcript: versionOf(document, 2, whole),
    });
  }
  for (const step of plan.steps.slice(half)) addStep(plan, step, add, 1);
  return {
    id: "11111111-1111-4111-8111-111111111111",
    createdAt: "2026-01-01T00:00:00.000Z",
    ...{ title: plan.title, isSynthetic: plan.isSynthetic, codebook: plan.codebook, texts, events },
  };
}

function addStep(
  { texts, codebook: { codes } }: Plan,
  step: Plan["steps"][number],
  add: (change: CodingChange, by: string, at: string) => void,
  version: number,
): void {
  const { kind, pick, start, length, person: by, at, note: text, value: given, id } = step;
  const document = `D${pick % Math.max(1, texts.length)}`;
  const size = [...(texts[pick % Math.max(1, texts.length)]?.text ?? "")].length;
  const code = codes[pick % Math.max(1, codes.length)]?.id ?? "A";
  const from = start % Math.max(1, size);
  const excerpt = { document, version, start: from, end: Math.min(size, from + length) };
  const isPassage = excerpt.start < excerpt.end;
  const variable = `v${pick % 3}`;
  const caseId = `K${pick % 2}`;
  const memo = (about: MemoSubject) => add({ kind: "memo-written", memo: id, about, text }, by, at);
  if (kind <= 2 && isPassage) {
    const coding = { id, excerpt, code, coder: by, origin: { kind: "by-hand" as const } };
    add({ kind: "coding-added", coding }, by, at);
    if (pick % 5 === 0) {
      const memoId = id.replace(/^./, (digit) => (digit === "f" ? "0" : "f"));
      add(
        { kind: "memo-written", memo: memoId, about: { kind: "coding", coding: id }, text },
        by,
        at,
      );
    }
  } else if (kind === 3) memo({ kind: "project" });
  else if (kind === 4) memo({ kind: "document", document });
  else if (kind === 5) memo({ kind: "code", code });
  else if (kind === 6 && isPassage) memo({ kind: "excerpt", excerpt });
  else if (kind === 7)
    add({ kind: "document-variable-set", document, variable, value: given }, by, at);
  else if (kind === 8) {
    const pseudonym = pick % 2 === 0 ? { pseudonym: `P-${pick % 10}` } : {};
    add(
      {
        kind: "case-changed",
        case: caseId,
        documents: [document],
        ...pseudonym,
        variables: { [variable]: given },
      },
      ...([by, at] as const),
    );
    memo({ kind: "case", case: caseId });
  }
}

function versionOf(document: string, version: number, text: string) {
  return {
    ...{ document, version, hash: "0".repeat(64), length: [...text].length, speakers: [] },
    source: { format: "txt", encoding: "UTF-8" },
  };
}
