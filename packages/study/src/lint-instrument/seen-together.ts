import type { ConditionExpression } from "../condition/expression.ts";
import { conditionReferences, parseCondition } from "../condition.ts";
import { compileCondition } from "../evaluate-condition.ts";
import type { Instrument } from "../instrument.ts";
import type { Answers } from "../survey-response.ts";
import { type PlacedQuestion, placedQuestions } from "./outline.ts";

/**
 * Whether somebody might see both questions. No, if whatever group or form a participant is given (`assigned`) hides
 * one of them, whatever else is answered. Conditions that cannot be read hide nothing; they are reported elsewhere.
 */
export function areSeenTogether(
  instrument: Instrument,
  one: PlacedQuestion,
  other: PlacedQuestion,
): boolean {
  const conditions = [one, other].flatMap(({ question, page }) =>
    [question.visibleIf, instrument.pages[page]?.visibleIf].flatMap(readable),
  );
  return groupsOf(instrument).some((group) =>
    conditions.every((condition) => couldBe(condition, true, group)),
  );
}

/** Every combination of what participants can be given; a hidden group counts as not given. */
function groupsOf(instrument: Instrument): Answers[] {
  let groups: Answers[] = [{}];
  for (const { question } of placedQuestions(instrument)) {
    if (question.type !== "assigned") continue;
    const { name, choices, visibleIf } = question;
    const given = choices.map(({ value }) => ({ [name]: value }));
    const values: Answers[] = visibleIf === undefined ? given : [...given, {}];
    groups = groups.flatMap((group) => values.map((value) => ({ ...group, ...value })));
  }
  return groups;
}

/** Whether the condition could be true (or false) in this group: unless all it looks at is known, it could be either. */
function couldBe(expression: ConditionExpression, wanted: boolean, group: Answers): boolean {
  switch (expression.kind) {
    case "and":
    case "or": {
      const needsAll = (expression.kind === "and") === wanted;
      const could = (part: ConditionExpression) => couldBe(part, wanted, group);
      return needsAll ? expression.parts.every(could) : expression.parts.some(could);
    }
    case "not":
      return couldBe(expression.part, !wanted, group);
    default: {
      const condition = { text: "", expression };
      const isKnown = conditionReferences(condition).every(({ question }) =>
        Object.hasOwn(group, question),
      );
      return !isKnown || compileCondition(condition)((name) => group[name]) === wanted;
    }
  }
}

function readable(text: string | undefined): ConditionExpression[] {
  if (text === undefined) return [];
  try {
    return [parseCondition(text).expression];
  } catch (cause) {
    if (cause instanceof SyntaxError) return [];
    throw cause;
  }
}
