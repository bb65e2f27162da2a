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
import { tableIssue } from "../text-table/text-table.ts";
import { type FoundPassage, findPassage, type PassageWish } from "./find-passage.ts";
import { type CodingMaterial, presentTranscript } from "./material.ts";

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

function unknown(
  at: string,
  name: string,
  known: readonly string[],
  kind: "document" | "code",
): Issue {
  const list = `${known.slice(0, 12).join(", ")}${known.length > 12 ? ", …" : ""}`;
  return kind === "document"
    ? tableIssue(
        at,
        { de: `Das Transkript „${name}“ gibt es nicht.`, en: `There is no transcript “${name}”.` },
        { de: `Es gibt: ${list || "keine"}.`, en: `There are: ${list || "none"}.` },
      )
    : tableIssue(
        at,
        { de: `Den Code „${name}“ gibt es nicht.`, en: `There is no code “${name}”.` },
        {
          de: `Es gibt: ${list}. Neue Codes legt „mehrwert code codebook add“ an.`,
          en: `There are: ${list}. “mehrwert code codebook add” makes new codes.`,
        },
      );
}

function heading(at: string, code: string, { project }: CodingMaterial): Issue {
  const below = project.codebook.codes.filter(({ parent }) => parent === code).map(({ id }) => id);
  return tableIssue(
    at,
    {
      de: `${code} ist eine Überschrift und wird nicht kodiert.`,
      en: `${code} is a heading and is not coded.`,
    },
    {
      de: `Wählen Sie einen Code darunter: ${below.join(", ")}.`,
      en: `Choose a code below: ${below.join(", ")}.`,
    },
  );
}

function badCoder(at: string, coder: string): Issue {
  return tableIssue(
    at,
    { de: `„${coder}“ ist kein Name für Kodierende.`, en: `“${coder}” is no name of a coder.` },
    {
      de: "Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche, höchstens 40 Zeichen.",
      en: "Use small letters, digits and hyphens, 40 characters at most.",
    },
  );
}

function badPolarity(at: string, typed: string): Issue {
  return tableIssue(
    at,
    { de: `„${typed}“ ist keine Richtung.`, en: `“${typed}” is no polarity.` },
    {
      de: "Möglich sind +, - und ?, oder positive, negative, wish.",
      en: "Possible are +, - and ?, or positive, negative, wish.",
    },
  );
}

function otherVersion(at: string, typed: number, present: number): Issue {
  return tableIssue(
    at,
    {
      de: `Die Stelle gehört zu Fassung ${typed} des Transkripts; jetzt gilt Fassung ${present}.`,
      en: `The passage belongs to version ${typed} of the transcript; now version ${present} counts.`,
    },
    {
      de: "Lassen Sie version, start und end weg und geben Sie den Wortlaut an.",
      en: "Leave out version, start and end, and give the words.",
    },
  );
}

function noPassage(
  at: string,
  found: Extract<FoundPassage, { reason: string }>,
  turns: number,
): Issue {
  const lines = found.lines?.slice(0, 8).join(", ") ?? "";
  const messages = {
    "nothing-said": [
      "Es fehlt, welche Stelle gemeint ist.",
      "Which passage is meant is missing.",
      "Geben Sie --text, --line, --turn oder --start und --end an.",
      "Give --text, --line, --turn or --start and --end.",
    ],
    "no-such-turn": [
      "Diesen Redebeitrag gibt es nicht.",
      "There is no such turn.",
      `Es gibt ${turns} Redebeiträge.`,
      `There are ${turns} turns.`,
    ],
    "no-such-line": [
      "Diese Zeile gibt es nicht, oder sie ist leer.",
      "There is no such line, or it is empty.",
      "„mehrwert code show“ zeigt die Zeilen mit ihren Nummern.",
      "“mehrwert code show” shows the lines with their numbers.",
    ],
    "other-words": [
      "An dieser Stelle stehen andere Worte.",
      "Other words stand at this place.",
      "Lassen Sie start und end weg; dann wird nach den Worten gesucht.",
      "Leave out start and end; then the words are looked for.",
    ],
    outside: [
      "Die Stelle liegt außerhalb des Textes oder ist leer.",
      "The passage lies outside the text or is empty.",
      "Der Anfang muss vor dem Ende liegen; gezählt werden Codepoints ab 0.",
      "The start must lie before the end; code points are counted from 0.",
    ],
    "no-such-words": [
      "Diese Worte stehen nicht im Transkript.",
      "These words are not in the transcript.",
      "Kopieren Sie die Stelle aus dem Transkript; nur Leerraum darf anders sein.",
      "Copy the passage from the transcript; only white space may differ.",
    ],
    several: [
      `Diese Worte stehen mehrmals im Transkript, in den Zeilen ${lines}.`,
      `These words stand in the transcript several times, on lines ${lines}.`,
      "Geben Sie die Zeile dazu an, oder mehr Worte.",
      "Give the line as well, or more words.",
    ],
  } as const;
  const [de, en, adviceDe, adviceEn] = messages[found.reason];
  return tableIssue(at, { de, en }, { de: adviceDe, en: adviceEn });
}
