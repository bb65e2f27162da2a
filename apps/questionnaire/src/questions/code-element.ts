import { normalisedElement } from "@mehrwert/privacy";
import type { QuestionOf } from "@mehrwert/study";

/** One element of a self-generated code. */
export type CodeElement = QuestionOf<"code">["elements"][number];

/** Whether what was typed is an element of its kind: one letter, a day of two digits from 01 to 31, one digit. */
export function isElement(kind: CodeElement["kind"], typed: string): boolean {
  const text = normalisedElement(typed);
  if (kind === "letter") return [...typed.trim()].length === 1 && /^\p{Letter}+$/u.test(text);
  return kind === "day" ? /^(0[1-9]|[12]\d|3[01])$/.test(text) : /^\d$/.test(text);
}

/** A day typed as one digit, as two; everything else as it is. */
export function tidyElement(kind: CodeElement["kind"], typed: string): string {
  const text = typed.trim();
  return kind === "day" && /^[1-9]$/.test(text) ? `0${text}` : text;
}
