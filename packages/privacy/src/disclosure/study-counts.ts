/** A question or variable counted: how often each answer was given, by everybody and by groups. */
export type ItemCounts = {
  id: string;
  /** Codes of the answers. */
  rows: string[];
  /** What each answer counts in a mean; null for none, absent where means make no sense. */
  values?: (number | null)[];
  /** How many answered at all. */
  answered: number;
  /** counts[answer] */
  counts: number[];
  /** The same by category of each grouping variable: answered[category], counts[answer][category]. */
  by: { answered: number[]; counts: number[][] }[];
  /** Who answered and is in both: overlaps[variable][later variable][category][its category]. */
  overlaps: number[][][][];
};

/** Everything that results may be released of, counted. It holds no response and no id of one. */
export type StudyCounts = {
  responses: number;
  /** How many responses were withdrawn, ever. */
  withdrawn: number;
  groupings: { id: string; categories: string[]; sizes: number[] }[];
  /** overlaps[variable][later variable][category][its category] = people in both; empty for earlier ones. */
  overlaps: number[][][][];
  items: ItemCounts[];
};

/** A grouping variable as it stands in a dataset: one cell per respondent. */
export type GroupingCells = {
  id: string;
  categories: readonly string[];
  cells: readonly string[];
};

/**
 * A question as it stands in a dataset: one column with one answer each. A row of a matrix is a question of its own,
 * and so is each option where several can be chosen: with "1" and "0" as its answers.
 */
export type ItemCells = {
  id: string;
  rows: readonly string[];
  values?: readonly (number | null)[];
  cells: readonly string[];
};

/** The first category of every grouping variable: everybody who is in none of the others. */
export const noAnswerCategory = "no-answer";

/**
 * Counts what may be released, from the columns of a dataset.
 *
 * Grouping variables get a first category, `no-answer`, for cells that are none of theirs. A cell of an item that is
 * none of its answers counts as not answered. Whoever was not asked something because of another answer should be
 * counted as an answer of its own (`-96` among `rows`): how many they are tells of that other answer.
 *
 * @throws RangeError if columns have different lengths, an item is a grouping variable as well (two of them are never
 * broken down by each other), or ids are not unique
 */
export function countStudy({
  groupings,
  items,
  withdrawn,
}: {
  groupings: readonly GroupingCells[];
  items: readonly ItemCells[];
  withdrawn: number;
}): StudyCounts {
  const columns = [...groupings.map(({ cells }) => cells), ...items.map(({ cells }) => cells)];
  const responses = columns[0]?.length ?? 0;
  if (columns.some(({ length }) => length !== responses))
    throw new RangeError("countStudy requires one cell per respondent in every column");
  const ids = [...groupings, ...items].map(({ id }) => id);
  if (new Set(ids).size < ids.length)
    throw new RangeError("countStudy requires different ids, also of grouping variables and items");
  const people = groupings.map(({ id, categories, cells }) => ({
    ...{ id, categories: [noAnswerCategory, ...categories] },
    places: placesOf(cells, categories).map((place) => place + 1),
  }));
  const everybody = { places: new Int16Array(responses), categories: [""] };
  return {
    ...{ responses, withdrawn },
    groupings: people.map(({ id, categories, places }) => ({
      ...{ id, categories },
      sizes: crossed(places, categories.length, everybody.places, 1).flat(),
    })),
    overlaps: overlapsOf(people),
    items: items.map((item) => countItem(item, everybody, people)),
  };
}

/** Which category each respondent is in. */
type Placed = { places: Int16Array; categories: readonly string[] };

function placesOf(cells: readonly string[], codes: readonly string[]): Int16Array {
  const known = new Map(codes.map((code, place) => [code, place]));
  const places = new Int16Array(cells.length);
  for (let index = 0; index < cells.length; index += 1)
    places[index] = known.get(cells[index] ?? "") ?? -1;
  return places;
}

/** How many respondents are in each pair of places; -1 is in none. */
function crossed(
  rows: Int16Array,
  rowCount: number,
  columns: Int16Array,
  columnCount: number,
): number[][] {
  const flat = new Int32Array(rowCount * columnCount);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? -1;
    if (row < 0) continue;
    const cell = row * columnCount + (columns[index] ?? 0);
    flat[cell] = (flat[cell] ?? 0) + 1;
  }
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from(flat.subarray(row * columnCount, (row + 1) * columnCount)),
  );
}

/** @param given answers; who gave none is left out */
function overlapsOf(groups: readonly Placed[], given?: Int16Array): number[][][][] {
  return groups.map((one, first) => {
    const places = one.places.map((place, index) => ((given?.[index] ?? 0) < 0 ? -1 : place));
    return groups.map((other, second) =>
      second > first
        ? crossed(places, one.categories.length, other.places, other.categories.length)
        : [],
    );
  });
}

function countItem(
  { id, rows, values, cells }: ItemCells,
  everybody: Placed,
  groups: readonly Placed[],
): ItemCounts {
  const given = placesOf(cells, rows);
  const counted = ({ places, categories }: Placed) => {
    const counts = crossed(given, rows.length, places, categories.length);
    const answered = categories.map((_, place) =>
      counts.reduce((sum, row) => sum + (row[place] ?? 0), 0),
    );
    return { answered, counts };
  };
  const all = counted(everybody);
  return {
    ...{ id, rows: [...rows] },
    ...(values !== undefined && { values: [...values] }),
    answered: all.answered[0] ?? 0,
    counts: all.counts.flat(),
    by: groups.map(counted),
    overlaps: overlapsOf(groups, given),
  };
}
