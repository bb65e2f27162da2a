import type { Language } from "./language.ts";
import type { InformationSheet, Study } from "./study.ts";

/**
 * The information sheet as participants read it: where the study has a retention date, the storage period ends with
 * the sentence that says so.
 */
export function shownInformationSheet({
  informationSheet,
  retentionDate,
}: Pick<Study, "informationSheet" | "retentionDate">): InformationSheet {
  if (retentionDate === undefined) return informationSheet;
  const { storagePeriod } = informationSheet;
  const day = (language: Language) =>
    new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
      dateStyle: "long",
      timeZone: "UTC",
    }).format(new Date(retentionDate));
  return {
    ...informationSheet,
    storagePeriod: {
      de: `${storagePeriod.de} Auf diesem Server werden alle Antworten nach dem ${day("de")} von selbst gelöscht.`,
      en: `${storagePeriod.en} On this server, all answers are deleted by themselves after ${day("en")}.`,
    },
  };
}
