/** How much of a key's fingerprint stands in a link: 128 bits, which nobody can imitate. */
const fingerprintDigits = 32;

/**
 * The link of an invitation. Code and fingerprint stand behind `#`, which browsers send to nobody; the page takes them
 * out of the address at once.
 *
 * @param origin where the study is answered, without a slash at the end
 * @param fingerprint of the study's key, if it has one: with another key the page refuses to go on
 */
export function participationLink({
  origin,
  study,
  code,
  fingerprint,
}: {
  origin: string;
  study: string;
  code: string;
  fingerprint?: string | undefined;
}): string {
  const key = fingerprint === undefined ? "" : `.${fingerprint.slice(0, fingerprintDigits)}`;
  return `${origin}/s/${study}#${code}${key}`;
}
