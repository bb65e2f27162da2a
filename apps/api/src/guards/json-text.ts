import { Invalid, type Issue } from "@mehrwert/study";
import { Refusal } from "../problems/refusal.ts";
import { jsonPointer } from "./json-pointer.ts";

/** Deeper than any survey response: response, answers, one answer, one row. */
const deepestNesting = 16;

/** Keys that mean something to JavaScript objects; no question is ever called so. */
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/** Refuses text whose brackets nest too deeply, without recursion. Brackets inside strings do not count. */
function refuseDeepNesting(text: string): void {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
    if (depth > deepestNesting) throw new Refusal("malformed");
  }
}

function forbiddenKeyIssues(value: unknown, path: readonly string[]): Issue[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const innerPath = [...path, key];
    const below = forbiddenKeyIssues(inner, innerPath);
    if (!forbiddenKeys.has(key)) return below;
    const issue: Issue = {
      path: jsonPointer(innerPath),
      severity: "error",
      message: { de: "Dieser Name ist nicht erlaubt.", en: "This name is not allowed." },
      advice: { de: "Lassen Sie die Angabe weg.", en: "Leave the entry out." },
    };
    return [issue, ...below];
  });
}

/**
 * Refuses bytes that are not UTF-8, not JSON, or nested too deeply (`malformed`),
 * and names that could reach into an object's prototype (`invalid`).
 */
export function checkJsonText(bytes: ArrayBuffer): void {
  let value: unknown;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    refuseDeepNesting(text);
    value = JSON.parse(text);
  } catch {
    throw new Refusal("malformed");
  }
  const issues = forbiddenKeyIssues(value, []);
  if (issues.length > 0) throw new Invalid("forbidden name in JSON", issues);
}
