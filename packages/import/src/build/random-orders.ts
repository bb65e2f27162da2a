import { conditionVariables, parseCondition } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type { BuiltPage } from "./built-question.ts";
import type { BuildContext } from "./context.ts";
import type { Routing } from "./routing.ts";

/** Longest list whose order drawn for a participant can be stored with the answers. */
export const longestRandomList = 64;

/** Keeps random orders of questions and pages only where nothing depends on a neighbour that may come later. */
export function settledOrders(
  pages: readonly BuiltPage[],
  routing: Routing,
  { report }: BuildContext,
): BuiltPage[] {
  const kept = pages.map((page) => {
    const names = page.questions.map(({ question }) => question.name);
    const isFree = !names.some((name) => looksAt([routing.questions.get(name)], names));
    if (!page.isRandom || (isFree && names.length > 1)) return page;
    if (!isFree) report.leaveOut(page.where, orderOfQuestions, dependence);
    return { ...page, isRandom: false };
  });
  const tied = new Set(kept.flatMap((page) => (isTied(page, kept, routing) ? [page.block] : [])));
  return kept.map(({ block, ...page }) => {
    if (block === undefined || !tied.has(block)) {
      return block === undefined ? page : { ...page, block };
    }
    report.leaveOut(page.where, orderOfPages, dependence);
    return page;
  });
}

/** Whether a page of a block depends on another page of it. */
function isTied(page: BuiltPage, pages: readonly BuiltPage[], routing: Routing): boolean {
  if (page.block === undefined) return false;
  const others = pages
    .filter((other) => other !== page && other.block === page.block)
    .flatMap((other) => other.questions.map(({ question }) => question.name));
  const conditions = [
    routing.pages.get(page.name),
    ...page.questions.map(({ question }) => routing.questions.get(question.name)),
  ];
  return looksAt(conditions, others);
}

function looksAt(conditions: readonly (string | undefined)[], names: readonly string[]): boolean {
  return conditions
    .flatMap((text) => (text === undefined ? [] : conditionVariables(parseCondition(text))))
    .some((variable) => names.includes(variable));
}

const orderOfQuestions = say(
  "zufällige Reihenfolge der Fragen einer Seite",
  "random order of the questions of a page",
);
const orderOfPages = say("zufällige Reihenfolge von Seiten", "random order of pages");
const dependence = say(
  "Eine hängt von einer anderen ab. Trennen Sie sie, wenn die Reihenfolge zufällig sein soll.",
  "One depends on another. Part them if their order is to be random.",
);
