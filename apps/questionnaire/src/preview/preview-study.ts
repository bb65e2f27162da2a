import type { InformationSheet, Instrument, LocalizedText, Study } from "@mehrwert/study";

const placeholder: LocalizedText = {
  de: "[Vorschau: Hier steht der Text Ihrer Untersuchung.]",
  en: "[Preview: the text of your study goes here.]",
};

const informationSheet: InformationSheet = {
  responsible: placeholder,
  dataProtectionContact: placeholder,
  purpose: placeholder,
  content: placeholder,
  voluntary: placeholder,
  anonymity: placeholder,
  technicalStorage: placeholder,
  legalBasis: placeholder,
  recipients: placeholder,
  storagePeriod: placeholder,
  rights: placeholder,
  complaint: placeholder,
  smallGroups: placeholder,
  quotations: placeholder,
  staffCouncil: placeholder,
};

/**
 * A study that does not exist, for the preview of an instrument: every text of its information sheet says so.
 * What a study would fix is the first group of every `assigned` question of that kind, until somebody chooses another.
 * `newDigit` gives hexadecimal digits.
 */
export function previewStudy(instrument: Instrument, newDigit: () => string): Study {
  const assigned = instrument.pages
    .flatMap(({ elements }) => elements)
    .flatMap((question) => {
      const first = question.type === "assigned" && question.by === "study" && question.choices[0];
      return first ? [[question.name, first.value] as const] : [];
    });
  return {
    slug: "preview",
    title: instrument.title,
    instrumentSlug: instrument.mehrwert.slug,
    instrumentVersion: instrument.mehrwert.version,
    definitionHash: "0".repeat(64),
    assigned: Object.fromEntries(assigned),
    codeSalt: Array.from({ length: 32 }, newDigit).join(""),
    wave: 1,
    mode: "open",
    status: "fielding",
    isSimulated: false,
    minimumGroupSize: 5,
    informationSheet,
  };
}
