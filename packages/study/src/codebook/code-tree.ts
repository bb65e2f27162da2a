import type { Language } from "../localized-text.ts";
import type { Code, Codebook, Polarity } from "./schema.ts";

type Codes = Pick<Codebook, "codes">;

/**
 * The codes from the top down to this one, itself last; empty if there is no such code.
 *
 * @example codeLineage(codebook, "V1.1").map(({ id }) => id) // ["V", "V1", "V1.1"]
 */
export function codeLineage({ codes }: Codes, id: string): Code[] {
  const lineage: Code[] = [];
  const seen = new Set<string>();
  let at = codes.find((code) => code.id === id);
  while (at !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    lineage.unshift(at);
    const { parent } = at;
    at = parent === undefined ? undefined : codes.find((code) => code.id === parent);
  }
  return lineage;
}

/** The labels from the top down to a code, as it is shown and exported: `Mehrwerte > Wissenstransfer`. */
export function codePath(codebook: Codes, id: string, language: Language): string {
  return codeLineage(codebook, id)
    .map(({ label }) => label[language])
    .join(" > ");
}

/** Codes directly below one, or at the top, in the order of the codebook. */
export function childCodes({ codes }: Codes, parent: string | undefined): Code[] {
  return codes.filter((code) => code.parent === parent);
}

/** A code and everything below it, depth first in the order of the codebook; all codes if none is named. */
export function codeSubtree(codebook: Codes, id?: string): Code[] {
  const children = new Map<string | undefined, Code[]>();
  for (const code of codebook.codes) {
    children.set(code.parent, [...(children.get(code.parent) ?? []), code]);
  }
  const below = (parent: string | undefined): Code[] =>
    (children.get(parent) ?? []).flatMap((code) => [code, ...below(code.id)]);
  const own = codebook.codes.filter((code) => id !== undefined && code.id === id);
  return id === undefined ? below(undefined) : own.flatMap((code) => [code, ...below(code.id)]);
}

/** Codes without codes below, in the order of the tree. */
export function leafCodes(codebook: Codes, id?: string): Code[] {
  const parents = new Set(codebook.codes.map(({ parent }) => parent));
  return codeSubtree(codebook, id).filter((code) => !parents.has(code.id));
}

/** The nearest category at or above a code that tables and agreement report on; undefined if there is none. */
export function mainCategoryOf(codebook: Codes, id: string): Code | undefined {
  return codeLineage(codebook, id).findLast(({ isMainCategory }) => isMainCategory === true);
}

/**
 * The name of the group whose codes exclude each other on one passage: the nearest `exclusiveGroup` at or above the
 * code, else its main category. Undefined: the code excludes no other.
 */
export function exclusiveGroupOf(codebook: Codes, id: string): string | undefined {
  const named = codeLineage(codebook, id).findLast(
    ({ exclusiveGroup }) => exclusiveGroup !== undefined,
  );
  return named?.exclusiveGroup ?? mainCategoryOf(codebook, id)?.id;
}

/** What every coding of a code says by its codebook, if the coder does not decide. */
export function fixedPolarity(codebook: Codes, id: string): Polarity | undefined {
  return codeLineage(codebook, id).findLast(({ polarity }) => polarity !== undefined)?.polarity;
}

/** How deep a code lies: 0 at the top. */
export function codeDepth(codebook: Codes, id: string): number {
  return codeLineage(codebook, id).length - 1;
}
