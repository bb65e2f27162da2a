import type { Language } from "@mehrwert/study";
import { drawFigure, type FigureOptions } from "./figure-frame.ts";
import type { FigureItem } from "./figure-item.ts";
import { type MatrixField, matrixParts } from "./matrix-figure.ts";
import { noValue, numberWriter } from "./number-writer.ts";

/** preferred[row][column] = respondents who put the row's item before the column's. */
export type PairwiseData = {
  /** Unique in a page. */
  id: string;
  items: readonly FigureItem[];
  preferred: readonly (readonly number[])[];
};

const words = {
  title: { de: "Paarweise Vorlieben", en: "Pairwise preferences" },
  column: { de: "… vor Nummer", en: "… before number" },
  note: {
    de: "Von 100 Befragten, die eines der beiden vorziehen, ziehen so viele die Zeile der Spalte vor. Dunkel: drei Viertel oder mehr.",
    en: "Of 100 respondents who prefer one of the two, so many prefer the row to the column. Dark: three quarters or more.",
  },
  n: { de: "Befragte je Paar", en: "Respondents per pair" },
  before: { de: "vor", en: "before" },
  to: { de: "bis", en: "to" },
} as const;

type Duel = { share: number | undefined; n: number };

function duel({ preferred }: PairwiseData, row: number, column: number): Duel {
  const wins = preferred[row]?.[column] ?? 0;
  const n = wins + (preferred[column]?.[row] ?? 0);
  return { share: n === 0 ? undefined : wins / n, n };
}

function pairSizes(data: PairwiseData, language: Language): string {
  const sizes = data.items.flatMap((_, row) =>
    data.items.slice(0, row).map((_, column) => duel(data, row, column).n),
  );
  const write = numberWriter(language).count;
  const least = Math.min(...sizes);
  const most = Math.max(...sizes);
  const range =
    least === most ? write(least) : `${write(least)} ${words.to[language]} ${write(most)}`;
  return `${words.n[language]}: ${range}.`;
}

/** The figure in words: every pair once, from the side of the majority, with the number of respondents. */
export function pairwiseInWords(data: PairwiseData, language: Language): string {
  const write = numberWriter(language);
  const pairs = data.items.flatMap((item, row) =>
    data.items.slice(row + 1).map((other, index) => {
      const { share, n } = duel(data, row, row + 1 + index);
      const isRow = share === undefined || share >= 0.5;
      const [first, second] = isRow ? [item, other] : [other, item];
      const value = share === undefined ? noValue : write.share(isRow ? share : 1 - share);
      return `${first.label[language]} ${words.before[language]} ${second.label[language]}: ${value} (n = ${write.count(n)})`;
    }),
  );
  return `${pairs.join("; ")}.`;
}

function fieldOf(data: PairwiseData, row: number, column: number): MatrixField {
  if (row === column) return { shade: 0, text: "" };
  const { share } = duel(data, row, column);
  if (share === undefined) return { shade: 0, text: noValue, isQuiet: true };
  const shade = share > 0.5 ? (share >= 0.75 ? 0.2 + share * 0.8 : share - 0.5 + 0.1) : 0;
  return { shade, text: String(Math.round(share * 100)), isQuiet: share < 0.5 };
}

/**
 * Matrix of duels: how many prefer the row's item to the column's, among those who prefer one of the two.
 * In rows sorted by the result, light fields above the diagonal are neighbours whose order is open.
 *
 * @returns undefined if there are fewer than two items or nobody preferred anything
 */
export function pairwiseFigure(data: PairwiseData, options: FigureOptions): Element | undefined {
  if (data.items.length < 2) return undefined;
  if (data.preferred.every((row) => row.every((count) => count === 0))) return undefined;
  const { language } = options;
  const items = data.items.map(({ label }, index) => ({ label, numeral: String(index + 1) }));
  const parts = matrixParts(
    {
      id: `pairwise-figure-${data.id}`,
      title: words.title[language],
      description: pairwiseInWords(data, language),
      items,
      columns: items.map(({ numeral }) => numeral),
      columnName: words.column[language],
      fields: items.map((_, row) => items.map((_, column) => fieldOf(data, row, column))),
      notes: [words.note[language], pairSizes(data, language)],
    },
    options,
  );
  return drawFigure(parts, options);
}
