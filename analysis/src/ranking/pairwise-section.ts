import type { Language } from "@mehrwert/study";
import { pairwiseFigure } from "../figures/pairwise-figure.ts";
import { formatNumber } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";
import type { RankingAnalysis } from "./ranking-analysis.ts";

/** Each item against each other: who wins the duels, and which order contradicts people least. */
export function pairwiseSection(
  analysis: RankingAnalysis,
  id: string,
  language: Language,
): ReportSection {
  const { items, order, pairwise } = analysis;
  const text = (de: string, en: string) => ({ de, en })[language];
  const ranked = order.flatMap((index) => items[index] ?? []);
  const preferred = order.map((row) =>
    order.map((column) => pairwise.preferred[row]?.[column] ?? 0),
  );
  return {
    heading: text("Jede gegen jede", "Each against each"),
    sentences: [
      ...duelSentence(analysis, language),
      ...consensusSentence(analysis, language),
      ...spreadSentence(analysis, language),
    ],
    figures: [
      {
        caption: text(
          "Wie viele die Zeile der Spalte vorziehen",
          "How many prefer the row to the column",
        ),
        draw: (options) =>
          pairwiseFigure(
            {
              id,
              items: ranked.map(({ label, position }) => ({
                label,
                ...(position !== undefined && { position }),
              })),
              preferred,
            },
            options,
          ),
      },
    ],
    tables: [
      {
        caption: text(
          "Befragte, die die Zeile der Spalte vorziehen (Spalten in derselben Reihenfolge)",
          "Respondents who prefer the row to the column (columns in the same order)",
        ),
        columns: [
          { label: text("Option", "Option"), align: "left" },
          ...ranked.map((_, index) => ({
            label: String(index + 1),
            align: "right" as const,
            isDetail: index >= 8,
          })),
        ],
        lines: ranked.map((item, row) => [
          `${row + 1}. ${item.label[language]}`,
          ...ranked.map((_, column) =>
            row === column ? "–" : formatNumber(preferred[row]?.[column] ?? 0, language),
          ),
        ]),
      },
    ],
  };
}

function duelSentence({ items, condorcet }: RankingAnalysis, language: Language): string[] {
  if (condorcet === undefined) return [];
  const name = (index: number) => items[index]?.label[language] ?? "";
  if (condorcet.winner !== undefined) {
    const winner = name(condorcet.winner);
    return [
      {
        de: `„${winner}“ gewinnt jedes Duell: Gegen jede andere Option zieht eine Mehrheit sie vor.`,
        en: `“${winner}” wins every duel: against each other option a majority prefers it.`,
      }[language],
    ];
  }
  const names = condorcet.topItems.map(name).join(", ");
  return [
    {
      de: `Keine Option gewinnt alle Duelle; an der Spitze schlagen sich im Kreis oder stehen gleich: ${names}.`,
      en: `No option wins all duels; at the top these beat each other in a circle or are level: ${names}.`,
    }[language],
  ];
}

function consensusSentence(analysis: RankingAnalysis, language: Language): string[] {
  const { items, kemeny, order, orderedBy } = analysis;
  if (kemeny === undefined || orderedBy === "none") return [];
  const names = kemeny.order.map((index) => items[index]?.label[language] ?? "").join(" > ");
  const isSame = kemeny.order.every((item, place) => item === order[place]);
  const others = (kemeny.orderCount ?? 1) > 1;
  const unique = {
    de: others ? `; ${kemeny.orderCount} Reihenfolgen sind gleich gut` : "",
    en: others ? `; ${kemeny.orderCount} orders are equally good` : "",
  }[language];
  return [
    isSame
      ? {
          de: `Dieselbe Reihenfolge widerspricht den Befragten auch am wenigsten (Kemeny${unique}).`,
          en: `The same order also contradicts respondents least (Kemeny${unique}).`,
        }[language]
      : {
          de: `Am wenigsten widerspricht den Befragten diese Reihenfolge (Kemeny${unique}): ${names}.`,
          en: `This order contradicts respondents least (Kemeny${unique}): ${names}.`,
        }[language],
  ];
}

function spreadSentence({ items, mallows }: RankingAnalysis, language: Language): string[] {
  if (mallows === undefined) return [];
  const pairs = (items.length * (items.length - 1)) / 2;
  const distance = formatNumber(mallows.meanDistance, language, 1);
  const theta = formatNumber(mallows.theta, language, 2);
  return [
    {
      de: `Im Mittel ordnet eine Person ${distance} von ${pairs} Paaren anders herum als diese Reihenfolge (Mallows: θ = ${theta}).`,
      en: `On average a person has ${distance} of ${pairs} pairs the other way round than this order (Mallows: θ = ${theta}).`,
    }[language],
  ];
}
