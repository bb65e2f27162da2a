import type { LocalizedText } from "@mehrwert/study";
import type { Covariate } from "../covariates/covariate.ts";
import type { ComparedGroup, ComparisonGroups } from "./ranking-comparison.ts";

type Part = { codes: string[]; label: LocalizedText; rows: number[]; n: number };

/**
 * Groups of respondents by their answer, none smaller than the minimum.
 *
 * A scale with more than two points is cut where the two parts are most alike in size. Answers of a choice that too few
 * gave are put together if that makes them enough, and left out otherwise.
 */
export function comparisonGroups(
  covariate: Covariate,
  minimum: number,
  counts?: ArrayLike<number>,
): ComparisonGroups {
  const parts = covariate.options.map(({ code, label }): Part => {
    return { codes: [code], label, rows: [], n: 0 };
  });
  const partOf = new Map(parts.map((part) => [part.codes[0], part]));
  let missing = 0;
  for (const [row, code] of covariate.values.entries()) {
    const part = partOf.get(code);
    const count = counts?.[row] ?? 1;
    if (part === undefined) missing += count;
    else {
      part.rows.push(row);
      part.n += count;
    }
  }
  const isCut = covariate.kind === "rating" && parts.length > 2;
  const divided = isCut ? cutInTwo(parts) : parts;
  const large = divided.filter(({ n }) => n >= minimum);
  const small = divided.filter(({ n }) => n < minimum && n > 0);
  const together = joined(small);
  const isMerged = !isCut && small.length > 1 && together.n >= minimum;
  return {
    groups: [...large, ...(isMerged ? [together] : [])].map(comparedGroup),
    leftOut: isMerged ? [] : small.map(({ label }) => label),
    merged: isMerged ? small.map(({ label }) => label) : [],
    ...{ isCut, missing, minimum },
  };
}

function comparedGroup({ codes, label, rows, n }: Part): ComparedGroup {
  return { name: codes.join("+"), label, n, rows };
}

function joined(parts: readonly Part[]): Part {
  const text = (language: "de" | "en") => parts.map(({ label }) => label[language]).join(" / ");
  return {
    codes: parts.flatMap(({ codes }) => codes),
    label: { de: text("de"), en: text("en") },
    rows: parts.flatMap(({ rows }) => rows).sort((a, b) => a - b),
    n: parts.reduce((sum, { n }) => sum + n, 0),
  };
}

function cutInTwo(parts: readonly Part[]): Part[] {
  const cuts = parts.slice(1).map((_, index) => {
    return [joined(parts.slice(0, index + 1)), joined(parts.slice(index + 1))] as const;
  });
  const unevenness = ([low, high]: readonly [Part, Part]) => Math.abs(low.n - high.n);
  const [best] = [...cuts].sort((a, b) => unevenness(a) - unevenness(b));
  if (best === undefined) return [];
  return best.map((part) => ({ ...part, label: spanOf(part.label, part.codes) }));
}

/** "2–4" instead of the labels of all points. */
function spanOf(label: LocalizedText, codes: readonly string[]): LocalizedText {
  const [first, last] = [codes[0], codes.at(-1)];
  const span = first === last ? `${first}` : `${first}–${last}`;
  if (codes.length === 1) return label;
  return { de: `Antwort ${span}`, en: `answer ${span}` };
}
