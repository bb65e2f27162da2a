import { csvText, type InstrumentDifference, type Language } from "@mehrwert/study";
import type { Report, ReportTable } from "../report/report.ts";

const effects = {
  major: {
    de: "Bricht die Vergleichbarkeit",
    en: "Breaks comparability",
    note: {
      de: "Antworten beider Fassungen nicht zusammen auswerten; die Hauptversion steigt.",
      en: "Do not analyse answers of the two versions together; the major version rises.",
    },
  },
  minor: {
    de: "Vergleichbar mit Vorsicht",
    en: "Comparable with care",
    note: {
      de: "Der Datensatz hält die Fassungen auseinander; lesen Sie, was die Änderung bedeutet.",
      en: "The dataset tells the versions apart; read what the change means.",
    },
  },
  text: {
    de: "Ohne Folgen für die Antworten",
    en: "Without consequences for answers",
    note: { de: "Nur Texte und Angaben.", en: "Texts and descriptions only." },
  },
} as const;

/** The difference of two versions of an instrument as a report in one language. */
export function differenceReport(
  difference: InstrumentDifference,
  { language, softwareVersion }: { language: Language; softwareVersion: string },
): Report {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { from, to, changes, smallestVersion, isVersionEnough } = difference;
  const sections = (["major", "minor", "text"] as const).flatMap((effect) => {
    const found = changes.filter((change) => change.effect === effect);
    if (found.length === 0) return [];
    const words = effects[effect];
    return [
      {
        heading: words[language],
        sentences: [words.note[language]],
        tables: [changeTable(found, text)],
        figures: [],
      },
    ];
  });
  const verdict =
    changes.length === 0
      ? text("Beide Fassungen sagen dasselbe.", "Both versions say the same.")
      : text(
          `Die Änderungen verlangen mindestens die Version ${smallestVersion}; ${to.version} ${isVersionEnough ? "genügt" : "genügt nicht"}.`,
          `The changes ask for version ${smallestVersion} or later; ${to.version} is ${isVersionEnough ? "enough" : "not enough"}.`,
        );
  return {
    language,
    title: text(
      `Unterschied: ${from.slug} ${from.version} und ${to.slug} ${to.version}`,
      `Difference: ${from.slug} ${from.version} and ${to.slug} ${to.version}`,
    ),
    isSimulated: false,
    warnings: [],
    facts: [
      { label: text("Verglichen mit", "Compared with"), value: `Mehrwert ${softwareVersion}` },
    ],
    sections: [
      {
        heading: text("Versionsnummer", "Version number"),
        sentences: [verdict],
        tables: [],
        figures: [],
      },
      ...sections,
    ],
    method: [
      text(
        "Teile werden nach Namen verglichen, nicht nach Wortlaut. Als berichtigte Schreibweise gilt, was sich in Satzzeichen, Groß- und Kleinschreibung oder einem Buchstaben längerer Wörter unterscheidet; jeder andere Wortlaut ist zu prüfen.",
        "Parts are compared by name, not by wording. A corrected spelling differs in punctuation, capitals or one letter of a longer word; every other wording is to be checked.",
      ),
    ],
    notes: [],
    assumptions: [],
  };
}

function changeTable(
  changes: InstrumentDifference["changes"],
  text: (de: string, en: string) => string,
): ReportTable {
  const language = text("de", "en") === "de" ? "de" : "en";
  return {
    caption: text("Änderungen", "Changes"),
    columns: [
      { label: text("Wo", "Where"), align: "left" },
      { label: text("Was", "What"), align: "left" },
      { label: text("Vorher", "Before"), align: "left" },
      { label: text("Nachher", "After"), align: "left" },
      { label: text("Folge", "Consequence"), align: "left" },
    ],
    lines: changes.map(({ place, what, before, after, consequence }) => [
      place[language],
      what[language],
      before?.[language] ?? "–",
      after?.[language] ?? "–",
      consequence[language],
    ]),
  };
}

/** One line per change, in both languages, for programs and spreadsheets. */
export function differenceCsv({ changes }: InstrumentDifference): string {
  const head = ["effect", "kind", "question", "place_de", "place_en", "before_de", "before_en"];
  return csvText([
    [...head, "after_de", "after_en", "consequence_de", "consequence_en"],
    ...changes.map(({ effect, kind, question, place, before, after, consequence }) => [
      effect,
      kind,
      question ?? "",
      place.de,
      place.en,
      before?.de ?? "",
      before?.en ?? "",
      after?.de ?? "",
      after?.en ?? "",
      consequence.de,
      consequence.en,
    ]),
  ]);
}
