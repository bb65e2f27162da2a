import { type Missing, missingReasons } from "./missing-reasons.ts";

const reasonsByCode: ReadonlyMap<string, Missing> = new Map([
  [missingReasons.refused, "refused"],
  [missingReasons.dk, "dk"],
  [missingReasons.na, "na"],
  [missingReasons["not-shown"], "not-shown"],
  [missingReasons.skipped, "skipped"],
  [missingReasons["not-reached"], "not-reached"],
  [missingReasons["not-in-version"], "not-in-version"],
  [missingReasons.unranked, "unranked"],
]);

/**
 * Why a cell holds no answer.
 *
 * @returns undefined if the cell holds one
 * @example missingReason("-95") // "skipped"
 */
export function missingReason(cell: string): Missing | undefined {
  return reasonsByCode.get(cell);
}

/** First characters that make a text look like a missing code, or a spreadsheet take it for a formula. */
const guarded = /^[-=+@\t\r\n\\]/;

/**
 * A text answer as it stands in a cell: with a backslash before it where it could be taken for a missing code or,
 * in a spreadsheet, for a formula.
 *
 * @example textCell("-95") // "\\-95"
 */
export function textCell(text: string): string {
  return guarded.test(text) ? `\\${text}` : text;
}

/**
 * The text answer in a cell, as the participant wrote it.
 *
 * @returns undefined if the cell holds a missing code
 * @example textInCell("\\-95") // "-95"
 */
export function textInCell(cell: string): string | undefined {
  if (missingReason(cell) !== undefined) return undefined;
  return cell.startsWith("\\") ? cell.slice(1) : cell;
}
