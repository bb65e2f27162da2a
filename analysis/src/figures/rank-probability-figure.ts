import type { Language } from "@mehrwert/study";
import { drawFigure, type FigureOptions } from "./figure-frame.ts";
import type { FigureItem } from "./figure-item.ts";
import { matrixParts } from "./matrix-figure.ts";
import { numberWriter } from "./number-writer.ts";

/** How probable each rank is for each item: probabilities[item][rank − 1], 0 to 1. */
export type RankProbabilityData = {
  /** Unique in a page. */
  id: string;
  items: readonly FigureItem[];
  probabilities: readonly (readonly number[])[];
};

const words = {
  title: { de: "Wahrscheinlichkeit jedes Rangs", en: "Probability of each rank" },
  rank: { de: "Rang", en: "Rank" },
  unit: { de: "Zahlen in Prozent.", en: "Numbers in per cent." },
  dark: {
    de: "Dunkles Feld: dieser Rang ist wahrscheinlicher als alle anderen zusammen.",
    en: "Dark field: this rank is more probable than all others together.",
  },
} as const;

const wholeText = (probability: number, language: Language) => {
  if (probability <= 0) return "";
  if (probability < 0.005) return "<1";
  if (probability < 1 && probability > 0.995) return ">99";
  return numberWriter(language).count(probability * 100);
};

/** The figure in words: for every item the ranks of at least one per cent. */
export function rankProbabilityInWords(data: RankProbabilityData, language: Language): string {
  const write = numberWriter(language);
  const items = data.items.map(({ label, position }, item) => {
    const ranks = (data.probabilities[item] ?? []).flatMap((probability, index) =>
      probability < 0.01
        ? []
        : [`${words.rank[language]} ${index + 1} ${write.share(probability)}`],
    );
    return `${position === undefined ? "" : `${position}. `}${label[language]}: ${ranks.join(", ")}`;
  });
  return `${items.join("; ")}.`;
}

/**
 * Heat map of how probable each rank is for each item: one dark field in a row means the rank is sure,
 * a band of light ones that it is open.
 *
 * @returns undefined if there is no item or no rank
 */
export function rankProbabilityFigure(
  data: RankProbabilityData,
  options: FigureOptions,
): Element | undefined {
  const ranks = data.probabilities[0]?.length ?? 0;
  if (data.items.length === 0 || ranks === 0) return undefined;
  const { language } = options;
  const parts = matrixParts(
    {
      id: `rank-probability-figure-${data.id}`,
      title: words.title[language],
      description: rankProbabilityInWords(data, language),
      items: data.items,
      columns: Array.from({ length: ranks }, (_, index) => String(index + 1)),
      columnName: words.rank[language],
      fields: data.probabilities.map((row) =>
        row.map((probability) => ({ shade: probability, text: wholeText(probability, language) })),
      ),
      notes: [`${words.unit[language]} ${words.dark[language]}`],
    },
    options,
  );
  return drawFigure(parts, options);
}
