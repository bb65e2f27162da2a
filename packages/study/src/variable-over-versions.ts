import { canonicalJson } from "./canonical-json.ts";
import type { Variable } from "./dataset.ts";
import type { LocalizedText } from "./localized-text.ts";

/** A variable as one version has it. */
export type VersionedVariable = { version: string; variable: Variable };

/**
 * One variable for all versions that share it, newest first: the newest texts, the options of all, and what the texts
 * were before. `isEarlier`: a later version has the same name for something else, so this one says until when it held.
 * `lastVersion`: absent where there is but one. What the last version no longer asks, or asks in another sense, has no part in scores: they follow the last version.
 */
export function variableOverVersions(
  group: readonly VersionedVariable[],
  isEarlier: boolean,
  lastVersion: string | undefined,
): Variable {
  const [newest, ...older] = group;
  if (newest === undefined) throw new RangeError("a variable needs a version that asks it");
  const { variable, version } = newest;
  if (lastVersion === undefined) return variable;
  const isScoredNoMore = variable.construct !== undefined && version !== lastVersion;
  const options = unionByCode(group.map((each) => each.variable.options ?? []));
  const missingOptions = unionByCode(group.map((each) => each.variable.missingOptions ?? []));
  const earlierWordings = wordingsBefore(newest, older);
  return {
    ...variable,
    ...(options.length > 0 && { options }),
    ...(missingOptions.length > 0 && { missingOptions }),
    ...(isEarlier && namedAsOf(variable, version)),
    ...(isScoredNoMore && { scored: false }),
    versions: group.map((each) => each.version).reverse(),
    ...(earlierWordings.length > 0 && { earlierWordings }),
  };
}

function namedAsOf({ name, question, questionText, label }: Variable, version: string) {
  const until = (text: LocalizedText) => ({
    de: `${text.de} (bis Fassung ${version})`,
    en: `${text.en} (up to version ${version})`,
  });
  const isOfQuestion = question !== undefined && name.startsWith(`${question}.`);
  return {
    name: isOfQuestion
      ? `${question}@${version}${name.slice(question.length)}`
      : `${name}@${version}`,
    ...(question !== undefined && { question: `${question}@${version}` }),
    ...(questionText !== undefined && { questionText: until(questionText) }),
    label: until(label),
  };
}

function unionByCode<T extends { code: string }>(lists: readonly (readonly T[])[]): T[] {
  const union = new Map<string, T>();
  for (const option of lists.flat()) {
    if (!union.has(option.code)) union.set(option.code, option);
  }
  return [...union.values()];
}

type Wording = NonNullable<Variable["earlierWordings"]>[number];

function wordingsBefore(newest: VersionedVariable, older: readonly VersionedVariable[]): Wording[] {
  const wordings = new Map<string, Wording>();
  for (const { version, variable } of older) {
    const words = wordsOf(variable, newest.variable);
    if (words === undefined) continue;
    const key = canonicalJson(words);
    const versions = [version, ...(wordings.get(key)?.versions ?? [])];
    wordings.set(key, { versions, ...words });
  }
  return [...wordings.values()].reverse();
}

/** The words of a variable, if they differ from the newest; of options only those in other words. */
function wordsOf(before: Variable, newest: Variable): Omit<Wording, "versions"> | undefined {
  const options = (before.options ?? []).flatMap(({ code, label }) => {
    const now = newest.options?.find((option) => option.code === code)?.label;
    return now === undefined || isSame(now, label) ? [] : [{ code, label }];
  });
  const isAsked =
    isSame(before.label, newest.label) &&
    isSame(before.questionText ?? before.label, newest.questionText ?? newest.label);
  if (isAsked && options.length === 0) return undefined;
  return {
    ...(before.questionText !== undefined && { questionText: before.questionText }),
    label: before.label,
    ...(options.length > 0 && { options }),
  };
}

function isSame(one: LocalizedText, other: LocalizedText): boolean {
  return one.de === other.de && one.en === other.en;
}
