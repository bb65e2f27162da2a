import { issueTexts } from "./issue-texts.ts";
import { below, type IssueList, isJsonObject } from "./issues.ts";

/** The entry of one question, page or block in a presentation. */
type JsonObject = { [key: string]: unknown };

/** Judges one entry of a presentation. */
export type ShownCheck = (value: unknown, path: string, list: IssueList) => void;

const maximumMoves = 100_000;

/** An order drawn at random: every part once; `moves` are counted for rankings only. */
export function orderCheck(parts: readonly string[], isRanking: boolean): ShownCheck {
  const codes = new Set<unknown>(parts);
  return entryCheck(["shown", "moves"], (value, path, list) => {
    if (!isPermutation(own(value, "shown"), codes)) {
      list.add(`${path}/shown`, issueTexts.notTheOrderShown);
    }
    if (!Object.hasOwn(value, "moves")) return;
    if (!isRanking) list.add(`${path}/moves`, issueTexts.movesElsewhere);
    else if (!isWholeNumber(value.moves, maximumMoves))
      list.add(`${path}/moves`, issueTexts.notACount);
  });
}

/** The variant of a vignette. */
export function variantCheck(variants: readonly string[]): ShownCheck {
  const known = new Set<unknown>(variants);
  return entryCheck(["variant"], (value, path, list) => {
    if (!known.has(own(value, "variant"))) list.add(`${path}/variant`, issueTexts.unknownVariant);
  });
}

/** Refuses what is no object and keys that do not belong; `check` sees the rest. */
export function entryCheck(
  keys: readonly string[],
  check: (value: JsonObject, path: string, list: IssueList) => void,
): ShownCheck {
  return (value, path, list) => {
    if (!isJsonObject(value)) return list.add(path, issueTexts.notAnObject);
    check(value, path, list);
    for (const key of Object.keys(value)) {
      if (!keys.includes(key)) list.add(below(path, key), issueTexts.unknownPresentationKey);
    }
  };
}

/** A property that belongs to the object itself; nothing inherited. */
export function own(value: JsonObject, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A whole number from 0 to `most`. */
export function isWholeNumber(value: unknown, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;
}

function isPermutation(value: unknown, codes: ReadonlySet<unknown>): boolean {
  if (!Array.isArray(value) || value.length !== codes.size) return false;
  return new Set<unknown>(value).size === codes.size && value.every((code) => codes.has(code));
}
