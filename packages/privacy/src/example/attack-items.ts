import type { StudyMemory } from "../disclosure/next-release.ts";
import { peopleEquations } from "./people-equations.ts";
import { baseIn, cellsOf, countIn, type Published, tablesEver } from "./published-tables.ts";

/** Between what a number of people must lie, given everything published, and what it is. */
export type Bounds = { what: string; low: number; high: number; truth: number };

/** What was found out of hidden counts, and of the answer that all gave who came to a group between two releases. */
export type Found = { hidden: Bounds[]; unanimous: Bounds[] };

/**
 * Tries to work out every count of some items that was ever hidden, and whether all who came to a group between two
 * releases gave the same answer, from everything published so far.
 *
 * Several items are attacked together, as options of one question. Of newcomers, only true answers are tried.
 */
export function attackItems(
  releases: readonly StudyMemory[],
  items: readonly string[],
  mostLeft = 0,
): Found {
  const tables = items.flatMap((id, item) =>
    tablesEver(releases, id).map((published) => ({ ...published, item })),
  );
  if (tables.length === 0) return { hidden: [], unanimous: [] };
  const counts = releases.at(-1)?.counts;
  const answers = items.map((id) => counts?.items.find((one) => one.id === id)?.rows.length ?? 0);
  const categories = counts?.groupings.map(({ sizes }) => sizes.length) ?? [];
  const { bounds, boundsSince, close } = peopleEquations({ tables, answers, categories, mostLeft });
  const hidden = tables.flatMap((published) =>
    cellsOf(published).flatMap(({ isHidden, count, ...cell }) => {
      if (!isHidden) return [];
      const [low, high] = bounds({ ...cell, item: published.item });
      return [{ what: JSON.stringify({ ...cell, item: published.item }), low, high, truth: count }];
    }),
  );
  const unanimous = tables.flatMap((published) =>
    unanimousSince(published, tables).map(({ since, truth, ...cell }) => {
      const [low, high] = boundsSince({ ...cell, item: published.item }, since);
      return { what: JSON.stringify({ ...cell, since }), low, high, truth };
    }),
  );
  close();
  return { hidden, unanimous };
}

/** Answers that everybody gave who came to a shown group since an earlier release that showed it. */
function unanimousSince(
  now: Published & { item: number },
  tables: readonly (Published & { item: number })[],
) {
  const { group, table, item } = now;
  const earlier = tables.filter(
    (one) => one.item === item && one.group === group && one.table.release < table.release,
  );
  return earlier.flatMap(({ table: then }) =>
    table.columns
      .filter((columns) => then.columns.some((others) => `${others}` === `${columns}`))
      .flatMap((columns) => {
        const truth = baseIn(table, columns) - baseIn(then, columns);
        const cell = { group, release: table.release, columns, since: then.release, truth };
        return [...table.counts.keys()].flatMap((row) => {
          const came = countIn(table, [row], columns) - countIn(then, [row], columns);
          return truth > 0 && came === truth ? [{ ...cell, rows: [row] }] : [];
        });
      }),
  );
}
