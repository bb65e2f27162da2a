import type { Segment } from "@mehrwert/statistics";
import type { Language } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { ReportTable } from "../report/report.ts";
import type { MarkedSpans } from "./marked-spans.ts";
import type { GroupAgreement } from "./spans-agreement.ts";

/** So many overlaps are shown; JSON has all. */
const mostShown = 10;

/** Segments of one coder that overlap, so that a person can find and mend them; nothing if there are none. */
export function overlapsTable(
  { overlaps }: GroupAgreement,
  { coders, codes }: MarkedSpans,
  language: Language,
): ReportTable[] {
  if (overlaps.length === 0) return [];
  const text = (de: string, en: string) => ({ de, en })[language];
  const shown = overlaps.slice(0, mostShown);
  const [some, all] = [shown.length, overlaps.length].map((n) => formatNumber(n, language));
  const segment = ({ code, start, end }: Segment) => `${codes[code]?.name ?? ""} (${start}–${end})`;
  return [
    {
      caption:
        shown.length < overlaps.length
          ? text(
              `Überschneidungen (die ersten ${some} von ${all}; JSON nennt alle)`,
              `Overlaps (the first ${some} of ${all}; JSON has all)`,
            )
          : text("Überschneidungen", "Overlaps"),
      columns: [
        { label: text("Wer", "Who"), align: "left" },
        { label: text("Ein Segment", "One segment"), align: "left" },
        { label: text("Das andere", "The other"), align: "left" },
      ],
      lines: shown.map(([before, after]) => [
        coders[before.coder] ?? "",
        segment(before),
        segment(after),
      ]),
    },
  ];
}
