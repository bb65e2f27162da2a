import type { Language } from "@mehrwert/study";
import { withInterval } from "../interval-format.ts";
import { formatNumber, formatShare } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";
import { alphaName, setDistanceNames } from "./code-words.ts";
import { type CoefficientLine, coefficientLine, coefficientTable } from "./coefficient-table.ts";
import type { RatingsAgreement } from "./ratings-agreement.ts";
import { ratingsSentences } from "./ratings-sentences.ts";

/** All coefficients, in words and in one table. */
export function coefficientsSection(
  agreement: RatingsAgreement,
  language: Language,
): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const value = { de: "Wert (95 %)", en: "Value (95%)" };
  return {
    heading: text("Wie weit die Kodierenden übereinstimmen", "How far the coders agree"),
    sentences: ratingsSentences(agreement).map((sentence) => sentence[language]),
    tables: agreement.percentAgreement.exists
      ? [coefficientTable(coefficientLines(agreement, language), { value }, language)]
      : [],
    figures: [],
  };
}

function coefficientLines(agreement: RatingsAgreement, language: Language): CoefficientLine[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { coded, settings, categories, interval } = agreement;
  const share = (value: number) => formatShare(value, language);
  const corrected = (name: string, found: RatingsAgreement["gwetsAc1"]) =>
    coefficientLine(
      name,
      found,
      ({ value, expected }) => [formatNumber(value, language, 3), share(expected)],
      language,
    );
  const bounds: [number, number] | undefined = interval.exists
    ? [interval.lower, interval.upper]
    : undefined;
  const isShare = !coded.isSetValued && coded.level === "nominal";
  const possible = formatNumber(categories.possible, language);
  return [
    coefficientLine(
      text("Prozentuale Übereinstimmung", "Percent agreement"),
      agreement.percentAgreement,
      ({ value }) => [share(value), "–"],
      language,
    ),
    coefficientLine(
      alphaName(coded, settings.setDistance, language),
      agreement.krippendorffsAlpha,
      ({ value, expectedDisagreement }) => [
        withInterval(value, bounds, language, 3),
        isShare ? share(1 - expectedDisagreement) : "–",
      ],
      language,
    ),
    corrected(text("Gwets AC1", "Gwet’s AC1"), agreement.gwetsAc1),
    corrected(
      text(`Brennan–Prediger, ${possible} mögliche`, `Brennan–Prediger, ${possible} possible`),
      agreement.brennanPrediger,
    ),
    corrected("Fleiss’ κ", agreement.fleissKappa),
    corrected(text("Cohens κ", "Cohen’s κ"), agreement.cohensKappa),
  ];
}

/** α of sets under each distance: the same codes, three numbers. */
export function setsSection(
  { setAlphas, settings }: RatingsAgreement,
  language: Language,
): ReportSection[] {
  if (setAlphas === undefined) return [];
  const text = (de: string, en: string) => ({ de, en })[language];
  const lines = (["nominal", "jaccard", "masi"] as const).map((distance) => {
    const found = setAlphas[distance];
    const name = setDistanceNames[distance][language];
    return [name, found.exists ? formatNumber(found.value, language, 3) : "–"];
  });
  return [
    {
      heading: text("Mehrere Codes je Einheit", "Several codes per unit"),
      sentences: [
        text(
          `Wie nah sich zwei Zusammenstellungen von Codes sind, ist eine Festlegung; nennen Sie sie immer neben α. Dieser Bericht nimmt ${setDistanceNames[settings.setDistance].de}.`,
          `How near two combinations of codes are is a choice; always name it beside α. This report takes ${setDistanceNames[settings.setDistance].en}.`,
        ),
      ],
      tables: [
        {
          caption: text("α derselben Codes nach Abstand", "α of the same codes by distance"),
          columns: [
            { label: text("Abstand", "Distance"), align: "left" },
            { label: "α", align: "right" },
          ],
          lines,
        },
      ],
      figures: [],
    },
  ];
}
