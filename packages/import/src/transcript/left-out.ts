import type { LocalizedText } from "@mehrwert/study";
import { say } from "../refusal.ts";

/** What a document holds besides its running text. */
export type LeftOutKind =
  | "comment"
  | "deletion"
  | "footnote"
  | "picture"
  | "hidden"
  | "numbering"
  | "symbol";

/** How much of it was left out. */
export type LeftOut = Map<LeftOutKind, number>;

/** Counts one thing that was left out. */
export function leaveOut(leftOut: LeftOut, kind: LeftOutKind): void {
  leftOut.set(kind, (leftOut.get(kind) ?? 0) + 1);
}

const names: Record<LeftOutKind, readonly [string, string]> = {
  comment: ["Kommentare", "comments"],
  deletion: ["gelöschte Stellen aus der Änderungsverfolgung", "tracked deletions"],
  footnote: ["Fuß- oder Endnoten", "footnotes or endnotes"],
  picture: ["Bilder, Formen und Textfelder", "pictures, shapes and text boxes"],
  hidden: ["ausgeblendete Stellen", "hidden passages"],
  numbering: ["Nummern oder Zeichen von Listen", "numbers or bullets of lists"],
  symbol: ["Zeichen aus Symbolschriften", "characters of symbol fonts"],
};

/** One sentence for each kind. */
export function leftOutNotes(leftOut: LeftOut): LocalizedText[] {
  return [...leftOut].map(([kind, count]) => {
    const [de, en] = names[kind];
    return say(`Nicht übernommen: ${de} (${count}).`, `Left out: ${en} (${count}).`);
  });
}
