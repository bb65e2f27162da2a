/** One cell: a rating, or nothing. */
export type RatingCell = number | null | undefined;

/**
 * Ratings in compact form, validated once: columns[item][respondent]; NaN inside marks a missing rating.
 *
 * Made by `ratingTable`; reverse-keyed items are already turned.
 */
export type RatingTable = {
  respondentCount: number;
  itemCount: number;
  columns: readonly Float64Array[];
  /** Whether no rating is missing. */
  isComplete: boolean;
};

/**
 * Takes ratings in: respondents × items, reverse-keyed items turned, missing ratings marked.
 *
 * Shape: rows[respondent][item]. `reverseKeyed` are item indices; a rating x becomes lowest + highest − x of `range`.
 * @throws RangeError if rows differ in length, a rating is not finite or outside the range, or items are reversed
 * without a range
 * @example ratingTable([[1, 5], [2, null]], { reverseKeyed: [1], range: [1, 5] })
 */
export function ratingTable(
  rows: readonly (readonly RatingCell[])[],
  options: { reverseKeyed?: readonly number[]; range?: readonly [number, number] } = {},
): RatingTable {
  const { reverseKeyed = [], range } = options;
  const itemCount = rows[0]?.length ?? 0;
  if (reverseKeyed.length > 0 && range === undefined)
    throw new RangeError("reverse-keyed items require the range of the ratings");
  if (reverseKeyed.some((item) => !Number.isInteger(item) || item < 0 || item >= itemCount))
    throw new RangeError("reverse-keyed items require to be among the items");
  const [lowest, highest] = range ?? [-Infinity, Infinity];
  const columns = Array.from({ length: itemCount }, () => new Float64Array(rows.length));
  const isReversed = columns.map((_, item) => reverseKeyed.includes(item));
  let isComplete = true;
  for (const [respondent, row] of rows.entries()) {
    if (row.length !== itemCount)
      throw new RangeError("ratings require the same items in each row");
    for (let item = 0; item < itemCount; item += 1) {
      const rating = row[item];
      const column = columns[item];
      if (column === undefined) continue;
      if (rating === null || rating === undefined) {
        column[respondent] = Number.NaN;
        isComplete = false;
      } else if (!Number.isFinite(rating) || rating < lowest || rating > highest) {
        throw new RangeError("ratings require finite numbers inside the range");
      } else column[respondent] = isReversed[item] ? lowest + highest - rating : rating;
    }
  }
  return { respondentCount: rows.length, itemCount, columns, isComplete };
}

/**
 * The respondents who rated every item.
 *
 * @example completeRatings(ratingTable([[1, 2], [1, null]])).respondentCount // 1
 */
export function completeRatings(table: RatingTable): RatingTable {
  if (table.isComplete) return table;
  const kept: number[] = [];
  for (let respondent = 0; respondent < table.respondentCount; respondent += 1)
    if (table.columns.every((column) => !Number.isNaN(column[respondent]))) kept.push(respondent);
  const columns = table.columns.map((column) =>
    Float64Array.from(kept, (respondent) => column[respondent] ?? Number.NaN),
  );
  return { ...table, respondentCount: kept.length, columns, isComplete: true };
}
