import type { Language } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { ReportSection, ReportTable } from "../report/report.ts";
import { codesInWords, quotedCodes, timesInWords, unitsInWords } from "./code-words.ts";
import type { RatingsAgreement } from "./ratings-agreement.ts";

/** So many lines of a list are shown; JSON has all. */
const mostShown = { confusions: 10, units: 20 };
/** With more coders, a unit lists its codes in one cell. */
const mostCoders = 6;

/** What to talk about: codes that meet in one unit, and the units. */
export function differencesSection(
  agreement: RatingsAgreement,
  language: Language,
): ReportSection[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { basis, differences } = agreement;
  const { confusions, units } = differences;
  const [first] = confusions;
  const heading = text("Worüber zu sprechen ist", "What to talk about");
  if (basis.units === 0) return [];
  if (first === undefined) {
    const none = text(
      "Keine Einheit wurde unterschiedlich kodiert.",
      "No unit was coded differently.",
    );
    return [{ heading, sentences: [none], tables: [], figures: [] }];
  }
  const [one, other] = first.codes;
  const isMostFrequent = first.count > (confusions[1]?.count ?? 0);
  return [
    {
      heading,
      sentences: [
        text(
          `Unterschiedlich kodiert: ${formatNumber(units.length, "de")} von ${unitsInWords(basis.units).de}.`,
          `Coded differently: ${formatNumber(units.length, "en")} of ${unitsInWords(basis.units).en}.`,
        ),
        ...(isMostFrequent
          ? [
              text(
                `Am häufigsten stehen ${quotedCodes(one, "de")} und ${quotedCodes(other, "de")} gegeneinander (${timesInWords(first.count).de}).`,
                `Most often ${quotedCodes(one, "en")} stands against ${quotedCodes(other, "en")} (${timesInWords(first.count).en}).`,
              ),
            ]
          : []),
      ],
      tables: [confusionTable(agreement, language), unitTable(agreement, language)],
      figures: [],
    },
  ];
}

function confusionTable(
  { coded, differences: { confusions } }: RatingsAgreement,
  language: Language,
): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const isNumber = coded.level !== "nominal";
  const what = isNumber ? text("Werte", "Values") : text("Codes", "Codes");
  const shown = confusions.slice(0, mostShown.confusions);
  const rest = shown.length < confusions.length;
  const [some, all] = [shown.length, confusions.length].map((n) => formatNumber(n, language));
  return {
    caption: rest
      ? text(
          `${what}, die gegeneinander stehen (die ${some} häufigsten von ${all})`,
          `${what} that stand against each other (the ${some} most frequent of ${all})`,
        )
      : text(`${what}, die gegeneinander stehen`, `${what} that stand against each other`),
    columns: [
      {
        label: isNumber ? text("Ein Wert", "One value") : text("Ein Code", "One code"),
        align: "left",
      },
      { label: text("Der andere", "The other"), align: "left" },
      { label: text("Paare", "Pairs"), align: "right" },
    ],
    lines: shown.map(({ codes: [one, other], count }) => [
      codesInWords(one, language),
      codesInWords(other, language),
      formatNumber(count, language),
    ]),
  };
}

function unitTable(
  { coded, differences: { units } }: RatingsAgreement,
  language: Language,
): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const shown = units.slice(0, mostShown.units);
  const isWide = coded.coders.length <= mostCoders;
  const cell = (codes: readonly string[] | null) =>
    codes === null ? "–" : codesInWords(codes, language);
  const joined = (codes: readonly (readonly string[] | null)[]) =>
    codes
      .flatMap((each, coder) =>
        each === null ? [] : [`${coded.coders[coder] ?? ""}: ${codesInWords(each, language)}`],
      )
      .join("; ");
  const [some, all] = [shown.length, units.length].map((n) => formatNumber(n, language));
  return {
    caption:
      shown.length < units.length
        ? text(
            `Unterschiedlich kodierte Einheiten (die ersten ${some} von ${all}; JSON nennt alle)`,
            `Units coded differently (the first ${some} of ${all}; JSON has all)`,
          )
        : text("Unterschiedlich kodierte Einheiten", "Units coded differently"),
    columns: [
      { label: text("Einheit", "Unit"), align: "left" },
      ...(isWide ? coded.coders : [text("Codes", "Codes")]).map((label) => {
        return { label, align: "left" as const };
      }),
    ],
    lines: shown.map(({ unit, codes }) => [unit, ...(isWide ? codes.map(cell) : [joined(codes)])]),
  };
}
