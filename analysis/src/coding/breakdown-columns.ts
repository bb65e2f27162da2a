import {
  noAnswerCategory,
  type ShownBase,
  type ShownCode,
  type ShownShare,
} from "@mehrwert/privacy";
import type { Code, Language } from "@mehrwert/study";
import { csvText, textCell } from "@mehrwert/study";
import { formatNumber, formatShare } from "../number-format.ts";
import type { ReportColumn } from "../report/report.ts";
import type { CaseBreakdown } from "./case-breakdown.ts";

/** Everybody and each group, with how many cases they have. */
export function breakdownColumns(
  { shown: { cases, groups } }: CaseBreakdown,
  language: Language,
): ReportColumn[] {
  const column = (name: string, size: ShownBase | undefined): ReportColumn => ({
    label: size === undefined ? name : `${name} (${baseInWords(size, language)})`,
    align: "right",
  });
  return [
    column({ de: "Alle", en: "Everybody" }[language], cases),
    ...groups.map(({ categories, size }) => column(groupName(categories, language), size)),
  ];
}

/** A code's cells of the columns of `breakdownColumns`. */
export function breakdownCells(
  breakdown: CaseBreakdown,
  code: string,
  language: Language,
): string[] {
  const { all, groups } = shownCode(breakdown, code);
  return [all, ...groups].map((share) => shareInWords(share, language));
}

/** What is told, what is hidden and why, for readers. */
export function breakdownNotes(
  { by, shown: { notes } }: CaseBreakdown,
  language: Language,
): string[] {
  return [
    {
      de: `Gezählt sind alle Fälle, getrennt nach ${by}; ein Code zählt mit allen darunter. Unter 30 Fällen sind Anteile auf 5 % und Größen auf 5 gerundet.`,
      en: `Counted are all cases, by ${by}; a code counts with all below it. Below 30 cases shares are rounded to 5% and sizes to 5.`,
    }[language],
    ...notes.map((note) => note[language]),
  ];
}

/** The same as a flat table: one line for everybody and for each group, of each code. */
export function breakdownCsv(
  { shown }: CaseBreakdown,
  rows: readonly { code: Code; depth: number }[],
): string {
  const heads = [
    { group: "", size: shown.cases },
    ...shown.groups.map(({ categories, size }) => ({ group: categories.join("|"), size })),
  ];
  return csvText([
    [
      ...["code", "label_de", "label_en", "depth", "group", "cases", "cases_are_rounded"],
      ...["share", "count", "is_hidden"],
    ],
    ...rows.flatMap(({ code, depth }) => {
      const { all, groups } = shownCode({ shown }, code.id);
      return [all, ...groups].map((share, at) => [
        ...[code.id, textCell(code.label.de), textCell(code.label.en), String(depth)],
        textCell(heads[at]?.group ?? ""),
        ...[heads[at]?.size?.n, heads[at]?.size?.isRounded, share?.share, share?.count].map(
          (value) => (value === undefined ? "" : String(value)),
        ),
        String(share === undefined),
      ]);
    }),
  ]);
}

/** The same for programs; null is hidden. */
export function breakdownJson(
  { by, minimum, shown }: CaseBreakdown,
  rows: readonly { code: Code; depth: number }[],
): object {
  const { cases = null, groups, notes } = shown;
  return {
    breakdown: { variable: by, unit: "case", minimumGroupSize: minimum, cases, groups, notes },
    categories: rows.map(({ code, depth }) => {
      const { all = null, groups: shares } = shownCode({ shown }, code.id);
      return {
        ...{ code: code.id, label: code.label, origin: code.origin, depth, all },
        groups: shares.map((share) => share ?? null),
      };
    }),
  };
}

function shownCode({ shown }: Pick<CaseBreakdown, "shown">, id: string): ShownCode {
  const found = shown.codes.find((code) => code.id === id);
  return found ?? { id, all: undefined, groups: shown.groups.map(() => undefined) };
}

function groupName(categories: readonly string[], language: Language): string {
  const none = { de: "ohne Angabe", en: "no value" }[language];
  return categories.map((name) => (name === noAnswerCategory ? none : name)).join(" + ");
}

function baseInWords({ n, isRounded }: ShownBase, language: Language): string {
  const count = formatNumber(n, language);
  return isRounded ? { de: `etwa ${count}`, en: `about ${count}` }[language] : count;
}

function shareInWords(share: ShownShare | undefined, language: Language): string {
  if (share === undefined) return { de: "verdeckt", en: "hidden" }[language];
  const words = formatShare(share.share, language);
  return share.count === undefined ? words : `${words} (${formatNumber(share.count, language)})`;
}
