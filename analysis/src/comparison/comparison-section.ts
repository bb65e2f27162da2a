import type { Language } from "@mehrwert/study";
import { slopeFigure } from "../figures/slope-figure.ts";
import { shareWithInterval, withInterval } from "../interval-format.ts";
import { formatNumber, formatP } from "../number-format.ts";
import type { ReportFigure, ReportSection, ReportTable } from "../report/report.ts";
import { clearContrasts, comparisonSentences } from "./comparison-sentences.ts";
import type {
  GroupItemContrast,
  GroupItemValues,
  RankingComparison,
} from "./ranking-comparison.ts";

const right = "right" as const;
const left = "left" as const;

/** One comparison of groups: sentences, tables of mean ranks, worths and differences, slope chart. */
export function comparisonSection(
  comparison: RankingComparison,
  language: Language,
): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  return {
    heading: comparison.label[language],
    sentences: comparisonSentences(comparison, language),
    tables: [
      valueTable(
        comparison,
        text(
          "Mittlerer Rang, 1 = am meisten geschätzt (95\u2011%\u2011Intervall)",
          "Mean rank, 1 = most valued (95% interval)",
        ),
        ({ meanRank, meanRankInterval }) => withInterval(meanRank, meanRankInterval, language),
        language,
      ),
      valueTable(
        comparison,
        text(
          "Gewicht: wie oft etwas als Erstes gewählt wird (95\u2011%\u2011Intervall)",
          "Worth: how often something is chosen first (95% interval)",
        ),
        ({ worth, worthInterval }) => shareWithInterval(worth, worthInterval, language),
        language,
      ),
      contrastTable(comparison, language),
    ],
    figures: [figureOf(comparison, language)],
  };
}

function valueTable(
  { groups, items, values, label }: RankingComparison,
  caption: string,
  write: (values: GroupItemValues) => string,
  language: Language,
): ReportTable {
  return {
    caption: `${caption}: ${label[language]}`,
    columns: [
      { label: { de: "Gegenstand", en: "Item" }[language], align: left },
      ...groups.map((group) => ({
        label: `${group.label[language]} (n = ${formatNumber(group.n, language)})`,
        align: right,
      })),
    ],
    lines: items.map((item, index) => [
      item.label[language],
      ...values.map((own, group) => {
        const cell = own[index];
        if (cell === undefined) return "–";
        // The heading says n, unless some were not shown the item.
        const isWhole = cell.n === groups[group]?.n;
        return isWhole ? write(cell) : `${write(cell)}; n = ${formatNumber(cell.n, language)}`;
      }),
    ]),
  };
}

function contrastTable(comparison: RankingComparison, language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { contrasts, groups, items } = comparison;
  const groupLabel = (name: string) =>
    groups.find((each) => each.name === name)?.label[language] ??
    text("alle Übrigen", "all others");
  const write = (value: number | undefined, interval: GroupItemContrast["interval"]) =>
    withInterval(value, interval, language);
  return {
    caption: text(
      "Unterschiede: über 0 heißt beim Gewicht mehr geschätzt, beim mittleren Rang weniger",
      "Differences: above 0 means valued more by worth, less by mean rank",
    ),
    columns: [
      { label: text("Gegenstand", "Item"), align: left },
      { label: text("Gruppe", "Group"), align: left },
      { label: text("gegen", "against"), align: left, isDetail: true },
      { label: text("log. Gewicht", "log-worth"), align: right },
      { label: text("mittlerer Rang", "mean rank"), align: right },
      { label: "p", align: right, isDetail: true },
      { label: text("p korrigiert", "p corrected"), align: right },
    ],
    lines: contrasts.map((contrast) => [
      items.find(({ item }) => item === contrast.item)?.label[language] ?? contrast.item,
      groupLabel(contrast.group),
      groupLabel(contrast.against),
      write(contrast.difference, contrast.interval),
      write(contrast.rankDifference, contrast.rankDifferenceInterval),
      formatP(contrast.p, language),
      formatP(contrast.pAdjusted, language),
    ]),
  };
}

function figureOf(comparison: RankingComparison, language: Language): ReportFigure {
  const { variable, groups, items, values, label } = comparison;
  const different = new Set(clearContrasts(comparison).map(({ item }) => item));
  const data = {
    id: variable.replace(/[^a-z0-9-]/gi, "-"),
    measure: "mean-rank" as const,
    groups: groups.map((group) => ({ label: group.label, n: group.n })),
    items: items.map((item, index) => ({
      label: item.label,
      values: values.map((own) => own[index]?.meanRank),
      isDifferent: different.has(item.item),
    })),
    thickLine: {
      de: "nach Korrektur gesicherter Unterschied",
      en: "difference that is certain after correction",
    },
  };
  return {
    caption: {
      de: `Reihenfolge nach Gruppen: ${label.de}`,
      en: `Order by group: ${label.en}`,
    }[language],
    draw: (options) => slopeFigure(data, options),
  };
}
