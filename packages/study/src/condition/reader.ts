import type {
  ConditionExpression,
  ConditionOperand,
  ConditionOperator,
  ConditionVariable,
} from "./expression.ts";
import { ConditionSyntaxError, type ConditionToken, conditionTokens } from "./tokens.ts";

/** Brackets and negations may be nested this deep. */
export const maximumConditionDepth = 20;

const operators: ReadonlyMap<string, ConditionOperator> = new Map([
  ["=", "equal"],
  ["==", "equal"],
  ["<>", "notequal"],
  ["!=", "notequal"],
  [">", "greater"],
  [">=", "greaterorequal"],
  ["<", "less"],
  ["<=", "lessorequal"],
  ["contains", "contains"],
  ["notcontains", "notcontains"],
  ["anyof", "anyof"],
  ["noneof", "noneof"],
  ["allof", "allof"],
]);

/** question, question.row, question.row.part or question[place] */
const variablePattern =
  /^([a-z][a-z0-9-]{0,63})(?:\.([a-z][a-z0-9-]{0,63}(?:\.[a-z][a-z0-9-]{0,63})?)|\[(0|[1-9]\d{0,2})\])?$/;

/** Names that SurveyJS answers itself or rewrites, whatever a question of that name holds. */
const namesOfSurveyJs =
  /^(locale|pageno|pagecount|questioncount|(in)?correct(ed)?answer(s|count))$|equals|\.length$|^__proto__$/;

/**
 * Builds the parsed form of a condition: `or` binds weakest, then `and`, then `!( )` and the claims.
 * @throws ConditionSyntaxError with the position of the first thing that does not fit
 */
export function readExpression(source: string): ConditionExpression {
  return new ExpressionReader(conditionTokens(source)).read();
}

class ExpressionReader {
  private readonly tokens: readonly ConditionToken[];
  private place = 0;
  private depth = 0;

  constructor(tokens: readonly ConditionToken[]) {
    this.tokens = tokens;
  }

  read(): ConditionExpression {
    const expression = this.alternatives();
    if (this.token.kind !== "end") this.refuse("Expected “and”, “or” or the end");
    return expression;
  }

  private alternatives(): ConditionExpression {
    return this.joined("or", "||", () => this.joined("and", "&&", () => this.claim()));
  }

  private joined(
    kind: "and" | "or",
    sign: string,
    part: () => ConditionExpression,
  ): ConditionExpression {
    const first = part();
    const parts = [first];
    while (this.skip("word", kind) || this.skip("sign", sign)) parts.push(part());
    return parts.length === 1 ? first : { kind, parts };
  }

  private claim(): ConditionExpression {
    if (this.skip("sign", "!")) {
      return { kind: "not", part: this.nested(() => this.negated()) };
    }
    if (this.skip("sign", "(")) return this.nested(() => this.closed());
    const left = this.operand();
    if (left.kind === "variable") {
      if (this.skip("word", "empty")) return { kind: "empty", operand: left };
      if (this.skip("word", "notempty")) return { kind: "notempty", operand: left };
    }
    const { token } = this;
    const operator =
      token.kind === "word" || token.kind === "sign" ? operators.get(token.text) : undefined;
    if (operator === undefined) return this.refuse("Expected a comparison such as = or contains");
    this.place += 1;
    const right = this.operand();
    if (left.kind === "constant" && right.kind === "constant") {
      return this.refuse("One side of a comparison must be an answer in { }");
    }
    return { kind: "comparison", operator, left, right };
  }

  private negated(): ConditionExpression {
    if (this.skip("sign", "!")) {
      return { kind: "not", part: this.nested(() => this.negated()) };
    }
    if (!this.skip("sign", "(")) this.refuse("Expected ( after !");
    return this.closed();
  }

  private closed(): ConditionExpression {
    const inner = this.alternatives();
    if (!this.skip("sign", ")")) this.refuse("Expected )");
    return inner;
  }

  private nested<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > maximumConditionDepth) {
      this.refuse(`Nested deeper than ${maximumConditionDepth} levels`);
    }
    const result = read();
    this.depth -= 1;
    return result;
  }

  private operand(): ConditionOperand {
    const { token } = this;
    if (token.kind === "variable") {
      this.place += 1;
      return variableOf(token.text, token.position);
    }
    if (this.skip("sign", "[")) return { kind: "constant", value: this.list() };
    return { kind: "constant", value: this.constant() };
  }

  private list(): (string | number)[] {
    const values = [this.constant()];
    while (this.skip("sign", ",")) values.push(this.constant());
    if (!this.skip("sign", "]")) this.refuse("Expected , or ]");
    return values;
  }

  private constant(): string | number {
    const { token } = this;
    if (token.kind === "text" || token.kind === "number") {
      this.place += 1;
      return token.kind === "number" ? token.value : token.text;
    }
    return this.refuse("Expected an answer in { }, a number or a quoted value");
  }

  private get token(): ConditionToken {
    return this.tokens[this.place] ?? { kind: "end", position: 0 };
  }

  private skip(kind: "word" | "sign", text: string): boolean {
    const { token } = this;
    const isThere = token.kind === kind && token.text === text;
    if (isThere) this.place += 1;
    return isThere;
  }

  private refuse(problem: string): never {
    throw new ConditionSyntaxError(problem, this.token.position);
  }
}

function variableOf(name: string, position: number): ConditionVariable {
  const [, question, row, index] = variablePattern.exec(name) ?? [];
  if (question === undefined || namesOfSurveyJs.test(name)) {
    throw new ConditionSyntaxError("Not a name an answer can have", position);
  }
  return {
    kind: "variable",
    question,
    ...(row === undefined ? {} : { row }),
    ...(index === undefined ? {} : { index: Number(index) }),
  };
}
