import type { Language, LocalizedText } from "@mehrwert/study";
import { importancePerformanceFigure } from "../figures/importance-performance-figure.ts";
import { formatNumber } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";
import type { ImportancePerformance, ImportancePoint } from "./importance-performance.ts";

/** What matters and how well it is met: what to improve first, a figure and its numbers. */
export function importanceSection(
  { importance, performance, points, isRanked }: ImportancePerformance,
  language: Language,
): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const number = (value: number) => formatNumber(value, language, 2);
  const data = {
    id: `${importance.question}-${performance.question}`,
    ...axes(isRanked),
    points: points.map((point, index) => ({ ...point, position: index + 1 })),
  };
  return {
    heading: text("Wichtigkeit und Erfüllung", "Importance and performance"),
    sentences: [
      firstToImprove(points)[language],
      text(
        `Wichtigkeit: „${importance.heading.de}“; Erfüllung: „${performance.heading.de}“. Verglichen wird nur untereinander, mit den Mitteln aller Punkte.`,
        `Importance: “${importance.heading.en}”; performance: “${performance.heading.en}”. Things are only compared with each other, by the means of all points.`,
      ),
    ],
    tables: [
      {
        caption: text(
          "Wichtigkeit und Erfüllung in Zahlen",
          "Importance and performance in numbers",
        ),
        columns: [
          { label: text("Aussage", "Item"), align: "left" },
          { label: data.importance[language], align: "right" },
          { label: "n", align: "right" },
          { label: data.performance[language], align: "right" },
          { label: "n", align: "right" },
        ],
        lines: points.map((point) => [
          ...[point.label[language], number(point.importance)],
          ...[formatNumber(point.importanceN, language), number(point.performance)],
          formatNumber(point.performanceN, language),
        ]),
      },
    ],
    figures: [
      {
        caption: text("Wichtigkeit und Erfüllung", "Importance and performance"),
        draw: (options) => importancePerformanceFigure(data, options),
      },
    ],
  };
}

function axes(isRanked: boolean): { importance: LocalizedText; performance: LocalizedText } {
  return {
    importance: isRanked
      ? {
          de: "Wichtigkeit (Zahl der Optionen + 1 − mittlerer Rang)",
          en: "Importance (number of options + 1 − mean rank)",
        }
      : { de: "Wichtigkeit (Mittel)", en: "Importance (mean)" },
    performance: { de: "Erfüllung (Mittel)", en: "Performance (mean)" },
  };
}

/** More important than the mean and met less than the mean. */
function firstToImprove(points: readonly ImportancePoint[]): LocalizedText {
  const mean = (of: "importance" | "performance") =>
    points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [importance, performance] = [mean("importance"), mean("performance")];
  const found = points
    .filter((point) => point.importance >= importance && point.performance < performance)
    .sort((a, b) => b.importance - a.importance);
  if (found.length === 0)
    return {
      de: "Nichts ist zugleich überdurchschnittlich wichtig und unterdurchschnittlich erfüllt.",
      en: "Nothing is both more important and less fulfilled than average.",
    };
  return {
    de: `Überdurchschnittlich wichtig, aber unterdurchschnittlich erfüllt: ${found.map(({ label }) => `„${label.de}“`).join(", ")}.`,
    en: `More important than average but less fulfilled: ${found.map(({ label }) => `“${label.en}”`).join(", ")}.`,
  };
}
