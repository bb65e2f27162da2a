import { type GroupRelease, releaseBreakdown } from "./release-breakdown.ts";
import { releaseTable, type TableMemory } from "./release-table.ts";
import type { DisclosureRules } from "./rules.ts";
import type { ItemCounts, StudyCounts } from "./study-counts.ts";

/** What was released of one item: of everybody, and by the categories of each grouping variable. */
export type ItemMemory = {
  id: string;
  all: TableMemory;
  by: (TableMemory | null)[];
  /** Who answered it in every release, oldest first. */
  groups: GroupRelease[];
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
  /** Everybody in every release, oldest first. */
  groups: GroupRelease[];
  items: ItemMemory[];
};

/** A new release takes a tenth more responses, so that even large studies have few to be compared with. */
const leastGrowth = 0.1;

/**
 * What may be released now, given what was released so far.
 *
 * A release takes the minimum of responses at first and a batch and a tenth more or less at every later one; a batch
 * when the field is closed (`isFinal`). Distributions of everybody are renewed in each. Groups are renewed as long as
 * none that was shown would have to disappear because too few joined it; when responses have doubled since, or the
 * field is closed, such groups join the hidden ones instead. What cannot be made safe stays as it was last released.
 *
 * With `isFinal` and less than a batch since the last release, the groups of that release are shown, not the last
 * few responses; if one was withdrawn since, nothing is.
 * @returns undefined if nothing is released now; then `before` still holds
 * @throws RangeError if grouping variables, categories or answers are not those of before, in the same order, with
 * new categories and answers behind them
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
  const { overlaps, withdrawn, responses: people } = counts;
  const sizes = counts.groupings.map((grouping) => grouping.sizes);
  const past = before?.groups ?? [];
  const since = past.findLast(({ hidden }) => hidden.some((each) => each !== null));
  const mayHide = isFinal || since === undefined || people >= 2 * since.people;
  const everybody = { people, sizes, overlaps, withdrawn };
  const hidden = releaseBreakdown(past, everybody, rules, { mayHide });
  if (hidden === undefined) return undefined;
  const step = { release: (before?.release ?? 0) + 1, withdrawn, hidden, mayHide };
  return {
    ...{ release: step.release, isFinal, counts },
    groups: [...past, { ...everybody, release: step.release, hidden }],
    items: counts.items.flatMap((item) => {
      const earlier = before?.items.find(({ id }) => id === item.id);
      return releaseItem(earlier, item, step, rules) ?? [];
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
  const least = isFinal ? batch : Math.max(batch, leastGrowth * before.counts.responses);
  if (Math.abs(now.responses - before.counts.responses) >= least) return now;
  const isSettled = !isFinal || before.isFinal || now.withdrawn !== before.counts.withdrawn;
  return isSettled ? undefined : before.counts;
}

/** What is the same for all items of a release: hidden[variable][category]. */
type Step = {
  release: number;
  withdrawn: number;
  hidden: (boolean[] | null)[];
  mayHide: boolean;
};

/** Tables of one item: by groups only together with that of everybody, whose totals they add up to. */
function releaseItem(
  before: ItemMemory | undefined,
  { id, counts, answered, by, overlaps }: ItemCounts,
  { release, withdrawn, hidden: start, mayHide }: Step,
  rules: DisclosureRules,
): ItemMemory | undefined {
  const past = before?.groups ?? [];
  const sizes = by.map((each) => each.answered);
  const people = { people: answered, sizes, overlaps, withdrawn };
  const chosen = releaseBreakdown(past, people, rules, { start, mayHide });
  if (chosen === undefined) return before;
  const all = releaseTable(
    before?.all,
    { counts: counts.map((count) => [count]), answered: [answered] },
    { ...{ release, mayHide }, rows: counts.map((_, row) => [row]) },
    rules,
  );
  if (all === undefined) return before;
  const unseen = all.rows.filter((_, row) => all.hidden[row]?.[0]).flat();
  const shown = all.rows.filter((_, row) => !all.hidden[row]?.[0]);
  const rows = unseen.length > 0 ? [...shown, unseen] : shown;
  const tables = by.map((one, variable) => {
    const hidden = chosen[variable] ?? null;
    const earlier = before?.by[variable] ?? null;
    if (hidden === null) return { table: earlier, hidden };
    const table = releaseTable(
      earlier ?? undefined,
      one,
      { release, rows, hidden, mayHide },
      rules,
    );
    return table === undefined ? { table: earlier, hidden: null } : { table, hidden };
  });
  const hidden = tables.map((each) => each.hidden);
  return {
    ...{ id, all, by: tables.map(({ table }) => table) },
    groups: [...past, { ...people, release, hidden }],
  };
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
