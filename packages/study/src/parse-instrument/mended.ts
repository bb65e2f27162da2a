import type { z } from "zod";

/**
 * A copy of the file in which unknown keys are left out and missing translations are filled with their place, so
 * that the lint can read on. Never an instrument to field: its file is refused all the same.
 */
export function withoutShapeFaults(json: unknown, faults: readonly z.core.$ZodIssue[]): unknown {
  const copy: unknown = structuredClone(json);
  for (const fault of faults) {
    if (fault.code === "unrecognized_keys") {
      const owner = valueAt(copy, fault.path);
      for (const key of fault.keys) if (isObject(owner)) delete owner[key];
    }
    const last = fault.path.at(-1);
    if (last === "de" || last === "en") {
      const owner = valueAt(copy, fault.path.slice(0, -1));
      if (isObject(owner)) owner[last] = fault.path.map(String).join("/");
    }
  }
  return copy;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) found = isObject(found) ? found[key] : undefined;
  return found;
}

function isObject(value: unknown): value is { [key: PropertyKey]: unknown } {
  return typeof value === "object" && value !== null;
}
