import { Invalid, type Issue } from "@mehrwert/study";
import { Refusal } from "../problems/refusal.ts";
import { jsonPointer } from "./json-pointer.ts";

/** Deeper than any survey response: response, answers, one answer, one row. */
const deepestNesting = 16;

/** Keys that mean something to JavaScript objects; no question is ever called so. */
const forbiddenKeys = ["__proto__", "constructor", "prototype"];

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Where the string that begins at a quotation mark ends: at the next one that no backslash takes the meaning from. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}

/**
 * Looks through text without recursion and gives how many members its objects name: the colons outside of strings.
 * Refuses text whose brackets nest too deeply.
 */
function namedMembers(text: string): number {
  let depth = 0;
  let members = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === ":") members += 1;
    else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
    if (depth > deepestNesting) throw new Refusal("malformed");
  }
  return members;
}

/** How many members the objects of a parsed value have. */
function keptMembers(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inner = Object.values(value);
  let members = Array.isArray(value) ? 0 : inner.length;
  for (const one of inner) members += keptMembers(one);
  return members;
}

function forbiddenKeyIssues(value: unknown, path: readonly string[]): Issue[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const innerPath = [...path, key];
    const below = forbiddenKeyIssues(inner, innerPath);
    if (!forbiddenKeys.includes(key)) return below;
    const issue: Issue = {
      path: jsonPointer(innerPath),
      severity: "error",
      message: { de: "Dieser Name ist nicht erlaubt.", en: "This name is not allowed." },
      advice: { de: "Lassen Sie die Angabe weg.", en: "Leave the entry out." },
    };
    return [issue, ...below];
  });
}

/** Whether a forbidden name can be in there at all: only as it is or behind an escape. */
const mayHoldForbiddenKey = (text: string) =>
  text.includes("\\u") || forbiddenKeys.some((key) => text.includes(key));

/**
 * The value of a JSON text. Refused are bytes that are not UTF-8, not JSON, nested too deeply, or name a member of an
 * object twice, because readers differ in which one counts (`malformed`); and names that could reach into an object's
 * prototype (`invalid`).
 */
export function readJsonText(bytes: ArrayBuffer): unknown {
  let text: string;
  let value: unknown;
  let members: number;
  try {
    text = utf8.decode(bytes);
    members = namedMembers(text);
    value = JSON.parse(text);
  } catch {
    throw new Refusal("malformed");
  }
  if (keptMembers(value) !== members) throw new Refusal("malformed");
  const issues = mayHoldForbiddenKey(text) ? forbiddenKeyIssues(value, []) : [];
  if (issues.length > 0) throw new Invalid("forbidden name in JSON", issues);
  return value;
}
