import {
  type BadMaxDiffTask,
  type MaxDiffChoices,
  type MaxDiffTask,
  maxDiffChoices,
} from "@mehrwert/statistics";
import type { Issue, LocalizedText, Result } from "@mehrwert/study";
import { fewIssues, noColumnIssue, tableIssue, textTable } from "../text-table/text-table.ts";

/** Best–worst choices of a file, with the names of the items, in alphabetical order, and of the respondents. */
export type ChoicesSource = {
  fileName: string;
  items: string[];
  respondents: string[];
  choices: MaxDiffChoices;
};

const wanted = ["id", "set", "shown", "best", "worst"];

/**
 * Best–worst choices from a table with the columns id, set, shown, best and worst; `shown` separated by |.
 *
 * @returns everything that is wrong, by line
 */
export function choicesFromCsv(text: string, fileName: string): Result<ChoicesSource> {
  const table = textTable(text, fileName);
  if (!table.ok) return table;
  const { columns, rows } = table.value;
  const missing = wanted.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    return { ok: false, issues: missing.map((name) => noColumnIssue(fileName, name, columns)) };
  const places = new Map(wanted.map((name) => [name, columns.indexOf(name)]));
  const tasks = rows.map(({ line, cells }) => {
    const cell = (name: string) => cells[places.get(name) ?? -1] ?? "";
    const shown = cell("shown").split("|");
    const names = shown.map((name) => name.trim()).filter((name) => name !== "");
    return { line, id: cell("id"), shown: names, best: cell("best"), worst: cell("worst") };
  });
  const items = [...new Set(tasks.flatMap(({ shown }) => shown))].sort();
  const respondents = [...new Set(tasks.map(({ id }) => id))];
  if (items.length < 2) return { ok: false, issues: [tableIssue(fileName, tooFew, tooFewAdvice)] };
  const unnamed = tasks.filter(({ id, best, worst }) => id === "" || best === "" || worst === "");
  const emptyIssues = unnamed.map(({ line }) =>
    tableIssue(`${fileName}:${line}`, emptyField, lineAdvice),
  );
  const found = maxDiffChoices({
    itemCount: items.length,
    tasks: codedTasks(tasks, items, respondents),
  });
  const choiceIssues = found.ok
    ? []
    : found.badTasks.flatMap(({ task, problem }) => {
        const at = tasks[task];
        if (at === undefined || unnamed.includes(at)) return [];
        return [choiceIssue(`${fileName}:${at.line}`, problem, at)];
      });
  if (found.ok && emptyIssues.length === 0)
    return {
      ok: true,
      value: { fileName, items, respondents, choices: found.choices },
      warnings: [],
    };
  return { ok: false, issues: fewIssues([...emptyIssues, ...choiceIssues], fileName) };
}

type NamedTask = { id: string; shown: string[]; best: string; worst: string };

function codedTasks(
  tasks: readonly NamedTask[],
  items: readonly string[],
  respondents: readonly string[],
): MaxDiffTask[] {
  const itemAt = new Map(items.map((item, index) => [item, index]));
  const respondentAt = new Map(respondents.map((id, index) => [id, index]));
  return tasks.map(({ id, shown, best, worst }) => ({
    respondent: respondentAt.get(id) ?? 0,
    shown: shown.map((item) => itemAt.get(item) ?? -1),
    best: itemAt.get(best) ?? -1,
    worst: itemAt.get(worst) ?? -1,
  }));
}

function choiceIssue(path: string, problem: BadMaxDiffTask["problem"], task: NamedTask): Issue {
  const { best, worst, shown } = task;
  const stranger = [best, worst].find((item) => !shown.includes(item)) ?? "";
  const messages: Record<BadMaxDiffTask["problem"], LocalizedText> = {
    "best-is-worst": {
      de: `${best} ist zugleich als bestes und als schlechtestes gewählt.`,
      en: `${best} is chosen as best and as worst at once.`,
    },
    "item-repeated": {
      de: "Unter shown steht dasselbe zweimal.",
      en: "shown names the same item twice.",
    },
    "item-unknown": {
      de: `${stranger} ist gewählt, steht aber nicht unter shown.`,
      en: `${stranger} is chosen, but shown does not name it.`,
    },
    "not-among-shown": {
      de: `${stranger} ist gewählt, steht aber nicht unter shown.`,
      en: `${stranger} is chosen, but shown does not name it.`,
    },
    "too-few-shown": {
      de: "Unter shown stehen weniger als zwei.",
      en: "shown names fewer than two items.",
    },
  };
  return tableIssue(path, messages[problem], lineAdvice);
}

const lineAdvice: LocalizedText = {
  de: "Berichtigen oder entfernen Sie die Zeile; id, best und worst sind Pflicht, shown trennt mit |.",
  en: "Correct or remove the line; id, best and worst are required, shown separates with |.",
};
const emptyField: LocalizedText = {
  de: "id, best oder worst ist leer.",
  en: "id, best or worst is empty.",
};
const tooFew: LocalizedText = {
  de: "Die Datei zeigt weniger als zwei verschiedene Optionen.",
  en: "The file shows fewer than two different options.",
};
const tooFewAdvice: LocalizedText = {
  de: "Jede Zeile nennt unter shown, was gezeigt wurde, getrennt durch |.",
  en: "Each line names under shown what was shown, separated by |.",
};
