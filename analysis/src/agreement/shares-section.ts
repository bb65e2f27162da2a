import type { Language } from "@mehrwert/study";
import { formatNumber, formatShare } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";
import { codesInWords } from "./code-words.ts";
import type { RatingsAgreement } from "./ratings-agreement.ts";

/** So many codes are shown; JSON has all. */
const mostShown = 15;

/** How often each code was given. */
export function sharesSection(
  { shares, coded }: RatingsAgreement,
  language: Language,
): ReportSection[] {
  if (shares.length === 0) return [];
  const text = (de: string, en: string) => ({ de, en })[language];
  const isNumber = coded.level !== "nominal";
  const mostFrequent = shares.slice(0, mostShown);
  const shown = isNumber
    ? mostFrequent.toSorted((a, b) => Number(a.codes[0]) - Number(b.codes[0]))
    : mostFrequent;
  const [some, all] = [shown.length, shares.length].map((n) => formatNumber(n, language));
  return [
    {
      heading: isNumber
        ? text("Wie häufig die Werte sind", "How frequent the values are")
        : text("Wie häufig die Codes sind", "How frequent the codes are"),
      sentences: [],
      tables: [
        {
          caption:
            shown.length < shares.length
              ? text(`Die ${some} häufigsten von ${all}`, `The ${some} most frequent of ${all}`)
              : text("Alle Kodierenden zusammen", "All coders together"),
          columns: [
            { label: isNumber ? text("Wert", "Value") : text("Code", "Code"), align: "left" },
            { label: text("Vergeben", "Given"), align: "right" },
            { label: text("Anteil", "Share"), align: "right" },
          ],
          lines: shown.map(({ codes, count, share }) => [
            codesInWords(codes, language),
            formatNumber(count, language),
            formatShare(share, language),
          ]),
        },
      ],
      figures: [],
    },
  ];
}
