import type { LibraryEntry } from "./library-client.ts";

/**
 * The instruments that say every word looked for, in either language: in name, title, summary, target group or what
 * they measure. Case and accents do not matter.
 */
export function searchLibrary(entries: readonly LibraryEntry[], wish: string): LibraryEntry[] {
  const words = plain(wish).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const said = plain(textsOf(entry).join(" "));
    return words.every((word) => said.includes(word));
  });
}

function textsOf({ slug, about }: LibraryEntry): string[] {
  if (about === undefined) return [slug];
  const { title, summary, targetGroup, constructs } = about;
  const texts = [title, summary, targetGroup, ...constructs];
  return [slug, ...texts.flatMap(({ de, en }) => [de, en])];
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
