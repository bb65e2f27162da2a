import type { CorrectedValue, Interval } from "@mehrwert/statistics";
import type { Language } from "@mehrwert/study";
import { formatNumber, formatShare } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";
import type { AnchoredRanks, RankingAnalysis } from "./ranking-analysis.ts";

/** What the ranks would be without those who answer at random, beside what they are. */
export function anchorSection(
  analysis: RankingAnalysis,
  anchor: AnchoredRanks,
  language: Language,
): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const mean = (value: number) => formatNumber(value, language, 2);
  const share = (value: number) => formatShare(value, language);
  const range = (bounds: Interval | undefined, write: (value: number) => string) =>
    bounds === undefined ? "–" : bounds.map(write).join(text(" bis ", " to "));
  const cells = (value: CorrectedValue, write: (value: number) => string) => [
    write(value.raw),
    write(value.corrected),
    range(value.correctedInterval, write),
  ];
  const interval = text("95\u2011%\u2011Intervall", "95% interval");
  const right = (label: string) => ({ label, align: "right" as const });
  return {
    heading: text("Ohne zufällige Antworten", "Without random answers"),
    sentences: [
      shareSentence(anchor, language),
      orderSentence(analysis, anchor, language),
      ...outsideSentence(analysis, anchor, language),
    ],
    figures: [],
    tables: [
      {
        caption: text(
          `Wie beobachtet und berichtigt (n = ${formatNumber(anchor.n, "de")})`,
          `As observed and corrected (n = ${formatNumber(anchor.n, "en")})`,
        ),
        columns: [
          { label: text("Option", "Option"), align: "left" },
          right(text("Mittlerer Rang", "Mean rank")),
          right(text("berichtigt", "corrected")),
          right(interval),
          right(text("Auf Rang 1", "Ranked first")),
          right(text("berichtigt", "corrected")),
          right(interval),
        ],
        lines: analysis.order.flatMap((index) => {
          const found = anchor.items[index];
          if (found === undefined) return [];
          const label = analysis.items[index]?.label[language] ?? "";
          return [[label, ...cells(found.meanRank, mean), ...cells(found.firstShare, share)]];
        }),
      },
    ],
  };
}

function shareSentence(anchor: AnchoredRanks, language: Language): string {
  const share = (value: number) => formatShare(value, language);
  const bounds = anchor.randomShareInterval?.map((bound) => share(Math.max(0, bound)));
  const interval =
    bounds === undefined
      ? ""
      : {
          de: ` (95\u2011%\u2011Intervall ${bounds.join(" bis ")})`,
          en: ` (95% interval ${bounds.join(" to ")})`,
        }[language];
  const random = share(Math.max(0, anchor.randomShare));
  return {
    de: `Die Kontrollfrage, deren Reihenfolge alle kennen, haben ${share(anchor.correctShare)} richtig beantwortet. Daraus folgt, dass etwa ${random} nach Zufall ordnen${interval}. Die Tabelle stellt daneben, was ohne diese Antworten herauskäme.`,
    en: `${share(anchor.correctShare)} answered the anchor question, whose order everybody knows, correctly. It follows that about ${random} rank at random${interval}. The table shows beside each number what it would be without these answers.`,
  }[language];
}

function orderSentence(
  { items }: RankingAnalysis,
  anchor: AnchoredRanks,
  language: Language,
): string {
  const by = (kind: "raw" | "corrected") =>
    [...anchor.items].sort((a, b) => a.meanRank[kind] - b.meanRank[kind]).map(({ item }) => item);
  const corrected = by("corrected");
  if (by("raw").every((item, place) => item === corrected[place]))
    return {
      de: "Die Reihenfolge der mittleren Ränge bleibt dabei dieselbe; nur die Abstände ändern sich.",
      en: "The order of the mean ranks stays the same; only the distances change.",
    }[language];
  const names = corrected.map((item) => items[item]?.label[language] ?? "").join(" > ");
  return {
    de: `Berichtigt ist die Reihenfolge eine andere: ${names}.`,
    en: `Corrected, the order is another one: ${names}.`,
  }[language];
}

function outsideSentence(
  { items }: RankingAnalysis,
  anchor: AnchoredRanks,
  language: Language,
): string[] {
  const outside = anchor.items.filter(
    ({ meanRank, firstShare }) => meanRank.isOutside || firstShare.isOutside,
  );
  if (outside.length === 0) return [];
  const names = outside.map(({ item }) => items[item]?.label[language] ?? "").join(", ");
  return [
    {
      de: `Ein berichtigter Wert liegt außerhalb des Möglichen bei: ${names}. Es sind zu wenige Befragte dafür, oder falsche Antworten sind nicht zufällig.`,
      en: `A corrected value lies outside what is possible for: ${names}. There are too few respondents for it, or wrong answers are not random.`,
    }[language],
  ];
}
