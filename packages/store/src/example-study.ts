import type { InformationSheet, Study, SurveyResponse } from "@mehrwert/study";

const text = { de: "Text", en: "Text" };
const informationSheet: InformationSheet = {
  responsible: text,
  dataProtectionContact: text,
  purpose: text,
  content: text,
  voluntary: text,
  anonymity: text,
  technicalStorage: text,
  legalBasis: text,
  recipients: text,
  storagePeriod: text,
  rights: text,
  complaint: text,
  smallGroups: text,
  quotations: text,
  staffCouncil: text,
};

/** A study to try the store with. */
export const exampleStudy: Study = {
  slug: "example",
  title: { de: "Beispiel", en: "Example" },
  instrumentSlug: "value-drivers",
  instrumentVersion: "1.0.0",
  definitionHash: "0".repeat(64),
  wave: 1,
  mode: "open",
  status: "fielding",
  isSimulated: true,
  minimumGroupSize: 10,
  informationSheet,
};

/** A response to try the store with. */
export function exampleResponse(id: string, answers: SurveyResponse["answers"]): SurveyResponse {
  return {
    id,
    wave: 1,
    instrumentSlug: "value-drivers",
    instrumentVersion: "1.0.0",
    definitionHash: "0".repeat(64),
    language: "de",
    answers,
    presentation: { "value-drivers": { shown: ["vd-2", "vd-1"], moves: 3 } },
  };
}
