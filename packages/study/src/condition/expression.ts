/** An answer a condition looks at: of a question, under one key (`row` or `row.part`), or at one place of a list. */
export type ConditionVariable = {
  kind: "variable";
  question: string;
  row?: string;
  /** Place in a list, from 0. */
  index?: number;
};

/** What stands on one side of a comparison. */
export type ConditionOperand =
  | ConditionVariable
  | { kind: "constant"; value: string | number | (string | number)[] };

/** Operators between two sides, by their own names. */
export type ConditionOperator =
  | "equal"
  | "notequal"
  | "greater"
  | "greaterorequal"
  | "less"
  | "lessorequal"
  | "contains"
  | "notcontains"
  | "anyof"
  | "noneof"
  | "allof";

/** The parsed form of a condition: every leaf is a claim, true or false. */
export type ConditionExpression =
  | { kind: "and" | "or"; parts: ConditionExpression[] }
  | { kind: "not"; part: ConditionExpression }
  | { kind: "empty" | "notempty"; operand: ConditionVariable }
  | {
      kind: "comparison";
      operator: ConditionOperator;
      left: ConditionOperand;
      right: ConditionOperand;
    };
