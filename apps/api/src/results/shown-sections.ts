import { scaleOfMeans } from "@mehrwert/analysis";
import { noAnswerCategory, type ShownResults, type ShownTable } from "@mehrwert/privacy";
import { type DataDictionary, missingReasons, type Variable } from "@mehrwert/study";
import type {
  AnswerText,
  GroupedResults,
  GroupingResults,
  ItemResults,
  OpenQuestion,
  QuestionResults,
  ScaleResults,
  SharesTable,
} from "./results-reply.ts";

type Words = { dictionary: DataDictionary; shown: ShownResults };

/** What may be shown, in the order and the words of the instrument: one part per question. */
export function questionsOf({ dictionary, shown }: Words): QuestionResults[] {
  const items = new Map(shown.items.map((item) => [item.id, item]));
  const questions = new Map<string, QuestionResults>();
  for (const variable of dictionary.variables) {
    const item = items.get(variable.name);
    if (item === undefined) continue;
    const question = variable.question ?? variable.name;
    const part = questions.get(question) ?? {
      ...{ question, text: variable.questionText ?? variable.label, items: [] },
    };
    part.items.push({
      ...{ id: item.id, label: variable.label, type: typeOf(variable) },
      answers: answersOf(variable, dictionary),
      ...(item.all !== undefined && { table: sharesTable(item.all) }),
      notes: item.notes,
    });
    questions.set(question, part);
  }
  return [...questions.values()];
}

function typeOf({ type }: Variable): ItemResults["type"] {
  return type === "rating" || type === "selected" ? type : "single";
}

const chosen: AnswerText[] = [
  { code: "1", label: { de: "gewählt", en: "chosen" } },
  { code: "0", label: { de: "nicht gewählt", en: "not chosen" } },
];

function answersOf(
  { type, options = [], missingOptions = [] }: Variable,
  { missingCodes }: DataDictionary,
): AnswerText[] {
  const worded = [...(type === "selected" ? chosen : options), ...missingOptions];
  const known = new Set(worded.map(({ code }) => code));
  const others = missingCodes.filter(({ code }) => !known.has(code));
  return [...worded, ...others].map(({ code, label }) => ({ code, label }));
}

/** The groups of every variable that the study allows, with their sizes as far as they may be shown. */
export function groupingsOf({ dictionary, shown }: Words): GroupingResults[] {
  return shown.groupings.map(({ id, groups, notes }) => {
    const variable = dictionary.variables.find(({ name }) => name === id);
    return {
      ...{ id, groups, notes },
      label: variable?.label ?? { de: id, en: id },
      categories: [
        { code: noAnswerCategory, label: { de: "ohne Angabe", en: "no answer" } },
        ...(variable?.options ?? []).map(({ code, label }) => ({ code, label })),
      ],
    };
  });
}

/** Items and scales by the groups of each variable. */
export function groupedOf({ dictionary, shown }: Words): GroupedResults[] {
  return shown.groupings.map(({ id: grouping }) => {
    const items = shown.items.map(({ id, by }) => {
      const { table, notes = [] } = by.find((each) => each.grouping === grouping) ?? {};
      return { id, notes, ...(table !== undefined && { table: sharesTable(table) }) };
    });
    const tables = new Map(items.map(({ id, table }) => [id, table]));
    return { grouping, items, scales: scalesOf(dictionary, tables) };
  });
}

/** Scales of everybody. */
export function allScales({ dictionary, shown }: Words): ScaleResults[] {
  const tables = shown.items.map(({ id, all }) => [id, all && sharesTable(all)] as const);
  return scalesOf(dictionary, new Map(tables));
}

function scalesOf(
  { constructs, variables }: DataDictionary,
  tables: ReadonlyMap<string, SharesTable | undefined>,
): ScaleResults[] {
  return constructs.flatMap(({ id, label, measure }) => {
    const items = variables.filter(
      ({ type, construct, scored }) => type === "rating" && construct === id && scored !== false,
    );
    if (measure !== "scale" || items.length === 0) return [];
    const codes = items.flatMap(({ options = [] }) => options.map(({ code }) => Number(code)));
    const range: [number, number] = [Math.min(...codes), Math.max(...codes)];
    const columns = tables.get(items[0]?.name ?? "")?.columns ?? [];
    const means = columns.map(({ categories }) => scaleMean(items, categories, { tables, range }));
    return [{ id, label, items: items.length, range, means }];
  });
}

function scaleMean(
  items: readonly Variable[],
  categories: string[],
  {
    tables,
    range,
  }: { tables: ReadonlyMap<string, SharesTable | undefined>; range: [number, number] },
): ScaleResults["means"][number] {
  const same = categories.join("|");
  const shown = items.flatMap(({ name, reverseKeyed = false }) => {
    const column = tables.get(name)?.columns.find((each) => each.categories.join("|") === same);
    if (column?.mean === undefined) return [];
    return [{ ...column.mean, base: column.base, isReversed: reverseKeyed }];
  });
  const score = shown.length === items.length ? scaleOfMeans(shown, range) : undefined;
  const [n] = shown.map(({ base }) => base).sort((one, other) => one.n - other.n);
  return { categories, ...score, ...(score !== undefined && n !== undefined && { n }) };
}

/** Open answers by question. */
export function openQuestionsOf({ dictionary, shown }: Words): OpenQuestion[] {
  return shown.openAnswers.map(({ id, texts, notes }) => {
    const variable = dictionary.variables.find(({ name }) => name === id);
    return { id, texts, notes, text: variable?.label ?? { de: id, en: id } };
  });
}

/** "Not asked" is told where somebody was not; a column that nobody is in is left out. */
function sharesTable({ release, rows, columns, notes }: ShownTable): SharesTable {
  const isSeen = rows.map((codes, row) => {
    const isReason = codes.every((code) => reasons.has(code));
    const isEmpty = columns.every(({ shares }) => shares[row]?.share === 0);
    return !(isReason && isEmpty);
  });
  const seen = <T>(values: readonly T[]) => values.filter((_, row) => isSeen[row]);
  return {
    ...{ release, notes, rows: seen(rows) },
    columns: columns
      .filter(({ base, categories }) => base.n > 0 || categories.length === 0)
      .map(({ categories, base, shares, mean }) => ({
        ...{ categories, base, shares: seen(shares).map((share) => share ?? null) },
        ...(mean !== undefined && { mean }),
      })),
  };
}

const reasons = new Set<string>(Object.values(missingReasons));
