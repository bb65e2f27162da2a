import {
  type CodingChange,
  type CodingOrigin,
  coderSchema,
  fixedPolarity,
  type Issue,
  type Polarity,
  polaritySchema,
  type Result,
} from "@mehrwert/study";
import { findPassage, type PassageWish } from "./find-passage.ts";
import { type CodingMaterial, presentTranscript } from "./material.ts";
import { badCoder, badPolarity, heading, noPassage, otherVersion, unknown } from "./wish-issues.ts";

/** A coding as a person asks for it. */
export type CodingWish = {
  /** `codings.csv:12`, for messages. */
  place?: string;
  document: string;
  code: string;
  passage: PassageWish;
  /** The version that positions count in; the present one if absent. */
  version?: number;
  coder?: string;
  polarity?: string;
  memo?: string;
};

/** What to do, and how many codings there were already. */
export type CodedWishes = { changes: CodingChange[]; known: number };

type Settings = { coder: string; newId: () => string; source?: string };

/**
 * Turns wishes into events, or says of every wish that cannot be met why. A coding that is there already is counted and
 * left alone. Polarity that the codebook fixes is set by itself.
 */
export function codedWishes(
  material: CodingMaterial,
  wishes: readonly CodingWish[],
  settings: Settings,
): Result<CodedWishes> {
  const issues: Issue[] = [];
  const changes: CodingChange[] = [];
  const present = new Set(
    material.project.assignments.map(({ excerpt: { document, start, end }, code, coder }) =>
      [document, start, end, code, coder].join(" "),
    ),
  );
  let known = 0;
  for (const wish of wishes) {
    const made = codingOf(material, wish, settings);
    if ("issue" in made) {
      issues.push(made.issue);
      continue;
    }
    const { excerpt, code, coder } = made.coding;
    const key = [excerpt.document, excerpt.start, excerpt.end, code, coder].join(" ");
    if (present.has(key)) {
      known += 1;
      continue;
    }
    present.add(key);
    changes.push({ kind: "coding-added", coding: made.coding });
    if (wish.memo !== undefined && wish.memo.trim() !== "") {
      const about = { kind: "coding" as const, coding: made.coding.id };
      changes.push({ kind: "memo-written", memo: settings.newId(), about, text: wish.memo });
    }
  }
  return issues.length > 0
    ? { ok: false, issues }
    : { ok: true, value: { changes, known }, warnings: [] };
}

type Coding = Extract<CodingChange, { kind: "coding-added" }>["coding"];

function codingOf(
  material: CodingMaterial,
  wish: CodingWish,
  { coder: usual, newId, source }: Settings,
): { coding: Coding } | { issue: Issue } {
  const { document, code, passage, coder = usual } = wish;
  const at = wish.place ?? document;
  const { project } = material;
  const found = project.codebook.codes.find(({ id }) => id === code);
  if (!project.documents.some(({ id }) => id === document)) {
    return {
      issue: unknown(
        at,
        document,
        project.documents.map(({ id }) => id),
        "document",
      ),
    };
  }
  if (found === undefined) {
    return {
      issue: unknown(
        at,
        code,
        project.codebook.codes.map(({ id }) => id),
        "code",
      ),
    };
  }
  if (found.isHeading === true) return { issue: heading(at, code, material) };
  if (!coderSchema.safeParse(coder).success) return { issue: badCoder(at, coder) };
  const polarity =
    wish.polarity === undefined ? fixedPolarity(project.codebook, code) : polarityOf(wish.polarity);
  if (polarity === null) return { issue: badPolarity(at, wish.polarity ?? "") };
  const transcript = presentTranscript(material, document);
  if (wish.version !== undefined && wish.version !== transcript.version) {
    return { issue: otherVersion(at, wish.version, transcript.version) };
  }
  const place = findPassage(transcript, passage);
  if ("reason" in place) return { issue: noPassage(at, place, transcript.turns.length) };
  const origin: CodingOrigin =
    source === undefined ? { kind: "by-hand" } : { kind: "imported", source: source.slice(-200) };
  return {
    coding: {
      ...{ id: newId(), code, coder, origin },
      excerpt: { document, version: transcript.version, ...place },
      ...(polarity !== undefined && { polarity }),
    },
  };
}

/** Null for what is none. Spreadsheets do not keep signs, so words are understood too. */
function polarityOf(typed: string): Polarity | null | undefined {
  const words: Record<string, Polarity> = {
    positive: "+",
    negative: "-",
    wish: "?",
    "−": "-",
    "–": "-",
  };
  const sign = typed.trim();
  if (sign === "") return undefined;
  const parsed = polaritySchema.safeParse(words[sign] ?? sign);
  return parsed.success ? parsed.data : null;
}
