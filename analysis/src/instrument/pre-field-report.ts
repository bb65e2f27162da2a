import {
  answerSeconds,
  csvText,
  type Language,
  type PreFieldChecks,
  type PreFieldHint,
  wordsPerMinute,
} from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { Report, ReportSection } from "../report/report.ts";

type Words = (de: string, en: string) => string;

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

function durationSection(
  { durations, announcedMinutes: { from, to }, hints }: PreFieldChecks,
  language: Language,
  text: Words,
): ReportSection {
  const minutes = (value: number) => formatNumber(value, language, 1);
  return {
    heading: text("Dauer", "Duration"),
    sentences: [
      text(
        `Angekündigt sind ${from} bis ${to} Minuten.`,
        `Announced are ${from} to ${to} minutes.`,
      ),
      ...hints
        .filter(({ about }) => about === "duration")
        .map(({ message, advice }) => `${message[language]} ${advice[language]}`),
    ],
    tables: [
      {
        caption: text("Geschätzte Minuten", "Estimated minutes"),
        columns: [
          { label: text("Form", "Form"), align: "left" },
          { label: text("kürzester Weg", "shortest way"), align: "right" },
          { label: text("typisch", "typical"), align: "right" },
          { label: text("längster Weg", "longest way"), align: "right" },
          { label: text("Seiten", "Pages"), align: "right" },
        ],
        lines: durations[language].map(({ form, shortest, typical, longest, pages }) => [
          form?.[language] ?? text("alle", "all"),
          minutes(shortest),
          minutes(typical),
          minutes(longest),
          pages.from === pages.to ? `${pages.from}` : `${pages.from}–${pages.to}`,
        ]),
      },
    ],
    figures: [],
  };
}

function demographicsSection(
  { demographics }: PreFieldChecks,
  hints: readonly PreFieldHint[],
  text: Words,
): ReportSection {
  const language = text("de", "en") === "de" ? "de" : "en";
  const heading = text("Angaben zur Person", "Details about the person");
  if (demographics === undefined) {
    const none = text("Es wird nichts zur Person gefragt.", "Nothing is asked about the person.");
    return { heading, sentences: [none], tables: [], figures: [] };
  }
  const { questions, combinations } = demographics;
  const said = hints
    .filter(({ about }) => about === "demographics")
    .map(({ message, advice }) => `${message[language]} ${advice[language]}`);
  const total = text(
    `Zusammen ergeben sie ${combinations} Gruppen; mit --respondents sagt die Prüfung, wie viele davon klein sind.`,
    `Together they give ${combinations} groups; with --respondents this check says how many of them are small.`,
  );
  return {
    heading,
    sentences: said.length > 0 ? said : [total],
    tables: [
      {
        caption: text("Gefragt wird", "Asked are"),
        columns: [
          { label: "Variable", align: "left" },
          { label: text("Frage", "Question"), align: "left" },
          { label: text("Antworten", "Options"), align: "right" },
        ],
        lines: questions.map(({ name, title, options }) => [name, title[language], `${options}`]),
      },
    ],
    figures: [],
  };
}

function hintSection(
  heading: string,
  about: PreFieldHint["about"],
  hints: readonly PreFieldHint[],
  text: Words,
): ReportSection {
  const language = text("de", "en") === "de" ? "de" : "en";
  const found = hints.filter((hint) => hint.about === about);
  const nothing = text("Nichts fällt auf.", "Nothing stands out.");
  return {
    heading,
    sentences: found.length === 0 ? [nothing] : [],
    tables: [
      {
        caption: text("Ansehen", "To look at"),
        columns: [
          { label: text("Ort", "Place"), align: "left" },
          { label: text("Was", "What"), align: "left" },
          { label: text("Rat", "Advice"), align: "left" },
        ],
        lines: found.map(({ path, message, advice }) => [
          path,
          message[language],
          advice[language],
        ]),
      },
    ],
    figures: [],
  };
}

function easeSection({ items }: PreFieldChecks, language: Language, text: Words): ReportSection {
  return {
    heading: text("Lesbarkeit", "Reading ease"),
    sentences: [],
    tables: [
      {
        caption: text("Nach Items", "By item"),
        columns: [
          { label: "Variable", align: "left" },
          { label: text("Wörter", "Words"), align: "right" },
          { label: text("Schulstufe", "Flesch"), align: "right" },
        ],
        lines: items.flatMap(({ variable, ease: { [language]: ease } }) =>
          ease === undefined
            ? []
            : [[variable, `${ease.words}`, formatNumber(ease.value, language, 1)]],
        ),
      },
    ],
    figures: [],
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
