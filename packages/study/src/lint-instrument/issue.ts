import type { Issue } from "../result.ts";

/** One sentence in German and in English. */
type Sentence = readonly [de: string, en: string];

/** An issue that refuses the instrument. */
export function error(path: string, message: Sentence, advice: Sentence): Issue {
  return issue("error", path, message, advice);
}

/** An issue that lets the instrument pass and is shown. */
export function warning(path: string, message: Sentence, advice: Sentence): Issue {
  return issue("warning", path, message, advice);
}

function issue(severity: Issue["severity"], path: string, message: Sentence, advice: Sentence) {
  return {
    path,
    severity,
    message: { de: message[0], en: message[1] },
    advice: { de: advice[0], en: advice[1] },
  };
}

/**
 * A JSON pointer (RFC 6901) to a place in the instrument file; empty for the whole file.
 *
 * @example pointer("mehrwert", "items", 3) // "/mehrwert/items/3"
 */
export function pointer(...segments: (string | number)[]): string {
  return segments
    .map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}
