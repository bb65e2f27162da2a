import { slowHash } from "./slow-hash.ts";

/** What a participant typed, by element, for example `{ "birth-day": "07" }`; only in memory, never kept or sent. */
export type CodeElements = { readonly [element: string]: string };

/**
 * The self-generated code of one participant: hashes that are the same in every wave of a study and elsewhere mean
 * nothing. `code` is made of all elements, `without-<element>` of all but one, so that waves can be matched when
 * somebody remembers one element differently. Each is 32 hexadecimal digits, the first half of PBKDF2-SHA-256.
 *
 * `salt` is the study's; `question` keeps codes of different questions apart. The order of elements does not matter,
 * nor do upper case, blanks around, or diacritics (`Ö` counts as `O`).
 * @throws RangeError if an element is empty
 * @throws TypeError where the browser offers no cryptography: pages not served over HTTPS
 */
export async function personalCode({
  question,
  elements,
  salt,
}: {
  question: string;
  elements: CodeElements;
  salt: string;
}): Promise<{ [part: string]: string }> {
  const entries = Object.entries(elements)
    .map(([name, typed]) => [name, normalisedElement(typed)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  if (entries.some(([, value]) => value === "")) {
    throw new RangeError("personalCode requires a value for every element");
  }
  const hash = (kept: typeof entries) =>
    slowHash(JSON.stringify(kept), { salt: `${salt}/${question}`, bits: 128 });
  const parts = [
    ["code", hash(entries)] as const,
    ...entries.map(
      ([name]) => [`without-${name}`, hash(entries.filter(([other]) => other !== name))] as const,
    ),
  ];
  const hashes = await Promise.all(parts.map(async ([part, made]) => [part, await made] as const));
  return Object.fromEntries(hashes);
}

/** An element as it counts: without blanks around, accents, umlaut dots and the difference of upper and lower case. */
export function normalisedElement(typed: string): string {
  return typed
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toUpperCase()
    .trim();
}
