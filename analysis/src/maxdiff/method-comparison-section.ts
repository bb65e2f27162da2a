import type { Language, LocalizedText } from "@mehrwert/study";
import { type EstimateData, estimateFigure } from "../figures/estimate-figure.ts";
import { withInterval } from "../interval-format.ts";
import { formatNumber, formatP } from "../number-format.ts";
import type { ReportSection, ReportTable } from "../report/report.ts";
import type { ComparedItem, MethodComparison, NoMethodComparison } from "./compare-with-ranking.ts";
import {
  methodComparisonSentences,
  noMethodComparisonText,
} from "./method-comparison-sentences.ts";

/** Ranking and MaxDiff side by side: what both say, one figure, one table. */
export function methodComparisonSection(
  comparison: MethodComparison | NoMethodComparison,
  language: Language,
): ReportSection {
  const heading = { de: "Rangfolge und MaxDiff", en: "Ranking and MaxDiff" }[language];
  if (!comparison.exists) {
    const sentence = noMethodComparisonText(comparison)[language];
    return { heading, sentences: [sentence], tables: [], figures: [] };
  }
  const items = inOrder(comparison);
  const data: EstimateData = {
    id: "ranking-and-maxdiff",
    title,
    axis,
    series: series(comparison),
    items: items.map(({ name, ranking, maxDiff }) => ({
      label: { de: name, en: name },
      position: ranking.place,
      estimates: [ranking, maxDiff],
    })),
    reference: { value: 0, label: { de: "Mittel aller Optionen", en: "mean of all options" } },
  };
  return {
    heading,
    sentences: methodComparisonSentences(comparison, language),
    tables: [tableOf(items, language)],
    figures: [{ caption: title[language], draw: (options) => estimateFigure(data, options) }],
  };
}

const title: LocalizedText = {
  de: "Werte aus Rangfolge und MaxDiff auf einer Skala (95\u2011%\u2011Intervalle)",
  en: "Values from ranking and MaxDiff on one scale (95% intervals)",
};
const axis: LocalizedText = {
  de: "Wert auf der log-Skala der Rangfolge, Mittel 0 (rechts = mehr geschätzt)",
  en: "Value on the log scale of the ranking, mean 0 (right = valued more)",
};

function series({ n }: MethodComparison): LocalizedText[] {
  const named = (de: string, en: string, count: number) => ({
    de: `${de} (n = ${formatNumber(count, "de")})`,
    en: `${en} (n = ${formatNumber(count, "en")})`,
  });
  return [named("Rangfolge", "Ranking", n.ranking), named("MaxDiff", "MaxDiff", n.maxDiff)];
}

const inOrder = ({ items }: MethodComparison) =>
  [...items].sort((a, b) => b.ranking.value - a.ranking.value);

function tableOf(items: readonly ComparedItem[], language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const place = (de: string, en: string) => ({ label: text(de, en), align: "right" as const });
  return {
    caption: text(
      "Beide Verfahren auf der log-Skala der Rangfolge, Mittel 0 (95\u2011%\u2011Intervall)",
      "Both methods on the log scale of the ranking, mean 0 (95% interval)",
    ),
    columns: [
      { label: text("Option", "Option"), align: "left" },
      place("Platz Rangfolge", "Place ranking"),
      place("Platz MaxDiff", "Place MaxDiff"),
      place("Rangfolge", "Ranking"),
      place("MaxDiff", "MaxDiff"),
      { ...place("Abstand", "Difference"), isDetail: true },
      place("p korrigiert", "p corrected"),
    ],
    lines: items.map(({ name, ranking, maxDiff, difference }) => [
      ...[name, formatNumber(ranking.place, language), formatNumber(maxDiff.place, language)],
      withInterval(ranking.value, ranking.interval, language),
      withInterval(maxDiff.value, maxDiff.interval, language),
      formatNumber(difference.value, language, 2),
      formatP(difference.pHolm, language),
    ]),
  };
}
