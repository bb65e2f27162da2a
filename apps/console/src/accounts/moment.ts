import type { Language } from "@mehrwert/study";

/** Writes a moment as day and minute, in the reader's time zone. */
export function momentWriter(language: Language): (moment: string) => string {
  const format = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
  });
  return (moment) => format.format(new Date(moment));
}
