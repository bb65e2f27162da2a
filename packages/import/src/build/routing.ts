import { conditionReferences, parseCondition } from "@mehrwert/study";
import { say } from "../refusal.ts";
import { claimedQuestions, type SourceCondition } from "../source-condition.ts";
import type { BuiltPage, BuiltQuestion } from "./built-question.ts";
import { conditionText, type FindQuestion, withoutOuterBrackets } from "./condition-text.ts";
import type { BuildContext } from "./context.ts";

/** Conditions of pages and questions, ready for the instrument, by the name of each. */
export type Routing = { pages: Map<string, string>; questions: Map<string, string> };

/**
 * Translates every condition. One that cannot be said, or that looks ahead to a later question, is left out and
 * reported with its wording: what it governed is then always shown.
 */
export function routingOf(pages: readonly BuiltPage[], context: BuildContext): Routing {
  const order = new Map<string, number>();
  const byCode = new Map<string, BuiltQuestion>();
  for (const built of pages.flatMap((page) => page.questions)) {
    order.set(built.question.name, order.size);
    if (!byCode.has(built.code)) byCode.set(built.code, built);
  }
  const find: FindQuestion = (code) => byCode.get(code);
  const routing: Routing = { pages: new Map(), questions: new Map() };
  for (const page of pages) {
    const [first] = page.questions;
    if (first === undefined) continue;
    const pageStart = order.get(first.question.name) ?? 0;
    const scope = { find, order, before: pageStart, where: page.where };
    const text = translated(page.condition, scope, context);
    if (text !== undefined) routing.pages.set(page.name, text);
    for (const { question, condition, where } of page.questions) {
      const before = order.get(question.name) ?? 0;
      const own = translated(condition, { find, order, before, where }, context);
      if (own !== undefined) routing.questions.set(question.name, own);
    }
  }
  return routing;
}

type Scope = {
  find: FindQuestion;
  order: ReadonlyMap<string, number>;
  before: number;
  where: string;
};

function translated(
  condition: SourceCondition | undefined,
  { find, order, before, where }: Scope,
  { report }: BuildContext,
): string | undefined {
  if (condition === undefined) return undefined;
  const built = conditionText(condition.claim, find);
  const was = say(`Bedingung: ${condition.original}`, `condition: ${condition.original}`);
  const leaveOut = (reason: { de: string; en: string }) => {
    report.leaveOut(
      where,
      say(`${was.de} – ${reason.de}`, `${was.en} – ${reason.en}`),
      say(
        "Wird jetzt immer gezeigt. Schreiben Sie die Bedingung unter „visibleIf“ neu.",
        "It is always shown now. Write the condition anew under “visibleIf”.",
      ),
    );
    return undefined;
  };
  if ("reason" in built) return leaveOut(built.reason);
  const later = claimedQuestions(condition.claim).find((code) => {
    const name = find(code)?.question.name;
    return name !== undefined && (order.get(name) ?? 0) >= before;
  });
  if (later !== undefined) {
    return leaveOut(
      say(
        `sie fragt nach der späteren Frage „${later}“`,
        `it asks about the later question “${later}”`,
      ),
    );
  }
  const text = withoutOuterBrackets(built.text);
  if (!isReadable(text))
    return leaveOut(say("sie ist zu lang oder zu tief", "it is too long or too deep"));
  report.add({
    outcome: "carried-over",
    where,
    was,
    became: say(`visibleIf: ${text}`, `visibleIf: ${text}`),
  });
  return text;
}

function isReadable(text: string): boolean {
  try {
    return conditionReferences(parseCondition(text)).length > 0;
  } catch (cause) {
    if (cause instanceof SyntaxError) return false;
    throw cause;
  }
}
