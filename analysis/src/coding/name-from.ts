/**
 * A name in the agreed form for coders, made of another: small letters, digits and hyphens, 40 at most; empty if none
 * of its letters has a place in it.
 *
 * @example nameFrom("Anna Müller") // "anna-mueller"
 */
export function nameFrom(name: string): string {
  const spelt: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  return name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => spelt[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
}
