import type { Language } from "@mehrwert/study";
import { formatNumber, formatP } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";
import type { PairContrast, PostHoc, RankingAnalysis } from "./ranking-analysis.ts";

/** Beyond so many items a table of all pairs is no longer read; the JSON document holds it. */
const mostItems = 15;
const limit = 0.05;

type Parts = { analysis: RankingAnalysis; postHoc: PostHoc; language: Language };

/** Which options really differ in their ranks: every pair tested after Friedman's test, corrected for many tests. */
export function contrastsSection(
  analysis: RankingAnalysis,
  postHoc: PostHoc,
  language: Language,
): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const parts = { analysis, postHoc, language };
  return {
    heading: text("Welche Optionen unterscheiden sich?", "Which options differ?"),
    sentences: [...summary(parts)],
    tables: analysis.items.length > mostItems ? [] : [pairTable(parts)],
    figures: [],
  };
}

function summary({ analysis, postHoc, language }: Parts): string[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { pairs } = postHoc;
  const p = analysis.agreement?.friedman.p ?? 1;
  if (p >= limit)
    return [
      text(
        "Über alle Optionen zusammen ist kein Unterschied zu erkennen (Friedman-Test). Einzelne kleine p in der Tabelle sind dann kein Beleg.",
        "Over all options together no difference can be seen (Friedman test). A single small p in the table is then no evidence.",
      ),
    ];
  const strict = pairs.filter(({ nemenyi }) => nemenyi.adjustedP < limit).length;
  const either = pairs.filter(
    ({ nemenyi, conover }) => Math.min(nemenyi.adjustedP, conover?.adjustedP ?? 1) < limit,
  ).length;
  const number = (value: number) => formatNumber(value, language);
  const [all, sure, more, open] = [
    pairs.length,
    strict,
    either - strict,
    pairs.length - either,
  ].map(number);
  return [
    text(
      `Mehr als durch Zufall unterscheiden sich, auch nach dem vorsichtigeren von zwei Verfahren (Nemenyi): ${sure} von ${all} Paaren. Nur nach dem empfindlicheren (Conover): ${more}. Offen: ${open}. Beide vergleichen alle Paare zugleich und urteilen deshalb strenger als der Blick auf zwei Nachbarn.`,
      `Different by more than chance, even by the more cautious of two methods (Nemenyi): ${sure} of ${all} pairs. Only by the more sensitive one (Conover): ${more}. Open: ${open}. Both compare all pairs at once, so they are stricter than a look at two neighbours.`,
    ),
  ];
}

function pairTable({ analysis, postHoc, language }: Parts) {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { items, order } = analysis;
  const place = new Map(order.map((item, index) => [item, index]));
  const at = (item: number) => place.get(item) ?? 0;
  const label = (item: number) => items[item]?.label[language] ?? "";
  const lines = postHoc.pairs
    .map((pair) => (at(pair.first) <= at(pair.second) ? pair : turned(pair)))
    .sort((a, b) => at(a.first) - at(b.first) || at(a.second) - at(b.second));
  return {
    caption: text(
      `Jedes Paar verglichen, p korrigiert für ${formatNumber(lines.length, "de")} Vergleiche (n = ${formatNumber(postHoc.n, "de")})`,
      `Each pair compared, p corrected for ${formatNumber(lines.length, "en")} comparisons (n = ${formatNumber(postHoc.n, "en")})`,
    ),
    columns: [
      { label: text("Paar", "Pair"), align: "left" as const },
      { label: text("Abstand der Ränge", "Distance in ranks"), align: "right" as const },
      { label: "p (Conover, Holm)", align: "right" as const },
      { label: "p (Nemenyi)", align: "right" as const },
    ],
    lines: lines.map(({ first, second, meanRankDifference, conover, nemenyi }) => [
      `${label(first)} / ${label(second)}`,
      formatNumber(-meanRankDifference, language, 2),
      conover === undefined ? "–" : formatP(conover.adjustedP, language),
      formatP(nemenyi.adjustedP, language),
    ]),
  };
}

function turned(pair: PairContrast): PairContrast {
  return {
    ...pair,
    ...{ first: pair.second, second: pair.first, meanRankDifference: -pair.meanRankDifference },
  };
}
