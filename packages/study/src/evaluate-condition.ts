import { type ConditionValue, isEmptyValue } from "./condition/equality.ts";
import type { ConditionExpression, ConditionOperand } from "./condition/expression.ts";
import { conditionOperators } from "./condition/operators.ts";
import { readValue } from "./condition/read-value.ts";
import type { Condition } from "./condition.ts";
import type { Answer, Answers } from "./survey-response.ts";

/** Gives the answer to a question, or undefined where there is none. */
export type AnswerOf = (question: string) => Answer | undefined;

type Claim = (answerOf: AnswerOf) => boolean;

/**
 * Whether a condition holds for these answers; an unanswered question counts as empty.
 * Gives what survey-core 3.0.0 gives for the same text and answers.
 */
export function evaluateCondition(condition: Condition, answers: Answers): boolean {
  return compileCondition(condition)((question) =>
    Object.hasOwn(answers, question) ? answers[question] : undefined,
  );
}

/** Turns a condition into a function, so that checking many answers costs little. */
export function compileCondition(condition: Condition): Claim {
  return claimOf(condition.expression);
}

function claimOf(expression: ConditionExpression): Claim {
  switch (expression.kind) {
    case "and": {
      const parts = expression.parts.map(claimOf);
      return (answerOf) => parts.every((part) => part(answerOf));
    }
    case "or": {
      const parts = expression.parts.map(claimOf);
      return (answerOf) => parts.some((part) => part(answerOf));
    }
    case "not": {
      const part = claimOf(expression.part);
      return (answerOf) => !part(answerOf);
    }
    case "comparison": {
      const holds = conditionOperators[expression.operator];
      const [left, right] = [operandReader(expression.left), operandReader(expression.right)];
      return (answerOf) => holds(left(answerOf), right(answerOf));
    }
    default: {
      const value = operandReader(expression.operand);
      const wanted = expression.kind === "empty";
      return (answerOf) => isEmptyValue(value(answerOf)) === wanted;
    }
  }
}

function operandReader(operand: ConditionOperand): (answerOf: AnswerOf) => ConditionValue {
  if (operand.kind === "constant") {
    const { value } = operand;
    return () => value;
  }
  const { question, row, index } = operand;
  return (answerOf) => {
    const answer = answerOf(question);
    if (row !== undefined) return readValue(inRow(answer, row));
    if (index !== undefined)
      return readValue(Array.isArray(answer) ? (answer[index] ?? null) : null);
    return readValue(answer ?? null);
  };
}

function inRow(answer: Answer | undefined, row: string): ConditionValue {
  if (typeof answer !== "object" || Array.isArray(answer)) return null;
  return Object.hasOwn(answer, row) ? answer[row] : null;
}
