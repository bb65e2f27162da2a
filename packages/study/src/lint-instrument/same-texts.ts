import type { Instrument } from "../instrument.ts";
import type { LocalizedText } from "../localized-text.ts";
import type { Issue } from "../result.ts";
import { error } from "./issue.ts";
import type { PlacedQuestion } from "./outline.ts";
import { areSeenTogether } from "./seen-together.ts";

/** A text, where it stands, and the question it belongs to. */
export type PlacedText = { text: LocalizedText; path: string; placed: PlacedQuestion };

/** Texts that read like an earlier one in one of the languages, unless nobody sees both. */
export function sameTexts(instrument: Instrument, texts: readonly PlacedText[]): Issue[] {
  const earlier = new Map<string, PlacedText[]>();
  const issues: Issue[] = [];
  for (const text of texts) {
    const keys = [`de ${plain(text.text.de)}`, `en ${plain(text.text.en)}`];
    const twin = keys
      .flatMap((key) => earlier.get(key) ?? [])
      .find(({ placed }) => areSeenTogether(instrument, placed, text.placed));
    if (twin !== undefined) issues.push(same(text.path, twin.path));
    for (const key of keys) earlier.set(key, [...(earlier.get(key) ?? []), text]);
  }
  return issues;
}

/** A text as a reader compares it: without case, spacing and the sign at its end. */
export function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[\s.:;!?…]+$/u, "")
    .trim();
}

function same(path: string, earlier: string): Issue {
  return error(
    path,
    [
      `Der Text steht wortgleich auch in ${earlier}, in einer der Sprachen.`,
      `The same text stands in ${earlier}, in one of the languages.`,
    ],
    ["Fragen Sie jedes nur einmal oder mit anderen Worten.", "Ask it once, or in other words."],
  );
}
