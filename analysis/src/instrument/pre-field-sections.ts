import type { Language, PreFieldChecks, PreFieldHint } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";

/** Chooses the text in the language of a report. */
export type Words = (de: string, en: string) => string;

/** Estimated minutes of every form. */
export function durationSection(
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

/** What is asked about the person, and how small the groups become. */
export function demographicsSection(
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

/** Hints of one kind, or that there are none. */
export function hintSection(
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

/** Reading ease item by item. */
export function easeSection(
  { items }: PreFieldChecks,
  language: Language,
  text: Words,
): ReportSection {
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
