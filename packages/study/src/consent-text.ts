import { canonicalJson } from "./canonical-json.ts";
import { modeSentence } from "./first-page/mode-words.ts";
import type { Instrument } from "./instrument.ts";
import { shownInformationSheet } from "./shown-information-sheet.ts";
import type { Study } from "./study.ts";
import { textHash } from "./text-hash.ts";

/**
 * What somebody reads before consenting, as one text: the information sheet, how one takes part, with the fingerprint of
 * the study's key, the consent question and what stands above it, as canonical JSON. It holds every language; which one was read is the response's `language`.
 *
 * @throws RangeError if the instrument has no consent question
 */
export function consentText(
  study: Pick<Study, "informationSheet" | "retentionDate" | "mode" | "credentialKey">,
  instrument: Pick<Instrument, "pages" | "mehrwert">,
): string {
  const { question: name } = instrument.mehrwert.consent;
  const page = instrument.pages.find(({ elements }) => elements.some((one) => one.name === name));
  const question = page?.elements.find((one) => one.name === name);
  if (question === undefined) throw new RangeError("consentText requires a consent question");
  return canonicalJson({
    informationSheet: shownInformationSheet(study),
    participation: modeSentence(study),
    keyFingerprint: study.credentialKey?.fingerprint,
    introduction: page?.description,
    question,
  });
}

/** The fingerprint of such a text, kept with every response: SHA-256 in hexadecimal. */
export function consentHash(...of: Parameters<typeof consentText>): Promise<string> {
  return textHash(consentText(...of));
}
