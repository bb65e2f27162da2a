import type { DataDictionary, LocalizedText } from "@mehrwert/study";

/** What variables, constructs and indices are called, by the name that indices use. */
export function scoreLabels(dictionary: DataDictionary): ReadonlyMap<string, LocalizedText> {
  return new Map([
    ...dictionary.variables.map(({ name, label }) => [name, label] as const),
    ...dictionary.constructs.map(({ id, label }) => [id, label] as const),
    ...(dictionary.indices ?? []).map(({ id, label }) => [id, label] as const),
  ]);
}
