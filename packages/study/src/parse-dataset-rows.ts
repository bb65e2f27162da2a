import type { DataDictionary, Variable } from "./dataset.ts";
import { missingReason } from "./dataset-cells.ts";
import { datasetIssue } from "./parse-dataset-issues.ts";
import type { Issue } from "./result.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const key = /^[0-9a-z-]{1,64}$/;
const wholeNumber = /^(0|[1-9][0-9]{0,8})$/;

/** Everything wrong with the cells of a dataset, row by row; paths are `file:row`, the header being row 1, as a spreadsheet counts. */
export function rowIssues(
  file: string,
  dictionary: DataDictionary,
  rows: readonly (readonly string[])[],
): Issue[] {
  const variables = dictionary.variables.map((variable) => ({
    name: variable.name,
    isAllowed: cellCheck(variable),
  }));
  const columnOf = new Map(dictionary.variables.map(({ name }, column) => [name, column]));
  const ids = new Set<string>();
  const issues: Issue[] = [];
  for (const [index, row] of rows.entries()) {
    const path = `${file}:${index + 2}`;
    if (row.length !== variables.length) {
      issues.push(datasetIssue.cellCount(path, variables.length, row.length));
      continue;
    }
    for (const [column, { name, isAllowed }] of variables.entries()) {
      const cell = row[column] ?? "";
      if (!isAllowed(cell)) issues.push(datasetIssue.cell(path, name, cell));
    }
    const id = row[columnOf.get("id") ?? 0] ?? "";
    if (ids.has(id)) issues.push(datasetIssue.repeatedId(path));
    ids.add(id);
    for (const { question, options } of dictionary.rankings) {
      const cells = options.map((option) => row[columnOf.get(option) ?? -1] ?? "");
      if (!isRanking(cells)) issues.push(datasetIssue.ranking(path, question));
    }
    for (const { question, sets } of dictionary.maxdiffs ?? []) {
      const cell = (name: string) => row[columnOf.get(`${question}.${name}`) ?? -1] ?? "";
      for (let set = 1; set <= sets; set += 1) {
        const [shown, best, worst] = ["shown", "best", "worst"].map((part) =>
          cell(`${set}.${part}`),
        );
        if (!isChoice(shown ?? "", best ?? "", worst ?? "")) {
          issues.push(datasetIssue.choice(path, question, set));
        }
      }
    }
  }
  return issues;
}

function cellCheck(variable: Variable): (cell: string) => boolean {
  const codes = new Set(variable.options?.map(({ code }) => code));
  const orMissing = (isAnswer: (cell: string) => boolean) => (cell: string) =>
    missingReason(cell) !== undefined || isAnswer(cell);
  switch (variable.type) {
    case "id":
      return (cell) => uuid.test(cell);
    case "language":
      return (cell) => codes.has(cell);
    case "rating":
    case "single":
    case "selected":
    case "pick":
      return orMissing((cell) => codes.has(cell));
    case "rank":
      return orMissing((cell) => wholeNumber.test(cell) && cell !== "0");
    case "count":
      return orMissing((cell) => wholeNumber.test(cell));
    case "order":
      return orMissing((cell) => cell.split("|").every((code) => codes.has(code)));
    case "key":
      return orMissing((cell) => key.test(cell));
    case "text":
      return orMissing((cell) => cell !== "" && !cell.startsWith("-"));
  }
}

/** Either nothing was placed, for one reason, or the placed options carry 1, 2, 3 … and all others are unranked. */
function isRanking(cells: readonly string[]): boolean {
  const ranks = cells.filter((cell) => missingReason(cell) === undefined).map(Number);
  const reasons = new Set(cells.map(missingReason).filter((reason) => reason !== undefined));
  if (ranks.length === 0) return reasons.size === 1;
  if (reasons.size > 0 && !(reasons.size === 1 && reasons.has("unranked"))) return false;
  return [...ranks].sort((a, b) => a - b).every((rank, index) => rank === index + 1);
}

/** The best and the worst, where given, are among what was shown, and differ. */
function isChoice(shown: string, best: string, worst: string): boolean {
  const options = missingReason(shown) === undefined ? shown.split("|") : [];
  const given = [best, worst].filter((cell) => missingReason(cell) === undefined);
  return given.every((cell) => options.includes(cell)) && new Set(given).size === given.length;
}
