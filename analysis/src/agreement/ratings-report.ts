import type { Language, LocalizedText } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { Report } from "../report/report.ts";
import { originText } from "../text-table/study-origin.ts";
import { levelNames, setDistanceNames, unitsInWords } from "./code-words.ts";
import { differencesSection } from "./differences-section.ts";
import { doubtfulCodes } from "./doubtful-codes.ts";
import { pairsSection } from "./pairs-section.ts";
import type { RatingsAgreement } from "./ratings-agreement.ts";
import { coefficientsSection, setsSection } from "./ratings-sections.ts";
import { sharesSection } from "./shares-section.ts";

/** Agreement of coders on units as a report in one language. */
export function ratingsReport(
  agreement: RatingsAgreement,
  { language, softwareVersion }: { language: Language; softwareVersion: string },
): Report {
  const text = (de: string, en: string) => ({ de, en })[language];
  const texts = (list: readonly LocalizedText[]) => list.map((each) => each[language]);
  const { coded, settings } = agreement;
  return {
    language,
    title: text(
      `Übereinstimmung der Kodierenden: ${coded.source}`,
      `Agreement between coders: ${coded.source}`,
    ),
    isSimulated: false,
    warnings: texts(doubtfulCodes(coded)),
    facts: [
      ...coded.origin.map((fact) => originText(fact, language)),
      { label: text("Kodierende", "Coders"), value: coded.coders.join(", ") },
      { label: text("Einheiten", "Units"), value: formatNumber(coded.units.length, language) },
      coded.isSetValued
        ? {
            label: text("Abstand der Codes", "Distance between sets of codes"),
            value: setDistanceNames[settings.setDistance][language],
          }
        : { label: text("Messniveau", "Level"), value: levelNames[coded.level][language] },
      { label: text("Startwert", "Seed"), value: String(settings.seed) },
      { label: text("Ausgewertet mit", "Analysed with"), value: `Mehrwert ${softwareVersion}` },
    ],
    sections: [
      coefficientsSection(agreement, language),
      ...setsSection(agreement, language),
      ...pairsSection(agreement, language),
      ...differencesSection(agreement, language),
      ...sharesSection(agreement, language),
    ],
    method: texts(methods(agreement)),
    notes: texts(notes(agreement)),
    assumptions: texts(assumptions),
  };
}

function notes({ basis, coded }: RatingsAgreement): LocalizedText[] {
  const { unitsWithoutValue, unitsWithOneValue } = basis.excluded;
  const all = unitsInWords(coded.units.length);
  return [
    {
      de: `${all.de}; vergleichbar, weil von mindestens zwei kodiert: ${formatNumber(basis.units, "de")}.`,
      en: `${all.en}; comparable, since coded by two at least: ${formatNumber(basis.units, "en")}.`,
    },
    ...(unitsWithOneValue === 0
      ? []
      : [
          {
            de: `Von nur einer Person kodiert: ${unitsInWords(unitsWithOneValue).de}. Sie zählen nur für die Häufigkeit der Codes in AC1 und Fleiss’ κ.`,
            en: `Coded by one person only: ${unitsInWords(unitsWithOneValue).en}. They count only for how frequent codes are in AC1 and Fleiss’ κ.`,
          },
        ]),
    ...(unitsWithoutValue === 0
      ? []
      : [
          {
            de: `Von niemandem kodiert und nirgends gezählt: ${unitsInWords(unitsWithoutValue).de}.`,
            en: `Coded by nobody and counted nowhere: ${unitsInWords(unitsWithoutValue).en}.`,
          },
        ]),
  ];
}

function methods({ settings, categories, interval }: RatingsAgreement): LocalizedText[] {
  const { seen, possible } = categories;
  const origin: LocalizedText =
    settings.possible === undefined
      ? {
          de: "so viele kommen vor; mit --categories nennen Sie die Zahl aller möglichen",
          en: "as many occur; --categories names how many were possible",
        }
      : {
          de: `so angegeben; ${formatNumber(seen, "de")} kommen vor`,
          en: `as given; ${formatNumber(seen, "en")} occur`,
        };
  return [
    {
      de: "Prozentuale Übereinstimmung: Anteil gleicher Paare je Einheit, über die Einheiten gemittelt. Krippendorffs α nach Krippendorff (2019), Gwets AC1 nach Gwet (2008), Brennan–Prediger (1981), Fleiss’ κ (1971; mit Lücken nach Gwet 2014), Cohens κ (1960).",
      en: "Percent agreement: share of equal pairs within a unit, averaged over units. Krippendorff’s α by Krippendorff (2019), Gwet’s AC1 by Gwet (2008), Brennan–Prediger (1981), Fleiss’ κ (1971; with gaps by Gwet 2014), Cohen’s κ (1960).",
    },
    {
      de: `AC1 und Brennan–Prediger brauchen die Zahl möglicher Codes: ${formatNumber(possible, "de")} (${origin.de}).`,
      en: `AC1 and Brennan–Prediger need the number of possible codes: ${formatNumber(possible, "en")} (${origin.en}).`,
    },
    ...(interval.exists
      ? [
          {
            de: `Intervall von α: ${formatNumber(100 * interval.level, "de")} %, Perzentil-Bootstrap ganzer Einheiten, ${formatNumber(interval.draws, "de")} Ziehungen mit Startwert ${interval.seed}${interval.failed > 0 ? `, davon ${formatNumber(interval.failed, "de")} ohne α` : ""}.`,
            en: `Interval of α: ${formatNumber(100 * interval.level, "en")}%, percentile bootstrap of whole units, ${formatNumber(interval.draws, "en")} draws with seed ${interval.seed}${interval.failed > 0 ? `, ${formatNumber(interval.failed, "en")} of them without α` : ""}.`,
          },
        ]
      : []),
  ];
}

const assumptions: LocalizedText[] = [
  {
    de: "Die Zahlen gelten nur, wenn unabhängig kodiert wurde: ohne Blick auf die Codes der anderen und ohne Vorschläge, die alle sahen.",
    en: "The numbers hold only if coding was independent: without a look at the codes of others, and without suggestions that all of them saw.",
  },
  {
    de: "Das Intervall sagt, wie α mit anderen Einheiten schwanken würde, nicht mit anderen Kodierenden; bei weniger als etwa zehn Einheiten ist es zu schmal.",
    en: "The interval says how α would vary with other units, not with other coders; with fewer than about ten units it is too narrow.",
  },
  {
    de: "Die Grenzen 0,67 und 0,80 sind eine Gewohnheit (Krippendorff 2019), kein Test. Das Gespräch über die Unterschiede zeigt oft mehr als die Zahl.",
    en: "The limits 0.67 and 0.80 are a habit (Krippendorff 2019), not a test. Talking about the differences often shows more than the number.",
  },
];
