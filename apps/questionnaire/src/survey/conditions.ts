import { type Answers, type Condition, evaluateCondition, parseCondition } from "@mehrwert/study";

const parsed = new Map<string, Condition>();

/** Whether a condition of an instrument holds for these answers; each text is read once. */
export function holds(text: string, answers: Answers): boolean {
  const condition = parsed.get(text) ?? parseCondition(text);
  parsed.set(text, condition);
  return evaluateCondition(condition, answers);
}
