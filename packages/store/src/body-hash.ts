import { createHash } from "node:crypto";
import { canonicalJson, type SurveyResponse } from "@mehrwert/study";

/**
 * Fingerprint of a response as sent: equal exactly when both say the same, whatever the order of keys.
 *
 * @returns SHA-256 over the canonical JSON of the whole response, in hexadecimal
 */
export function bodyHash(response: SurveyResponse): string {
  return createHash("sha256").update(canonicalJson(response)).digest("hex");
}
