import type { RawChange, Step } from "./raw-change.ts";

/** Where a change lies, as the rules ask for it. */
export type ChangePlace = {
  /** The part of the instrument at the top: `questions`, `pages`, `constructs`, `title`. */
  top: string;
  /** The list or property at the end: `columns`, `visibleIf`. */
  last: string;
  /** The list the change is in or about; inside a part the last list on the way. */
  list: string;
  key: string | undefined;
  question: string | undefined;
  /** A point of a response scale, not a column of a roster. */
  isAnchor: boolean;
};

const anchorLists = new Set(["columns", "bands", "weights", "options"]);
const anchorTexts = new Set(["lowest", "highest", "unit"]);

/** Reads a path; `typeOf` gives the type of a question. */
export function changePlace(
  { path }: RawChange,
  typeOf: (question: string) => string | undefined,
): ChangePlace {
  const name = (step: Step | undefined) =>
    step === undefined ? "" : "list" in step ? step.list : step.property;
  const lists = path.flatMap((step) => ("list" in step ? [step] : []));
  const top = name(path[0]);
  const last = name(path.at(-1));
  const question = top === "questions" ? lists[0]?.key : undefined;
  const innermost = lists.at(-1);
  const list = anchorLists.has(last) ? last : (innermost?.list ?? "");
  const isRosterColumn =
    list === "columns" && question !== undefined && typeOf(question) === "roster";
  const isAnchor = (anchorLists.has(list) && !isRosterColumn) || anchorTexts.has(last);
  return { top, last, list, key: innermost?.key, question, isAnchor };
}
