import type { QuestionOf } from "../instrument.ts";
import { maxdiffVersions } from "../maxdiff-design.ts";
import { issueTexts } from "./issue-texts.ts";
import { below, type IssueList, isJsonObject } from "./issues.ts";
import { codeCheck, hashCheck, textCheck, type ValueCheck } from "./value-checks.ts";

type Keyed = { [key: string]: unknown };
type WholeCheck = (answer: Keyed, pointer: string, list: IssueList) => void;

/**
 * An answer of several values under known keys, at least one; `whole` judges what no single value shows,
 * and is asked only about answers whose keys are all known.
 */
function keyedCheck(checks: ReadonlyMap<string, ValueCheck>, whole?: WholeCheck): ValueCheck {
  return (answer, pointer, list) => {
    if (!isJsonObject(answer)) return list.add(pointer, issueTexts.notAnObject);
    const keys = Object.keys(answer);
    if (keys.length === 0) return list.add(pointer, issueTexts.empty);
    let areKnown = true;
    for (const key of keys) {
      const check = checks.get(key);
      if (check !== undefined) check(answer[key], `${pointer}/${key}`, list);
      else {
        areKnown = false;
        list.add(below(pointer, key), issueTexts.unknownRow);
      }
    }
    if (areKnown) whole?.(answer, pointer, list);
  };
}

/** Compiles the check of a matrix: a code of the columns per row. */
export function matrixCheck({ rows, columns }: QuestionOf<"matrix">): ValueCheck {
  const check = codeCheck(columns);
  return keyedCheck(new Map(rows.map(({ value }) => [value, check])));
}

/** Compiles the check of a double rating: a code of each rating per row. */
export function doubleRatingCheck({ rows, ratings }: QuestionOf<"double-rating">): ValueCheck {
  return keyedCheck(new Map(ratingChecks(rows, ratings)));
}

/** Compiles the check of a vignette: a code per row, each row with its own columns. */
export function vignetteCheck({ rows }: QuestionOf<"vignette">): ValueCheck {
  return keyedCheck(new Map(rows.map(({ value, columns }) => [value, codeCheck(columns)])));
}

/** Compiles the check of a roster: columns only of the entries that were chosen. */
export function rosterCheck({ entries, columns }: QuestionOf<"roster">): ValueCheck {
  const chosen = codeCheck([{ value: 1 }]);
  const checks = columns.map(({ value, choices }) => ({ value, check: codeCheck(choices) }));
  const entryOf = new Map<string, string>();
  const all = new Map<string, ValueCheck>();
  for (const { value: entry } of entries) {
    all.set(entry, chosen);
    for (const { value, check } of checks) {
      all.set(`${entry}.${value}`, check);
      entryOf.set(`${entry}.${value}`, entry);
    }
  }
  return keyedCheck(all, (answer, pointer, list) => {
    for (const key of Object.keys(answer)) {
      const entry = entryOf.get(key);
      if (entry !== undefined && !Object.hasOwn(answer, entry)) {
        list.add(`${pointer}/${key}`, issueTexts.entryNotChosen);
      }
    }
  });
}

/** Compiles the check of a MaxDiff question, but for what was in the sets; see `presentationCheck`. */
export function maxdiffCheck(question: QuestionOf<"maxdiff">): ValueCheck {
  const check = codeCheck(question.choices);
  const most = Math.max(...maxdiffVersions(question).map((sets) => sets.length));
  const keys = Array.from({ length: most }, (_, set) => [`${set + 1}.best`, `${set + 1}.worst`]);
  return keyedCheck(new Map(keys.flat().map((key) => [key, check])), (answer, pointer, list) => {
    for (const [best = "", worst = ""] of keys) {
      const hasBest = Object.hasOwn(answer, best);
      if (hasBest !== Object.hasOwn(answer, worst)) {
        list.add(`${pointer}/${hasBest ? worst : best}`, issueTexts.halfASet);
      } else if (hasBest && answer[best] === answer[worst]) {
        list.add(`${pointer}/${worst}`, issueTexts.bestIsWorst);
      }
    }
  });
}

/** Compiles the check of a self-generated code: all its hashes, nothing else. */
export function codeQuestionCheck({ elements }: QuestionOf<"code">): ValueCheck {
  const keys = ["code", ...elements.map(({ value }) => `without-${value}`)];
  return keyedCheck(new Map(keys.map((key) => [key, hashCheck])), (answer, pointer, list) => {
    for (const key of keys) {
      if (!Object.hasOwn(answer, key)) list.add(`${pointer}/${key}`, issueTexts.hashMissing);
    }
  });
}

/** Compiles the check of a Delphi round: a code of each rating per statement, and a reason. */
export function statementRoundCheck(question: QuestionOf<"statement-round">): ValueCheck {
  const { statements, ratings, reason } = question;
  const checkReason = textCheck(reason.maxLength);
  return keyedCheck(
    new Map([
      ...ratingChecks(statements, ratings),
      ...statements.map(({ value }) => [`${value}.reason`, checkReason] as const),
    ]),
  );
}

/** Compiles the check of a decision: a code and a weight per criterion. */
export function decisionCheck({ criteria, columns, weights }: QuestionOf<"decision">): ValueCheck {
  const [check, checkWeight] = [codeCheck(columns), codeCheck(weights)];
  return keyedCheck(
    new Map(
      criteria.flatMap(({ value }) => [
        [value, check] as const,
        [`${value}.weight`, checkWeight] as const,
      ]),
    ),
  );
}

function ratingChecks(
  rows: readonly { value: string }[],
  ratings: QuestionOf<"statement-round">["ratings"],
): (readonly [string, ValueCheck])[] {
  const checks = ratings.map(({ value, columns }) => ({ value, check: codeCheck(columns) }));
  return rows.flatMap(({ value: row }) =>
    checks.map(({ value, check }) => [`${row}.${value}`, check] as const),
  );
}
