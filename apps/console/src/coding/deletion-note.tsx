import type { Language } from "@mehrwert/study";
import { useStudy } from "../stages/use-study.ts";

const words = {
  dated: {
    de: (day: string) =>
      `Transkripte, Kodierungen und Notizen bleiben bis zum ${day}, dem Löschtag der Studie, und werden danach von selbst gelöscht. Was Sie berichten wollen, halten Sie bis dahin fest.`,
    en: (day: string) =>
      `Transcripts, codings and memos are kept until ${day}, the study's day of deletion, and are then deleted by themselves. Write down until then what you want to report.`,
  },
  undated: {
    de: "Für diese Studie steht noch kein Löschtag fest; bis dahin bleiben Transkripte, Kodierungen und Notizen.",
    en: "No day of deletion is settled for this study yet; until then transcripts, codings and memos are kept.",
  },
} as const;

/** Until when interviews are kept, for those who work on them; nothing until the study is known. */
export function DeletionNote({ study, language }: { study: string; language: Language }) {
  const { data } = useStudy(study);
  if (data === undefined) return null;
  const { retentionDate } = data;
  if (retentionDate === undefined) return <p>{words.undated[language]}</p>;
  const day = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(retentionDate));
  return <p>{words.dated[language](day)}</p>;
}
