import { canonicalJson } from "./canonical-json.ts";
import type { Instrument } from "./instrument.ts";
import { textHash } from "./text-hash.ts";

/**
 * The fingerprint of a definition: two instruments have the same one only if every word and rule is the same.
 *
 * SHA-256 in hexadecimal over the instrument as JSON with sorted keys and without spaces (as in RFC 8785), in UTF-8;
 * so the order of keys and the layout of the file do not matter, the order of pages and options does.
 */
export function definitionHash(instrument: Instrument): Promise<string> {
  return textHash(canonicalJson(instrument));
}
