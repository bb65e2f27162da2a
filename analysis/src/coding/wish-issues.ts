import type { Issue } from "@mehrwert/study";
import { tableIssue } from "../text-table/text-table.ts";
import type { FoundPassage } from "./find-passage.ts";
import type { CodingMaterial } from "./material.ts";

/** A transcript or code that is not there. */
export function unknown(
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

/** A heading that somebody wants to code. */
export function heading(at: string, code: string, { project }: CodingMaterial): Issue {
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

/** A name that cannot be a coder's. */
export function badCoder(at: string, coder: string): Issue {
  return tableIssue(
    at,
    { de: `„${coder}“ ist kein Name für Kodierende.`, en: `“${coder}” is no name of a coder.` },
    {
      de: "Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche, höchstens 40 Zeichen.",
      en: "Use small letters, digits and hyphens, 40 characters at most.",
    },
  );
}

/** A polarity that is none. */
export function badPolarity(at: string, typed: string): Issue {
  return tableIssue(
    at,
    { de: `„${typed}“ ist keine Richtung.`, en: `“${typed}” is no polarity.` },
    {
      de: "Möglich sind +, - und ?, oder positive, negative, wish.",
      en: "Possible are +, - and ?, or positive, negative, wish.",
    },
  );
}

/** Positions that belong to another version of the text. */
export function otherVersion(at: string, typed: number, present: number): Issue {
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

/** A passage that is not there, or not only once. */
export function noPassage(
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
