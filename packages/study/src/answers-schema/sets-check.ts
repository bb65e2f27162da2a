import type { QuestionOf } from "../instrument.ts";
import { type MaxdiffVersion, maxdiffVersions } from "../maxdiff-design.ts";
import { issueTexts } from "./issue-texts.ts";
import type { IssueList } from "./issues.ts";
import { entryCheck, isWholeNumber, own, type ShownCheck } from "./shown-checks.ts";

/**
 * The version and the sets of a MaxDiff question.
 *
 * Options are dealt into the places of a version anew for each participant, and sets and positions are shuffled.
 * So the sets fit their version if set sizes, how often the options appear and how often pairs meet are those
 * of the version, whichever option it is. (Necessary, and enough to find what was invented or mixed up.)
 */
export function setsCheck(question: QuestionOf<"maxdiff">): ShownCheck {
  const versions = maxdiffVersions(question);
  const options = new Map<unknown, number>(question.choices.map(({ value }, at) => [value, at]));
  const shapes = new Map<number, string>();
  return entryCheck(["version", "sets"], (value, path, list) => {
    const [number, sets] = [own(value, "version"), own(value, "sets")];
    if (!isWholeNumber(number, versions.length - 1)) {
      return list.add(`${path}/version`, issueTexts.unknownVersion);
    }
    const shape = shapes.get(number) ?? shapeOf(versions[number] ?? [], options.size);
    shapes.set(number, shape);
    const places = placesIn(sets, options);
    if (places === undefined || shapeOf(places, options.size) !== shape) {
      list.add(`${path}/sets`, issueTexts.notTheSets);
    }
  });
}

/** The sets as places of options; undefined if they are no lists of different known options. */
function placesIn(
  sets: unknown,
  options: ReadonlyMap<unknown, number>,
): MaxdiffVersion | undefined {
  if (!Array.isArray(sets) || sets.length > 40) return undefined;
  const all: number[][] = [];
  for (const set of sets) {
    if (!Array.isArray(set) || set.length > options.size) return undefined;
    const places = set.flatMap((option: unknown) => options.get(option) ?? []);
    if (places.length < set.length || new Set(places).size < places.length) return undefined;
    all.push(places);
  }
  return all;
}

/** What stays the same however options are dealt and sets are shuffled. */
function shapeOf(sets: MaxdiffVersion, options: number): string {
  const met = new Array<number>(options * options).fill(0);
  for (const set of sets) {
    for (const one of set) {
      for (const other of set) {
        const at = one * options + other;
        met[at] = (met[at] ?? 0) + 1;
      }
    }
  }
  const profiles = Array.from({ length: options }, (_, one) => {
    const row = met.slice(one * options, (one + 1) * options);
    const others = row.filter((_count, other) => other !== one).sort((a, b) => a - b);
    return `${row[one]}:${others.join()}`;
  });
  const sizes = sets.map(({ length }) => length).sort((a, b) => a - b);
  return `${sizes.join()} ${profiles.sort().join(" ")}`;
}

/** Reports choices from sets that do not hold them; `answer` and `shown` have been found sound. */
export function checkChosenInSets(
  answer: { [key: string]: unknown },
  shown: { [key: string]: unknown },
  path: string,
  list: IssueList,
): void {
  const { sets } = shown;
  if (!Array.isArray(sets)) return;
  for (const key of Object.keys(answer)) {
    const set: unknown = sets[Number.parseInt(key, 10) - 1];
    if (!Array.isArray(set) || !set.includes(answer[key])) {
      list.add(`${path}/${key}`, issueTexts.notInSet);
    }
  }
}
