import type { Language } from "@mehrwert/study";
import { formatNumber, formatShare } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";
import type { CoderPair } from "./coder-differences.ts";
import type { RatingsAgreement } from "./ratings-agreement.ts";

/** Which coders agree least and most; nothing for two. */
export function pairsSection(
  { differences: { pairs } }: RatingsAgreement,
  language: Language,
): ReportSection[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const shareOf = ({ percentAgreement: percent }: CoderPair) =>
    percent.exists ? percent.value : undefined;
  const compared = pairs
    .filter((pair) => shareOf(pair) !== undefined)
    .sort((a, b) => (shareOf(a) ?? 0) - (shareOf(b) ?? 0));
  const [lowest, highest] = [compared[0], compared.at(-1)];
  if (pairs.length === 0) return [];
  const named = (pair: CoderPair, to: Language) =>
    `${pair.coders.join(" – ")} (${formatShare(shareOf(pair) ?? 0, to)})`;
  const isSpread =
    lowest !== undefined && highest !== undefined && shareOf(lowest) !== shareOf(highest);
  return [
    {
      heading: text("Wer mit wem übereinstimmt", "Who agrees with whom"),
      sentences: isSpread
        ? [
            text(
              `Am wenigsten gleichen sich ${named(lowest, "de")}, am meisten ${named(highest, "de")}.`,
              `Least alike are ${named(lowest, "en")}, most alike ${named(highest, "en")}.`,
            ),
          ]
        : [],
      tables: [
        {
          caption: text("Je zwei Kodierende", "Pairs of coders"),
          columns: [
            { label: text("Kodierende", "Coders"), align: "left" },
            { label: text("Einheiten", "Units"), align: "right" },
            { label: text("Gleich", "Equal"), align: "right" },
            { label: text("Cohens κ", "Cohen’s κ"), align: "right" },
          ],
          lines: pairs.map((pair) => {
            const share = shareOf(pair);
            return [
              pair.coders.join(" – "),
              formatNumber(pair.units, language),
              share === undefined ? "–" : formatShare(share, language),
              pair.cohensKappa.exists ? formatNumber(pair.cohensKappa.value, language, 3) : "–",
            ];
          }),
        },
      ],
      figures: [],
    },
  ];
}
