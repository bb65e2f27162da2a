import { type GroupRelease, releaseBreakdown } from "./release-breakdown.ts";
import { releaseTable, type TableMemory } from "./release-table.ts";
import type { DisclosureRules } from "./rules.ts";
import type { ItemCounts, StudyCounts } from "./study-counts.ts";

/** What was released of one item: of everybody, and by the categories of each grouping variable. */
export type ItemMemory = {
  id: string;
  all: TableMemory;
  by: (TableMemory | null)[];
};

/**
 * Everything that was released of a study, as aggregates; plain JSON. Hidden counts are among it, so that it is as
 * confidential as the responses; only what `discloseResults` shows of it is for readers.
 */
export type StudyMemory = {
  /** Number of the last release, from 1. */
  release: number;
  isFinal: boolean;
  /** What was counted for it. */
  counts: StudyCounts;
  /** Every release of groups, oldest first. */
  groups: GroupRelease[];
  items: ItemMemory[];
};

/**
 * What may be released now, given what was released so far.
 *
 * A release takes the minimum of responses at first and a batch more or less at every later one. Distributions of
 * everybody are renewed in each. Groups are renewed together, as long as none that was shown would have to disappear
 * because too few joined it; when responses have doubled since, or the field is closed (`isFinal`), such groups join
 * the hidden ones instead. What cannot be made safe stays as it was last released.
 *
 * With `isFinal` and less than a batch since the last release, the groups of that release are shown, not the last
 * few responses; if one was withdrawn since, nothing is.
 * @returns undefined if nothing is released now; then `before` still holds
 * @throws RangeError if grouping variables, categories or answers are not those of before, in the same order, with
 * new categories and answers behind them
 * @example
 * let memory = nextRelease(undefined, counts, rules); // undefined below the minimum
 * memory = nextRelease(memory, laterCounts, rules) ?? memory;
 */
export function nextRelease(
  before: StudyMemory | undefined,
  now: StudyCounts,
  rules: DisclosureRules,
  { isFinal = false }: { isFinal?: boolean } = {},
): StudyMemory | undefined {
  if (before !== undefined) requireSameNames(before.counts, now);
  const counts = countsDue(before, now, rules, isFinal);
  if (counts === undefined) return undefined;
  const release = (before?.release ?? 0) + 1;
  const past = before?.groups ?? [];
  const since = past.at(-1);
  const mayHide = isFinal || since === undefined || counts.responses >= 2 * since.responses;
  const hidden = groupsNow(past, counts, rules, mayHide);
  const { responses, withdrawn, overlaps } = counts;
  const sizes = counts.groupings.map((grouping) => grouping.sizes);
  return {
    ...{ release, isFinal, counts },
    groups:
      hidden === undefined
        ? past
        : [...past, { release, responses, sizes, overlaps, withdrawn, hidden }],
    items: counts.items.flatMap((item) => {
      const earlier = before?.items.find(({ id }) => id === item.id);
      return releaseItem(earlier, item, { release, withdrawn, hidden, mayHide }, rules) ?? [];
    }),
  };
}

/** The counts that a release is made of; undefined if none is due. */
function countsDue(
  before: StudyMemory | undefined,
  now: StudyCounts,
  { minimum, batch }: DisclosureRules,
  isFinal: boolean,
): StudyCounts | undefined {
  if (now.responses < minimum) return undefined;
  if (before === undefined) return now;
  if (Math.abs(now.responses - before.counts.responses) >= batch) return now;
  const isSettled = !isFinal || before.isFinal || now.withdrawn !== before.counts.withdrawn;
  return isSettled ? undefined : before.counts;
}

/** hidden[variable][category]; undefined if no groups are released now. */
function groupsNow(
  past: readonly GroupRelease[],
  counts: StudyCounts,
  rules: DisclosureRules,
  mayHide: boolean,
): (boolean[] | null)[] | undefined {
  const { overlaps, withdrawn } = counts;
  const sizes = counts.groupings.map((grouping) => grouping.sizes);
  const hidden = releaseBreakdown(past, { sizes, overlaps, withdrawn }, rules, mayHide);
  return hidden?.some((each) => each !== null) ? hidden : undefined;
}

/** Tables of one item: by groups only together with that of everybody, whose totals they add up to. */
function releaseItem(
  before: ItemMemory | undefined,
  { id, counts, answered, by }: ItemCounts,
  {
    release,
    withdrawn,
    hidden,
    mayHide,
  }: {
    release: number;
    withdrawn: number;
    hidden: (boolean[] | null)[] | undefined;
    mayHide: boolean;
  },
  rules: DisclosureRules,
): ItemMemory | undefined {
  const all = releaseTable(
    before?.all,
    {
      withdrawn,
      counts: counts.map((count) => [count]),
      answered: [answered],
    },
    { ...{ release, mayHide }, rows: counts.map((_, row) => [row]) },
    rules,
  );
  if (all === undefined) return before;
  const unseen = all.rows.filter((_, row) => all.hidden[row]?.[0]).flat();
  const shown = all.rows.filter((_, row) => !all.hidden[row]?.[0]);
  const rows = unseen.length > 0 ? [...shown, unseen] : shown;
  const tables = by.map((one, variable) => {
    const own = hidden?.[variable] ?? null;
    const earlier = before?.by[variable] ?? null;
    if (own === null) return earlier;
    const frame = { ...{ release, rows, mayHide }, hidden: own };
    return releaseTable(earlier ?? undefined, { ...one, withdrawn }, frame, rules) ?? earlier;
  });
  return { id, all, by: tables };
}

function requireSameNames(before: StudyCounts, now: StudyCounts): void {
  const begins = (names: readonly string[], others: readonly string[]) =>
    others.every((name, place) => names[place] === name);
  const [then, today] = [before, now].map(({ groupings }) => groupings.map(({ id }) => id));
  const isSame =
    then?.length === today?.length &&
    begins(today ?? [], then ?? []) &&
    before.groupings.every(({ categories }, g) =>
      begins(now.groupings[g]?.categories ?? [], categories),
    ) &&
    before.items.every(({ id, rows }) => {
      const item = now.items.find((each) => each.id === id);
      return item === undefined || begins(item.rows, rows);
    });
  if (!isSame)
    throw new RangeError(
      "nextRelease requires the names of the last release, new ones behind them",
    );
}
