import { numberWriter, type ReleasedShares } from "@mehrwert/analysis";
import type { GroupingResults, ItemResults, QuestionResults, SharesTable } from "@mehrwert/api";
import { type Language, type LocalizedText, missingReasons } from "@mehrwert/study";

type Base = SharesTable["columns"][number]["base"];

/** How many people, as far as it may be told: below 30 only about how many. */
export function baseInWords({ n, isRounded }: Base, language: Language): string {
  const count = numberWriter(language).count(n);
  if (!isRounded) return count;
  return language === "de" ? `etwa ${count}` : `about ${count}`;
}

const everybody: LocalizedText = { de: "Alle", en: "Everybody" };

/** The name of some categories: those shown together as one. Without any it is everybody. */
export function namedGroup(
  codes: readonly string[],
  categories: readonly { code: string; label: LocalizedText }[],
): LocalizedText {
  if (codes.length === 0) return everybody;
  const labels = codes.map(
    (code) => categories.find((each) => each.code === code)?.label ?? { de: code, en: code },
  );
  const joined = (language: Language) => labels.map((label) => label[language]).join(" / ");
  return { de: joined("de"), en: joined("en") };
}

const reasons = new Set<string>(Object.values(missingReasons));

/** The answers in the rows of a table, with their names; reasons why there is none are marked. */
export function answersOf(
  { rows }: SharesTable,
  { answers }: ItemResults,
): ReleasedShares["answers"] {
  return rows.map((codes) => {
    const label = namedGroup(codes, answers);
    return codes.every((code) => reasons.has(code)) ? { label, isReason: true } : { label };
  });
}

/** Items of one question that can stand in one figure: they offer the same answers. */
export function questionShares(
  { question, text, items }: QuestionResults,
  language: Language,
): ReleasedShares | undefined {
  const shown = items.flatMap(({ table, ...item }) => (table ? [{ ...item, table }] : []));
  const [first] = shown;
  if (first === undefined) return undefined;
  if (first.type === "selected") return selectedShares(question, text, shown, language);
  const codes = [...new Set(shown.flatMap(({ table }) => table.rows.map((row) => row.join("|"))))];
  // The answers in the order of the instrument, reasons last.
  const order = first.answers.map(({ code }) => code);
  codes.sort((one, other) => order.indexOf(one) - order.indexOf(other));
  const rows = codes.map((code) => code.split("|"));
  return {
    id: question,
    title: text,
    isScale: first.type === "rating",
    answers: answersOf({ ...first.table, rows }, first),
    rows: shown.map(({ label, table }) => ({ label, size: sizeOf(table, language) })),
    shares: shown.map(({ table }) =>
      codes.map((code) => {
        const row = table.rows.findIndex((each) => each.join("|") === code);
        // Nobody gave an answer that the table of this item has no row for.
        return row < 0 ? 0 : (table.columns[0]?.shares[row]?.share ?? null);
      }),
    ),
  };
}

type ShownItem = ItemResults & { table: SharesTable };

/** Of options that could be chosen together, how many chose each. */
function selectedShares(
  question: string,
  text: LocalizedText,
  items: readonly ShownItem[],
  language: Language,
): ReleasedShares {
  const first = items[0];
  return {
    ...{ id: question, title: text, isScale: false },
    answers: items.map(({ label }) => ({ label })),
    rows: [{ label: everybody, size: first === undefined ? "" : sizeOf(first.table, language) }],
    shares: [items.map(({ table }) => chosenShare(table, 0))],
  };
}

/** The share of those who chose an option, in one column of its table. */
export function chosenShare({ rows, columns }: SharesTable, column: number): number | null {
  const row = rows.findIndex((codes) => codes.length === 1 && codes[0] === "1");
  return columns[column]?.shares[row]?.share ?? null;
}

function sizeOf({ columns }: SharesTable, language: Language): string {
  const base = columns[0]?.base;
  return base === undefined ? "" : baseInWords(base, language);
}

/** One item by groups. */
export function groupedShares(
  item: ItemResults,
  table: SharesTable,
  { id, categories }: GroupingResults,
  language: Language,
): ReleasedShares {
  return {
    id: `${item.id}-by-${id}`,
    title: item.label,
    isScale: item.type === "rating",
    answers: answersOf(table, item),
    rows: table.columns.map((column) => ({
      label: namedGroup(column.categories, categories),
      size: baseInWords(column.base, language),
    })),
    shares: table.columns.map(({ shares }) => shares.map((share) => share?.share ?? null)),
  };
}
