import {
  answerSeconds,
  csvText,
  type Language,
  type PreFieldChecks,
  wordsPerMinute,
} from "@mehrwert/study";
import type { Report } from "../report/report.ts";
import { codeSections } from "./code-section.ts";
import {
  demographicsSection,
  durationSection,
  easeSection,
  hintSection,
  type Words,
} from "./pre-field-sections.ts";

/** What was found before the field, as a report in one language. Wording hints are those about that language's texts. */
export function preFieldReport(
  checks: PreFieldChecks,
  { language, softwareVersion }: { language: Language; softwareVersion: string },
): Report {
  const text: Words = (de, en) => ({ de, en })[language];
  const hints = checks.hints.filter((hint) => (hint.language ?? language) === language);
  return {
    language,
    title: text(
      `Vor dem Feld: ${checks.slug} ${checks.version}`,
      `Before the field: ${checks.slug} ${checks.version}`,
    ),
    isSimulated: false,
    warnings: [],
    facts: [{ label: text("Geprüft mit", "Checked with"), value: `Mehrwert ${softwareVersion}` }],
    sections: [
      durationSection(checks, language, text),
      demographicsSection(checks, hints, text),
      ...codeSections(checks, hints, language),
      hintSection(text("Aufbau", "Structure"), "structure", hints, text),
      hintSection(text("Wortlaut", "Wording"), "wording", hints, text),
      easeSection(checks, language, text),
    ],
    method: [
      text(
        `Dauer: simulierte Teilnehmende, ${wordsPerMinute.de} Wörter je Minute (Brysbaert 2019; Trauzettel-Klosinski und Dietz 2012), dazu Sekunden je Antwort, etwa ${answerSeconds.row} je Item und ${answerSeconds.longText} je offene Antwort (eigene Werte). Ein Vortest misst besser.`,
        `Duration: simulated respondents, ${wordsPerMinute.en} words per minute (Brysbaert 2019), and seconds per answer, about ${answerSeconds.row} for an item and ${answerSeconds.longText} for an open answer (our own values). A pretest measures better.`,
      ),
      text(
        "Lesbarkeit: erste Wiener Sachtextformel (Bamberger und Vanecek 1984), 4 leicht bis 15 schwer; Silben nach Vokalen gezählt.",
        "Reading ease: Flesch (1948), 100 easy to 0 hard; syllables counted by vowels.",
      ),
    ],
    notes: [],
    assumptions: [
      text(
        "Hinweise zum Wortlaut sehen nur Wörter, nicht den Sinn. Die Formeln sind für ganze Texte gemacht.",
        "Hints about wording see words only, not meaning. The formulas were made for whole texts.",
      ),
    ],
  };
}

/** Every hint in both languages, one line each. */
export function preFieldCsv({ hints }: PreFieldChecks): string {
  return csvText([
    ["about", "language", "place", "message_de", "message_en", "advice_de", "advice_en"],
    ...hints.map(({ about, language = "", path, message, advice }) => [
      about,
      language,
      path,
      message.de,
      message.en,
      advice.de,
      advice.en,
    ]),
  ]);
}
