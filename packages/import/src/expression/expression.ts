import type { SourceOperator } from "../source-condition.ts";

/** A condition as written in a file, before anything is known about its questions. */
export type Expression =
  | { kind: "and" | "or"; parts: Expression[] }
  | { kind: "not"; part: Expression }
  | { kind: "compare"; operator: SourceOperator; left: Expression; right: Expression }
  /** Two sides joined by a word: `contains`, `anyof`. */
  | { kind: "infix"; word: string; left: Expression; right: Expression }
  /** One side followed by a word: `empty`, `notempty`. */
  | { kind: "postfix"; word: string; part: Expression }
  | { kind: "call"; name: string; parts: Expression[] }
  | { kind: "variable"; name: string }
  | { kind: "value"; value: string }
  | { kind: "list"; parts: Expression[] };
