import { conditionReferences, type LocalizedText, parseCondition } from "@mehrwert/study";
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

/** What must hold together is translated one by one: what cannot be said falls away, the rest stays. */
function translated(
  condition: SourceCondition | undefined,
  scope: Scope,
  context: BuildContext,
): string | undefined {
  const parts = condition === undefined ? [] : (condition.joint ?? [condition]);
  const texts = new Set(parts.flatMap((part) => translatedPart(part, scope, context) ?? []));
  const [only] = texts;
  if (only === undefined) return undefined;
  if (texts.size === 1) return withoutOuterBrackets(only);
  const whole = [...texts].join(" and ");
  if (isReadable(whole)) return whole;
  leaveOut(condition?.original ?? "", unreadable, scope, context);
  return undefined;
}

const unreadable = say("sie ist zu lang oder zu tief", "it is too long or too deep");

function translatedPart(
  { original, claim }: SourceCondition,
  scope: Scope,
  context: BuildContext,
): string | undefined {
  const { find, order, before, where } = scope;
  const built = conditionText(claim, find);
  if ("reason" in built) return leaveOut(original, built.reason, scope, context);
  const later = claimedQuestions(claim).find((code) => {
    const name = find(code)?.question.name;
    return name !== undefined && (order.get(name) ?? 0) >= before;
  });
  if (later !== undefined) {
    const reason = say(
      `sie fragt nach der späteren Frage „${later}“`,
      `it asks about the later question “${later}”`,
    );
    return leaveOut(original, reason, scope, context);
  }
  if (!isReadable(built.text)) return leaveOut(original, unreadable, scope, context);
  const shown = withoutOuterBrackets(built.text);
  context.report.add({
    outcome: "carried-over",
    where,
    was: say(`Bedingung: ${original}`, `condition: ${original}`),
    became: say(`visibleIf: ${shown}`, `visibleIf: ${shown}`),
  });
  return built.text;
}

function leaveOut(
  original: string,
  reason: LocalizedText,
  { where }: Scope,
  { report }: BuildContext,
): undefined {
  report.leaveOut(
    where,
    say(`Bedingung: ${original} – ${reason.de}`, `condition: ${original} – ${reason.en}`),
    say(
      "Sie gilt nicht mehr; es sehen jetzt mehr Personen die Frage. Schreiben Sie sie unter „visibleIf“ neu.",
      "It no longer holds; more people now see the question. Write it anew under “visibleIf”.",
    ),
  );
}

function isReadable(text: string): boolean {
  try {
    return conditionReferences(parseCondition(text)).length > 0;
  } catch (cause) {
    if (cause instanceof SyntaxError) return false;
    throw cause;
  }
}
