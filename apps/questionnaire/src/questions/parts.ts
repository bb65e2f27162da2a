import type { Answer } from "@mehrwert/study";

/** A stored code. */
export type Code = string | number;

/** What is answered of a question with rows or parts, by key (`<row>` or `<row>.<part>`); nothing yet is empty. */
export type Parts = { [key: string]: Code };

/** The parts answered so far. */
export function partsOf(value: Answer | undefined): Parts {
  return typeof value === "object" && !Array.isArray(value) ? value : {};
}

/** The answer after one part was given or, with `undefined`, taken back; without any part there is no answer. */
export function partsAfter(parts: Parts, key: string, code: Code | undefined): Parts | undefined {
  const { [key]: _before, ...others } = parts;
  const next = code === undefined ? others : { ...others, [key]: code };
  return Object.keys(next).length > 0 ? next : undefined;
}
