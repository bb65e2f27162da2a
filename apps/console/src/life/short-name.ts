/**
 * A short name to begin with, made of a name in words: what addresses may hold, at most 40 characters.
 * @example shortNameOf("Was Netzwerke wert sind (2027)") // "was-netzwerke-wert-sind-2027"
 */
export function shortNameOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 40)
    .replace(/-+$/, "");
}
