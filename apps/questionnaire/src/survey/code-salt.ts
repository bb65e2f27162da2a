import type { Study } from "@mehrwert/study";

/**
 * The salt of self-generated codes: the study's. A study with simulated answers that has none gets one for this page
 * only, because its codes never link anything; in a real study such codes would be lost in the next wave, so there
 * none is made.
 */
export function codeSaltOf(study: Study): string | undefined {
  if (study.codeSalt !== undefined || !study.isSimulated) return study.codeSalt;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
