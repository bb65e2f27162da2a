import type { InformationName, LocalizedText } from "@mehrwert/study";

/** What each text of the information sheet is about, for whoever writes it. */
export const informationLabels: Record<InformationName, LocalizedText> = {
  responsible: { de: "Wer verantwortlich ist", en: "Who is responsible" },
  dataProtectionContact: { de: "Datenschutzbeauftragte", en: "Data protection officer" },
  purpose: { de: "Zweck und Finanzierung", en: "Purpose and funding" },
  content: { de: "Was gefragt wird, wie lange es dauert", en: "What is asked, how long it takes" },
  voluntary: { de: "Freiwilligkeit", en: "Taking part is voluntary" },
  anonymity: { de: "Anonymität", en: "Anonymity" },
  technicalStorage: { de: "Was technisch gespeichert wird", en: "What is stored" },
  legalBasis: { de: "Rechtsgrundlage", en: "Legal basis" },
  recipients: { de: "Wer die Antworten erhält", en: "Who receives the answers" },
  storagePeriod: { de: "Speicherdauer", en: "Storage period" },
  rights: { de: "Rechte der Teilnehmenden", en: "Rights of participants" },
  complaint: { de: "Beschwerde", en: "Complaint" },
  smallGroups: { de: "Kleine Gruppen", en: "Small groups" },
  quotations: { de: "Zitate aus offenen Antworten", en: "Quotations of open answers" },
  staffCouncil: { de: "Personalvertretung", en: "Staff council" },
};
