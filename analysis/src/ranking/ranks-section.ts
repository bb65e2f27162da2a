import type { Language } from "@mehrwert/study";
import { rankDistributionFigure } from "../figures/rank-distribution-figure.ts";
import { rankProbabilityFigure } from "../figures/rank-probability-figure.ts";
import { formatNumber, formatShare } from "../number-format.ts";
import type { ReportFigure, ReportSection } from "../report/report.ts";
import type { AnalysedItem, NeighbourVerdict, RankingAnalysis } from "./ranking-analysis.ts";

const verdicts: Record<NeighbourVerdict, { de: string; en: string }> = {
  clear: { de: "deutlich", en: "clear" },
  probable: { de: "wahrscheinlich", en: "probable" },
  open: { de: "offen", en: "open" },
  contradictory: { de: "widersprüchlich", en: "contradictory" },
};

/** How sure the ranks themselves are: which ranks are possible, how probable each is, who is really ahead of whom. */
export function ranksSection(
  analysis: RankingAnalysis,
  id: string,
  language: Language,
): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const ranked = analysis.order.flatMap((index) => analysis.items[index] ?? []);
  const share = (value: number | undefined) =>
    value === undefined ? "–" : formatShare(value, language);
  const write = (value: number) => formatNumber(value, language, 2);
  const label = (item: string) => ranked.find((one) => one.item === item)?.label[language] ?? item;
  return {
    heading: text("Wie sicher sind die Plätze?", "How sure are the places?"),
    sentences: [...placeSentences(ranked, language), ...neighbourSentences(analysis, language)],
    figures: figuresOf(analysis, ranked, id, language),
    tables: [
      {
        caption: text(
          "Mögliche Ränge (alle zugleich mit 95 % Sicherheit) und Wahrscheinlichkeit des ersten Rangs",
          "Possible ranks (all at once with 95% confidence) and probability of the first rank",
        ),
        columns: [
          { label: text("Platz", "Place"), align: "right" },
          { label: text("Option", "Option"), align: "left" },
          { label: text("Mögliche Ränge", "Possible ranks"), align: "right" },
          { label: text("Rang 1", "Rank 1"), align: "right" },
        ],
        lines: ranked.map((item) => [
          item.position === undefined ? "–" : String(item.position),
          item.label[language],
          possible(item),
          share(item.rankProbabilities?.[0]),
        ]),
      },
      {
        caption: text(
          `Ist der eine wirklich vor dem nächsten? Vorsprung ${scaleOf(analysis, "de")}`,
          `Is one really ahead of the next? Lead ${scaleOf(analysis, "en")}`,
        ),
        columns: [
          { label: text("Nachbarn", "Neighbours"), align: "left" },
          { label: text("Vorsprung", "Lead"), align: "right" },
          { label: text("95\u2011%\u2011Intervall", "95% interval"), align: "right" },
          { label: text("Urteil", "Verdict"), align: "left" },
        ],
        lines: analysis.neighbours.map(({ first, second, lead, interval, verdict }) => [
          `${label(first)} / ${label(second)}`,
          write(lead),
          interval.map(write).join(text(" bis ", " to ")),
          verdicts[verdict][language],
        ]),
      },
    ],
  };
}

function scaleOf({ orderedBy }: RankingAnalysis, language: Language): string {
  return orderedBy === "log-worth"
    ? { de: "im Log-Worth", en: "in log-worth" }[language]
    : { de: "im mittleren Rang", en: "in mean rank" }[language];
}

function possible({ rankInterval }: AnalysedItem): string {
  if (rankInterval === undefined) return "–";
  const [lower, upper] = rankInterval;
  return lower === upper ? String(lower) : `${lower}–${upper}`;
}

function placeSentences(ranked: readonly AnalysedItem[], language: Language): string[] {
  const candidates = ranked.filter(({ rankInterval }) => rankInterval?.[0] === 1);
  if (candidates.length === 0) return [];
  const names = candidates.map(({ label }) => `„${label.de}“`).join(", ");
  const english = candidates.map(({ label }) => `“${label.en}”`).join(", ");
  return [
    candidates.length === 1
      ? {
          de: `Auf dem ersten Rang steht nach diesen Daten nur ${names}.`,
          en: `By these data only ${english} can be ranked first.`,
        }[language]
      : {
          de: `Auf den ersten Rang können nach diesen Daten ${candidates.length} Optionen gehören: ${names}.`,
          en: `By these data, ${candidates.length} options could belong on the first rank: ${english}.`,
        }[language],
  ];
}

function neighbourSentences(analysis: RankingAnalysis, language: Language): string[] {
  const { neighbours, items, order } = analysis;
  if (neighbours.length === 0) return [];
  const place = (item: string) => order.findIndex((index) => items[index]?.item === item) + 1;
  const list = (verdict: NeighbourVerdict) =>
    neighbours
      .filter((one) => one.verdict === verdict)
      .map(({ first, second }) => `${place(first)}/${place(second)}`)
      .join(", ");
  const sentences: Record<NeighbourVerdict, { de: string; en: string }> = {
    clear: {
      de: `Deutlich getrennt sind die Plätze ${list("clear")}.`,
      en: `Clearly apart are the places ${list("clear")}.`,
    },
    probable: {
      de: `Wahrscheinlich, aber nicht sicher getrennt sind die Plätze ${list("probable")}: Nur einer von zwei Maßstäben trennt sie.`,
      en: `Probably, but not certainly apart are the places ${list("probable")}: only one of two yardsticks separates them.`,
    },
    open: {
      de: `Offen ist die Reihenfolge der Plätze ${list("open")}: Der Vorsprung kann Zufall sein.`,
      en: `Open is the order of the places ${list("open")}: the lead may be chance.`,
    },
    contradictory: {
      de: `Zwei Maßstäbe widersprechen sich bei den Plätzen ${list("contradictory")}: Im mittleren Rang liegt die eine Option sicher vorn, nach den Worths die andere. Welche zuerst kommt, hängt davon ab, wie gezählt wird; oft wollen dann Gruppen Verschiedenes.`,
      en: `Two yardsticks contradict each other at the places ${list("contradictory")}: by mean rank one option is surely ahead, by the worths the other. Which comes first depends on how one counts; often groups then want different things.`,
    },
  };
  return (["clear", "probable", "open", "contradictory"] as const)
    .filter((verdict) => neighbours.some((one) => one.verdict === verdict))
    .map((verdict) => sentences[verdict][language]);
}

function figuresOf(
  { isWeighted, unranked: meaning, n }: RankingAnalysis,
  ranked: readonly AnalysedItem[],
  id: string,
  language: Language,
): ReportFigure[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const items = ranked.map(({ label, position }) => ({
    label,
    ...(position !== undefined && { position }),
  }));
  const probabilities = ranked.flatMap((item) =>
    item.rankProbabilities === undefined ? [] : [item.rankProbabilities],
  );
  const hasAll = probabilities.length === ranked.length && ranked.length > 1;
  const heat: ReportFigure = {
    caption: text("Wahrscheinlichkeit jedes Rangs", "Probability of each rank"),
    draw: (options) => rankProbabilityFigure({ id, items, probabilities }, options),
  };
  const counts = ranked.map((item) => item.rankCounts);
  // Weighted counts of ranks are scaled to the number of people; so must be those who left an item out.
  const placed = (item: AnalysedItem) => item.rankCounts.reduce((sum, count) => sum + count, 0);
  const unranked = ranked.map((item) =>
    isWeighted && meaning === "below" ? Math.max(0, n - placed(item)) : item.faced - item.n,
  );
  const distribution: ReportFigure = {
    caption: text("Welche Ränge die Befragten gaben", "Which ranks respondents gave"),
    draw: (options) =>
      rankDistributionFigure(
        { id, items, counts, ...(unranked.some((count) => count > 0) && { unranked }) },
        options,
      ),
  };
  return [...(hasAll ? [heat] : []), distribution];
}
