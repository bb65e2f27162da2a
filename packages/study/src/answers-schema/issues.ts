import type { Issue } from "../result.ts";
import type { IssueText } from "./issue-texts.ts";

/** A hostile input can be wrong in a million places; nobody reads more than these. */
export const maximumIssues = 100;

/** Where a checker reports to. */
export type IssueList = { readonly issues: Issue[]; add(path: string, text: IssueText): void };

/** An empty list that stops growing at `maximumIssues`. */
export function issueList(): IssueList {
  const issues: Issue[] = [];
  return {
    issues,
    add(path, { message, advice }) {
      if (issues.length < maximumIssues) issues.push({ path, severity: "error", message, advice });
    },
  };
}

/**
 * One step down a JSON pointer in its URI form. A key from outside is cut to 64 characters and escaped,
 * so that a pointer is always short, printable and well-formed.
 */
export function below(pointer: string, key: string | number): string {
  if (typeof key === "number" || /^[a-z0-9-]{1,64}$/.test(key)) return `${pointer}/${key}`;
  const cut = key.slice(0, 64).replace(/\p{Surrogate}/gu, "\uFFFD");
  return `${pointer}/${encodeURIComponent(cut.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
}

/** A JSON object: not a list, not null. */
export function isJsonObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
