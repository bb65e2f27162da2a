import { integerBounds, type KnownSum } from "./integer-bounds.ts";
import { baseIn, cellsOf, type Published } from "./published-tables.ts";

/** People who gave one of these answers to an item, in one of these categories, up to a release. */
export type PeopleSum = {
  item: number;
  group: number;
  release: number;
  rows: readonly number[];
  columns: readonly number[];
};

/** What an attacker goes by. `answers`: how many each item has; `categories`: how many each grouping variable has. */
export type Attack = {
  tables: readonly (Published & { item: number })[];
  answers: readonly number[];
  categories: readonly number[];
  /** So many at most have withdrawn between two releases; absent if it is known that nobody has. */
  mostLeft?: number;
};

/**
 * Everything published of some items at once, as equations over numbers of people: how many came between two releases
 * who gave these answers to all items and are in these categories of all variables.
 *
 * Known are all shown cells exactly, also where readers see rounded ones, the bases of all tables, and when each table
 * was renewed.
 */
export function peopleEquations({ tables, answers, categories, mostLeft = 0 }: Attack) {
  const slices = [...new Set(tables.map(({ table }) => table.release))].sort((a, b) => a - b);
  const shape = [...answers, ...categories];
  const kinds = shape.reduce((product, length) => product * length, 1);
  const size = slices.length * kinds;
  /** Which answer or category people of a kind have. */
  const placeOf = (kind: number, part: number) => {
    const below = shape.slice(0, part).reduce((product, length) => product * length, 1);
    return Math.floor(kind / below) % (shape[part] ?? 1);
  };
  const terms = ({ item, group, release, rows, columns }: PeopleSum): KnownSum["terms"] =>
    [...Array(kinds).keys()]
      .filter((kind) => {
        const isIn = group < 0 || columns.includes(placeOf(kind, answers.length + group));
        return isIn && rows.includes(placeOf(kind, item));
      })
      .flatMap((kind) =>
        slices.flatMap((until, slice): KnownSum["terms"] => {
          if (until > release) return [];
          const came = slice * kinds + kind;
          return mostLeft > 0
            ? [
                [came, 1],
                [size + came, -1],
              ]
            : [[came, 1]];
        }),
      );
  const known = tables.flatMap((published): KnownSum[] => {
    const { item, group, table } = published;
    const sum = (rows: readonly number[], columns: readonly number[], count: number) => ({
      terms: terms({ ...{ item, group, rows, columns }, release: table.release }),
      ...{ low: count, high: count },
    });
    const every = [...Array(answers[item] ?? 0).keys()];
    return [
      ...table.columns.map((columns) => sum(every, columns, baseIn(table, columns))),
      ...cellsOf(published).flatMap(({ rows, columns, count, isHidden }) =>
        isHidden ? [] : [sum(rows, columns, count)],
      ),
    ];
  });
  const left = slices.map(
    (_, slice): KnownSum => ({
      terms: [...Array(kinds).keys()].map((kind) => [size + slice * kinds + kind, 1]),
      ...{ low: 0, high: mostLeft },
    }),
  );
  const solver =
    mostLeft > 0 ? integerBounds(2 * size, [...known, ...left]) : integerBounds(size, known);
  return {
    bounds: (sum: PeopleSum) => solver.of(terms(sum)),
    /** Of those who came after a release. */
    boundsSince: (sum: PeopleSum, since: number) =>
      solver.of([
        ...terms(sum),
        ...terms({ ...sum, release: since }).map(([one, factor]): [number, number] => [
          one,
          -factor,
        ]),
      ]),
    close: solver.close,
  };
}
