import { wilsonInterval } from "@mehrwert/statistics";
import type { Language } from "@mehrwert/study";
import { shareWithInterval, withInterval } from "../interval-format.ts";
import { formatNumber } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";
import type { Recommendation } from "./score-table.ts";

/** A recommendation: its three parts, and only then the net promoter score. */
export function recommendationSection(
  { label, n, promoters, passives, detractors, score, interval }: Recommendation,
  language: Language,
): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const line = (name: string, count: number) => [
    name,
    formatNumber(count, language),
    shareWithInterval(n === 0 ? undefined : count / n, wilsonInterval(count, n), language),
  ];
  const net = withInterval(score, interval, language, 0);
  return {
    heading: label[language],
    sentences: [
      text(
        `Weiterempfehlung (NPS) ${net} bei n = ${formatNumber(n, "de")}. Sehr verschiedene Antworten können dieselbe Zahl ergeben; lesen Sie sie nie ohne die Anteile.`,
        `Recommendation (NPS) ${net} with n = ${formatNumber(n, "en")}. Very different answers can give the same number; never read it without the shares.`,
      ),
    ],
    tables: [
      {
        caption: text("Anteile", "Shares"),
        columns: [
          { label: text("Antworten", "Answers"), align: "left" },
          { label: text("Personen", "People"), align: "right" },
          { label: text("Anteil (95 %)", "Share (95%)"), align: "right" },
        ],
        lines: [
          line(text("9 und 10: empfehlend", "9 and 10: promoters"), promoters),
          line(text("7 und 8: unentschieden", "7 and 8: passives"), passives),
          line(text("0 bis 6: kritisch", "0 to 6: detractors"), detractors),
        ],
      },
    ],
    figures: [],
  };
}
