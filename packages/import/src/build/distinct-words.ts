import type { LocalizedText } from "@mehrwert/study";
import { say } from "../refusal.ts";

/** Words that differ from all before them, in both languages; undefined if they do already. */
export type DistinctWords = (text: LocalizedText, addition: string) => LocalizedText | undefined;

/** Remembers words as a reader compares them, and adds something in brackets to those that come again. */
export function distinctWords(): DistinctWords {
  const seen = new Set<string>();
  const keysOf = ({ de, en }: LocalizedText) => [`de ${comparable(de)}`, `en ${comparable(en)}`];
  return (text, addition) => {
    let words = text;
    for (let count = 1; keysOf(words).some((key) => seen.has(key)); count += 1) {
      const added = count === 1 ? addition : `${addition}, ${count}`;
      words = say(`${text.de} (${added})`, `${text.en} (${added})`);
    }
    for (const key of keysOf(words)) seen.add(key);
    return words === text ? undefined : words;
  };
}

/** Without case, spacing and the sign at the end. */
function comparable(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[\s.:;!?…]+$/u, "")
    .trim();
}
