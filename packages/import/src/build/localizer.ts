import type { Language, LocalizedText } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type { ReportWriter } from "../report-writer.ts";
import type { SourceText } from "../source-survey.ts";
import { plainText, type TextLosses } from "../text/plain-text.ts";
import { tagFor } from "./source-languages.ts";

/** Where a text stands: the question or page that owns it, its place in the file, and which part of it. */
export type TextPlace = { owner: string; where: string; part: LocalizedText };

/** Turns texts of the file into texts in both languages, and remembers what is not translated. */
export type Localizer = {
  /** Nothing if the text is empty in every language. */
  text(source: SourceText | undefined, place: TextPlace): LocalizedText | undefined;
  /** How many texts of an owner stand in the wrong language for want of the right one. */
  untranslated(owner: string): ReadonlyMap<Language, number>;
};

/** Reads texts of a file whose first language is `first`. */
export function localizer(report: ReportWriter, first: string): Localizer {
  const missing = new Map<string, Map<Language, number>>();
  const noteMissing = (owner: string, language: Language) => {
    const counts = missing.get(owner) ?? new Map<Language, number>();
    missing.set(owner, counts.set(language, (counts.get(language) ?? 0) + 1));
  };
  return {
    untranslated: (owner) => missing.get(owner) ?? new Map(),
    text(source, place) {
      if (source === undefined) return undefined;
      const plain = new Map<string, string>();
      for (const [tag, raw] of source) {
        const { text, losses } = plainText(raw);
        if (text !== "") plain.set(tag, text);
        reportLosses(report, place, losses);
      }
      const de = plain.get(tagFor("de", plain.keys()) ?? "");
      const en = plain.get(tagFor("en", plain.keys()) ?? "");
      const any = de ?? en ?? plain.get(first) ?? [...plain.values()][0];
      if (any === undefined) return undefined;
      if (de === undefined) noteMissing(place.owner, "de");
      if (en === undefined) noteMissing(place.owner, "en");
      return { de: de ?? any, en: en ?? any };
    },
  };
}

function reportLosses(report: ReportWriter, { where, part }: TextPlace, losses: TextLosses): void {
  const inPart = (de: string, en: string) => say(`${de} (${part.de})`, `${en} (${part.en})`);
  if (losses.formatting) report.countCosmetic("HTML");
  if (losses.active.length > 0) {
    const names = [...new Set(losses.active)].join(", ");
    report.leaveOut(
      where,
      inPart(
        `Skript, Formular oder aktives Element: ${names}`,
        `script, form or active element: ${names}`,
      ),
      say("Texte sind hier immer reiner Text.", "Texts are always plain text here."),
    );
  }
  if (losses.media.length > 0) {
    const names = losses.media.map((address) => address.slice(0, 120)).join(", ");
    report.leaveOut(
      where,
      inPart(`Bild, Ton oder Film: ${names}`, `picture, sound or film: ${names}`),
      say("Beschreiben Sie in Worten, was zu sehen war.", "Describe in words what was to be seen."),
    );
  }
  if (losses.insertions.length > 0) {
    const names = [...new Set(losses.insertions)].join(", ");
    report.change(
      where,
      inPart(`Eingesetzter Text: ${names}`, `text put in from elsewhere: ${names}`),
      say("durch „…“ ersetzt", "replaced by “…”"),
      say("Formulieren Sie den Satz ohne Einsetzung.", "Word the sentence without it."),
    );
  }
  if (losses.brackets) {
    report.change(
      where,
      inPart("Geschweifte Klammern", "curly brackets"),
      say("durch runde ersetzt", "replaced by round ones"),
    );
  }
  if (losses.tooLong) {
    report.change(
      where,
      inPart("Sehr langer Text", "very long text"),
      say("gekürzt", "cut"),
      say("Kürzen Sie den Text sinnvoll.", "Shorten the text sensibly."),
    );
  }
}
