import type { LocalizedText } from "@mehrwert/study";
import { codeApplies, countCases } from "./count-cases.ts";
import { discloseResults } from "./disclose-results.ts";
import { type DisclosureRules, disclosureRules } from "./rules.ts";
import type { ShownBase, ShownShare } from "./shown-figures.ts";
import type { ShownItem, ShownTable } from "./shown-tables.ts";
import { noAnswerCategory } from "./study-counts.ts";

/** A code as it may be told of: to which share of everybody and of each group it applies; undefined where it is hidden. */
export type ShownCode = {
  id: string;
  all: ShownShare | undefined;
  /** In the order of the groups. */
  groups: (ShownShare | undefined)[];
};

/** A table of codes by groups of cases, for readers. */
export type ShownCases = {
  cases: ShownBase | undefined;
  /** Several categories are hidden ones, told together. Without any, nothing is told by group, nor of everybody. */
  groups: { categories: string[]; size: ShownBase }[];
  codes: ShownCode[];
  notes: LocalizedText[];
};

/**
 * A table of codes by groups of cases, as the survey's tables are shown, also where codes lie below others.
 *
 * A code applies to a case if it or one below does. What is told of one says something of those above and below: never
 * more cases than above, never fewer than below. So of codes on one line all are told only as far as nothing of them is
 * hidden; one of which something is hidden is told only if none above or below it is.
 *
 * `cases`: all that there are, each a person; without a known category a case counts as `no-answer`.
 * @throws RangeError if an id is given twice
 * @example discloseCases({ categories: ["company"], codes: [{ id: "F1" }, { id: "F1.1", parent: "F1" }], cases, rules })
 */
export function discloseCases({
  categories,
  codes,
  cases,
  rules = disclosureRules(),
}: {
  categories: readonly string[];
  codes: readonly { id: string; parent?: string | undefined }[];
  cases: readonly { category: string; codes: readonly string[] }[];
  rules?: DisclosureRules;
}): ShownCases {
  const above = new Map(codes.map(({ id }) => [id, ancestorsOf(id, codes)]));
  const counts = countCases({
    groupings: [{ id: grouping, categories: categories.filter((one) => one !== noAnswerCategory) }],
    codes: codes.map(({ id }) => id),
    cases: cases.map((one) => ({
      groups: { [grouping]: one.category },
      codes: one.codes.flatMap((id) => [id, ...(above.get(id) ?? [])]),
    })),
  });
  const { shown } = discloseResults({ counts, rules, isFinal: true, random: () => 0 });
  const groups = shown.groupings[0]?.groups ?? [];
  const all = shown.items.map((item) => shownCode(item, groups));
  const told = toldTogether(all, above);
  const isByGroup = all.some(({ id, groups: shares }) => told.has(id) && shares.some(isShown));
  if (!isByGroup)
    return { cases: shown.responses, groups: [], codes: [], notes: [nothingByGroup(rules)] };
  return {
    ...{ cases: shown.responses, groups },
    codes: all.map((code) => (told.has(code.id) ? code : hiddenCode(code))),
    notes: [hiddenFigures(rules)],
  };
}

/** No code can have this name, so that a variable never has that of a code. */
const grouping = "/";

function ancestorsOf(
  id: string,
  codes: readonly { id: string; parent?: string | undefined }[],
): string[] {
  const parent = codes.find((code) => code.id === id)?.parent;
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent, codes)];
}

function shownCode({ id, all, by }: ShownItem, groups: ShownCases["groups"]): ShownCode {
  const table = by[0]?.table;
  return {
    id,
    all: all && shareIn(all, []),
    groups: groups.map(({ categories }) => table && shareIn(table, categories)),
  };
}

function shareIn({ rows, columns }: ShownTable, categories: readonly string[]) {
  const row = rows.findIndex((codes) => codes.length === 1 && codes[0] === codeApplies.yes);
  const column = columns.find((one) => one.categories.join("\n") === categories.join("\n"));
  return column?.shares[row];
}

const isShown = (share: ShownShare | undefined) => share !== undefined;
const hiddenCode = ({ id, groups }: ShownCode): ShownCode => ({
  ...{ id, all: undefined },
  groups: groups.map(() => undefined),
});

/** Those of which nothing is hidden, and then others, as they come, that have no told one above or below. */
function toldTogether(
  codes: readonly ShownCode[],
  above: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const isWhole = ({ all, groups }: ShownCode) => isShown(all) && groups.every(isShown);
  const told = new Set(codes.filter(isWhole).map(({ id }) => id));
  const onLine = (one: string, other: string) =>
    above.get(one)?.includes(other) || above.get(other)?.includes(one);
  for (const code of codes) {
    const isPartial = isShown(code.all) || code.groups.some(isShown);
    if (isPartial && ![...told].some((other) => onLine(code.id, other))) told.add(code.id);
  }
  return told;
}

function nothingByGroup({ minimum }: DisclosureRules): LocalizedText {
  return {
    de: `Nach Gruppen ist nichts gezeigt: Gruppen unter ${minimum} Personen bleiben verborgen, und was übrig bleibt, ließe sie errechnen.`,
    en: `Nothing is shown by group: groups of fewer than ${minimum} people stay hidden, and what is left would let them be computed.`,
  };
}

function hiddenFigures({ minimum, cell }: DisclosureRules): LocalizedText {
  return {
    de: `Verdeckt ist, was von Gruppen unter ${minimum} oder von weniger als ${cell} Personen handelt, was sie errechnen ließe, und was auf alle in einer Gruppe zutrifft.`,
    en: `Hidden is what tells of groups of fewer than ${minimum} or of fewer than ${cell} people, what would let them be computed, and what applies to all in a group.`,
  };
}
