/** One task: items shown (indices), the one chosen as best and the one chosen as worst; `respondent` counts from 0. */
export type MaxDiffTask = {
  respondent: number;
  shown: readonly number[];
  best: number;
  worst: number;
};

/** Equal tasks with equal answers, once, with how often; `shown` ascending. */
export type MaxDiffTerm = { shown: readonly number[]; best: number; worst: number; count: number };

/** Best–worst choices, validated once; made by `maxDiffChoices`. */
export type MaxDiffChoices = {
  itemCount: number;
  respondentCount: number;
  tasks: readonly MaxDiffTask[];
  terms: readonly MaxDiffTerm[];
  /** Which of the terms each task is. */
  termOfTask: Uint32Array;
};

/** A task that is no best–worst choice, by its place in the list. */
export type BadMaxDiffTask = {
  task: number;
  problem: "best-is-worst" | "item-repeated" | "item-unknown" | "not-among-shown" | "too-few-shown";
};

/**
 * Takes best–worst choices in; a bad task is refused and named, never repaired.
 *
 * @throws RangeError if the item count is not a whole number from 2 or a respondent is not a whole number from 0
 * @returns ok with the choices, or all bad tasks
 * @example maxDiffChoices({ itemCount: 3, tasks: [{ respondent: 0, shown: [0, 1, 2], best: 0, worst: 2 }] })
 */
export function maxDiffChoices(input: {
  itemCount: number;
  tasks: readonly MaxDiffTask[];
}): { ok: true; choices: MaxDiffChoices } | { ok: false; badTasks: BadMaxDiffTask[] } {
  const { itemCount, tasks } = input;
  if (!Number.isInteger(itemCount) || itemCount < 2)
    throw new RangeError("maxDiffChoices requires at least two items");
  if (tasks.some(({ respondent }) => !Number.isInteger(respondent) || respondent < 0))
    throw new RangeError("maxDiffChoices requires respondents counted from 0");
  const badTasks = tasks.flatMap((task, index) => {
    const problem = problemOf(task, itemCount);
    return problem === undefined ? [] : [{ task: index, problem }];
  });
  if (badTasks.length > 0) return { ok: false, badTasks };
  const respondentCount = new Set(tasks.map(({ respondent }) => respondent)).size;
  return { ok: true, choices: { itemCount, respondentCount, tasks, ...termsOf(tasks) } };
}

function problemOf(task: MaxDiffTask, itemCount: number): BadMaxDiffTask["problem"] | undefined {
  const { shown, best, worst } = task;
  if (shown.some((item) => !Number.isInteger(item) || item < 0 || item >= itemCount))
    return "item-unknown";
  if (new Set(shown).size !== shown.length) return "item-repeated";
  if (shown.length < 2) return "too-few-shown";
  if (!shown.includes(best) || !shown.includes(worst)) return "not-among-shown";
  return best === worst ? "best-is-worst" : undefined;
}

function termsOf(tasks: readonly MaxDiffTask[]): { terms: MaxDiffTerm[]; termOfTask: Uint32Array } {
  const found = new Map<string, MaxDiffTerm>();
  const keys = tasks.map((task) => {
    const shown = [...task.shown].sort((a, b) => a - b);
    const key = `${shown.join(" ")}:${task.best}:${task.worst}`;
    const term = found.get(key);
    if (term === undefined) found.set(key, { shown, best: task.best, worst: task.worst, count: 1 });
    else term.count += 1;
    return key;
  });
  // Sorted, so that the order of respondents leaves no trace in sums.
  const sorted = [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const places = new Map(sorted.map(([key], place) => [key, place]));
  return {
    terms: sorted.map(([, term]) => term),
    termOfTask: Uint32Array.from(keys, (key) => places.get(key) ?? 0),
  };
}
