import { type CodeSuggestion, textHash } from "@mehrwert/study";

/** A suggestion before it is one of somebody's: all but its id. */
export type FoundSuggestion = Omit<CodeSuggestion, "id">;

/**
 * The id of a suggestion, a UUID that follows from who asked, method, code and passage: asked again, the same suggestion
 * has the same id, and one that was rejected stays rejected.
 */
export async function suggestionId(
  person: string,
  { by, code, excerpt: { document, version, start, end } }: FoundSuggestion,
): Promise<string> {
  const hash = await textHash(
    ["mehrwert-suggestion", person, by, code, document, version, start, end].join("\n"),
  );
  // Version 8 (custom) and the variant of RFC 9562.
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    ...[hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`],
    ...[`${variant}${hash.slice(17, 20)}`, hash.slice(20, 32)],
  ].join("-");
}
