import type { PlannedStudy } from "../field-plan.ts";
import type { LocalizedText } from "../localized-text.ts";
import type { ChecklistItem } from "./checklist-item.ts";
import { isBeforeTheField, waveToOpen } from "./wave-to-open.ts";

/** The dates of the waves, in their order; and of the one to open, that it has not ended before it begins. */
export function checkDates({ study, plan }: PlannedStudy, today: string): ChecklistItem {
  const about = {
    id: "waves",
    title: { de: "Wellen und Termine", en: "Waves and dates" },
    path: "#/waves",
  };
  // A wave that is open or over may have ended: its end is past then, and nothing is missing.
  const earliest = isBeforeTheField(study) ? today : "";
  const fault = dateFault(plan.waves, waveToOpen(study), earliest);
  if (fault !== undefined) return { ...about, state: "missing", ...fault };
  const wave = plan.waves[waveToOpen(study) - 1];
  if (wave?.until === undefined)
    return {
      ...about,
      state: "look",
      message: {
        de: "Die Welle hat keinen letzten Tag.",
        en: "The wave has no last day.",
      },
      advice: {
        de: "Mit einem letzten Tag endet sie von selbst, und Einladungen können ihn nennen; sonst beenden Sie sie von Hand.",
        en: "With a last day it ends by itself and invitations can say so; otherwise you end it by hand.",
      },
    };
  return {
    ...about,
    state: "done",
    message: {
      de: `Welle ${waveToOpen(study)} läuft bis ${longDay(wave.until, "de")}.`,
      en: `Wave ${waveToOpen(study)} runs until ${longDay(wave.until, "en")}.`,
    },
  };
}

type Fault = { message: LocalizedText; advice: LocalizedText };

function dateFault(
  waves: PlannedStudy["plan"]["waves"],
  toOpen: number,
  earliest: string,
): Fault | undefined {
  if (waves[toOpen - 1] === undefined)
    return {
      message: { de: `Welle ${toOpen} ist nicht geplant.`, en: `Wave ${toOpen} is not planned.` },
      advice: { de: "Legen Sie sie in der Planung an.", en: "Add it to the plan." },
    };
  const days = waves.flatMap(({ from, until }) => [from, until]).filter((day) => day !== undefined);
  if (days.some((day, at) => day < (days[at - 1] ?? "")))
    return {
      message: { de: "Die Termine überschneiden sich.", en: "The dates overlap." },
      advice: {
        de: "Jede Welle endet nicht vor ihrem Anfang, und die nächste beginnt danach.",
        en: "Let each wave end no earlier than it begins, and the next one begin after it.",
      },
    };
  if ((waves[toOpen - 1]?.until ?? earliest) < earliest)
    return {
      message: {
        de: `Der letzte Tag von Welle ${toOpen} ist vorbei.`,
        en: `The last day of wave ${toOpen} is past.`,
      },
      advice: { de: "Wählen Sie einen späteren Tag.", en: "Choose a later day." },
    };
  return undefined;
}

/** How long answers and interviews are kept: a day that is told to participants, after everything has ended. */
export function checkRetention({ study, plan }: PlannedStudy, today: string): ChecklistItem {
  const { retentionDate } = study;
  const about = {
    id: "retention",
    title: { de: "Löschtag", en: "Day of deletion" },
    path: "#/retentionDate",
  };
  if (retentionDate === undefined)
    return {
      ...about,
      state: "missing",
      message: {
        de: "Es steht nicht fest, bis wann Antworten und Interviews bleiben.",
        en: "It is not settled until when answers and interviews are kept.",
      },
      advice: {
        de: "Wählen Sie einen Tag; danach werden alle Antworten, Transkripte und Kodierungen von selbst gelöscht.",
        en: "Choose a day; after it all answers, transcripts and codings are deleted by themselves.",
      },
    };
  const last = plan.waves.map(({ from, until }) => until ?? from ?? "").reduce(later, today);
  if (retentionDate <= last)
    return {
      ...about,
      state: "missing",
      message: {
        de: `Der Löschtag (${longDay(retentionDate, "de")}) liegt nicht nach dem Ende der letzten Welle.`,
        en: `The day of deletion (${longDay(retentionDate, "en")}) does not lie after the end of the last wave.`,
      },
      advice: {
        de: "Wählen Sie einen späteren Tag, sonst verlieren Sie Antworten und Interviews, bevor Sie sie auswerten.",
        en: "Choose a later day, or you lose answers and interviews before you have analysed them.",
      },
    };
  return {
    ...about,
    state: "done",
    message: {
      de: `Alle Antworten, Transkripte und Kodierungen bleiben bis ${longDay(retentionDate, "de")} und werden dann gelöscht.`,
      en: `All answers, transcripts and codings are kept until ${longDay(retentionDate, "en")} and are then deleted.`,
    },
  };
}

const later = (one: string, other: string) => (one > other ? one : other);

function longDay(day: string, language: "de" | "en"): string {
  return new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(day));
}
