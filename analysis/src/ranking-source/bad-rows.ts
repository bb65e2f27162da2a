import type { BadRowReason } from "@mehrwert/statistics";
import type { Issue, LocalizedText } from "@mehrwert/study";

/** Why a line of a file is no ranking; beyond the reasons of `rankings`, those that only a file can have. */
export type BadLineReason =
  | BadRowReason
  | "unknown-item"
  | "twice"
  | "bad-duration"
  | "not-readable";

const messages: Record<BadLineReason, LocalizedText> = {
  "wrong-length": {
    de: "Die Zeile hat mehr oder weniger Felder als die Kopfzeile.",
    en: "The line has more or fewer fields than the heading.",
  },
  "not-a-rank": {
    de: "Ein Feld ist kein Rang; Ränge beginnen bei 1.",
    en: "A field is no rank; ranks start at 1.",
  },
  gap: {
    de: "Es fehlt ein Rang dazwischen (etwa 1 und 3 ohne 2).",
    en: "A rank in between is missing (such as 1 and 3 without 2).",
  },
  "nothing-ranked": { de: "Die Zeile enthält keinen Rang.", en: "The line holds no rank." },
  "blank-without-meaning": {
    de: "Ein Feld ist leer, und niemand hat gesagt, was das bedeutet.",
    en: "A field is empty, and nobody has said what that means.",
  },
  "blank-in-complete": {
    de: "Die Rangfolge soll vollständig sein, aber etwas fehlt.",
    en: "The ranking should be complete, but something is missing.",
  },
  "ranked-but-not-presented": {
    de: "Etwas hat einen Rang, das nicht gezeigt wurde.",
    en: "Something has a rank that was not shown.",
  },
  "bad-count": {
    de: "Die Anzahl (count) ist keine ganze Zahl ab 1.",
    en: "The count is not a whole number from 1.",
  },
  "bad-weight": {
    de: "Das Gewicht ist keine Zahl ab 0.",
    en: "The weight is not a number from 0.",
  },
  "bad-duration": {
    de: "Die Dauer ist keine Zahl ab 0.",
    en: "The duration is not a number from 0.",
  },
  "unknown-item": {
    de: "Die Zeile nennt etwas, das es in der Liste nicht gibt.",
    en: "The line names something that is not on the list.",
  },
  twice: { de: "Dasselbe steht zweimal in der Zeile.", en: "The same thing is in the line twice." },
  "not-readable": { de: "Die Zeile ist nicht lesbar.", en: "The line cannot be read." },
};

const advice: LocalizedText = {
  de: "Berichtigen Sie die Zeile, oder lassen Sie solche Zeilen mit --skip-bad aus; sie werden dann gezählt.",
  en: "Correct the line, or leave such lines out with --skip-bad; they are counted then.",
};

const otherColumns: LocalizedText = {
  de: `${advice.de} Hält eine Spalte etwas anderes als Ränge, nennen Sie die Spalten mit Rängen: --items a,b,c.`,
  en: `${advice.en} If a column holds something else than ranks, name the columns with ranks: --items a,b,c.`,
};

/** A line that is no ranking, as an issue. */
export function badLineIssue(fileName: string, line: number, reason: BadLineReason): Issue {
  return {
    path: `${fileName}:${line}`,
    severity: "error",
    message: messages[reason],
    advice: reason === "not-a-rank" ? otherColumns : advice,
  };
}

/** The one question about blanks, with both answers and what each would do. */
export function blankIssue(fileName: string, line: number): Issue {
  return {
    path: `${fileName}:${line}`,
    severity: "error",
    message: {
      de: "Ein Feld ist leer. Das kann zweierlei heißen, und die falsche Lesart verdirbt das Ergebnis: „gezeigt, aber nicht eingeordnet, also hinter allem Eingeordneten“ (etwa bei den wichtigsten drei) oder „dieser Person nie gezeigt, also nicht verglichen“.",
      en: "A field is empty. That can mean two things, and the wrong reading ruins the result: 'shown but not placed, so behind everything placed' (as with a top three), or 'never shown to this person, so not compared'.",
    },
    advice: {
      de: "Sagen Sie es mit --unranked below (hinter allem Eingeordneten) oder --unranked not-presented (nie gezeigt).",
      en: "Say it with --unranked below (behind everything placed) or --unranked not-presented (never shown).",
    },
  };
}

/** A problem of the whole file. */
export function fileIssue(fileName: string, message: LocalizedText, mend: LocalizedText): Issue {
  return { path: fileName, severity: "error", message, advice: mend };
}
