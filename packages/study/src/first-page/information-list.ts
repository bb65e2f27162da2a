import type { Language, LocalizedText } from "../localized-text.ts";
import type { InformationSheet } from "../study.ts";
import { element, type MarkupElement } from "./markup.ts";

type Field = keyof InformationSheet;

const headings: Record<Field, LocalizedText> = {
  responsible: { de: "Verantwortlich", en: "Responsible" },
  dataProtectionContact: { de: "Kontakt zum Datenschutz", en: "Data protection contact" },
  purpose: { de: "Zweck", en: "Purpose" },
  content: { de: "Inhalt und Dauer", en: "Content and duration" },
  voluntary: { de: "Freiwilligkeit", en: "Voluntary" },
  anonymity: { de: "Anonymität", en: "Anonymity" },
  technicalStorage: { de: "Technische Speicherung", en: "Technical storage" },
  legalBasis: { de: "Rechtsgrundlage", en: "Legal basis" },
  recipients: { de: "Empfänger und Ort der Daten", en: "Recipients and place of the data" },
  storagePeriod: { de: "Speicherdauer", en: "Storage period" },
  rights: { de: "Ihre Rechte", en: "Your rights" },
  complaint: { de: "Beschwerde", en: "Complaint" },
  smallGroups: { de: "Kleine Gruppen", en: "Small groups" },
  quotations: { de: "Zitate", en: "Quotations" },
  staffCouncil: { de: "Personalvertretung", en: "Staff representation" },
};

/** What everybody reads before deciding. */
export const fieldsInBrief: readonly Field[] = ["responsible", "purpose", "anonymity"];

/** All the rest of the sheet, one click away; nothing stands twice. */
export const furtherFields: readonly Field[] = [
  "dataProtectionContact",
  "content",
  "voluntary",
  "technicalStorage",
  "legalBasis",
  "recipients",
  "storagePeriod",
  "rights",
  "complaint",
  "smallGroups",
  "quotations",
  "staffCouncil",
];

/** Fields of a study's information sheet as terms of a list, in the order asked for. */
export function informationTerms(
  sheet: InformationSheet,
  language: Language,
  fields: readonly Field[],
): MarkupElement[] {
  return fields.map((field) =>
    element("div", {}, [
      element("dt", {}, [headings[field][language]]),
      element("dd", {}, [sheet[field][language]]),
    ]),
  );
}
