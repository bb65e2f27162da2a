import type { SourceOperator } from "../source-condition.ts";
import type { Expression } from "./expression.ts";
import { ExpressionError, type Token, tokensOf } from "./tokens.ts";

const operators: ReadonlyMap<string, SourceOperator> = new Map([
  ["=", "="],
  ["==", "="],
  ["eq", "="],
  ["<>", "<>"],
  ["!=", "<>"],
  ["ne", "<>"],
  ["<", "<"],
  ["lt", "<"],
  ["<=", "<="],
  ["le", "<="],
  [">", ">"],
  ["gt", ">"],
  [">=", ">="],
  ["ge", ">="],
]);
const infixWords: ReadonlySet<string> = new Set([
  "contains",
  "notcontains",
  "anyof",
  "noneof",
  "allof",
]);
const postfixWords: ReadonlySet<string> = new Set(["empty", "notempty"]);

/** Longer or deeper conditions are not read. */
const limits = { length: 10_000, depth: 60 };

/**
 * Reads a condition of LimeSurvey, XLSForm or SurveyJS: they share brackets, `and`, `or`, `not`, comparisons,
 * functions and quoted values, and differ in how they name answers.
 *
 * @throws ExpressionError for arithmetic and whatever else an instrument cannot say
 */
export function readExpression(
  source: string,
  bareWords: "names" | "values" = "names",
): Expression {
  if (source.length > limits.length) throw new ExpressionError(`${source.length}`);
  return new ExpressionReader(tokensOf(source), bareWords).read();
}

class ExpressionReader {
  private readonly tokens: readonly Token[];
  private readonly bareWords: "names" | "values";
  private place = 0;
  private depth = 0;

  constructor(tokens: readonly Token[], bareWords: "names" | "values") {
    this.tokens = tokens;
    this.bareWords = bareWords;
  }

  read(): Expression {
    const expression = this.alternatives();
    if (this.token.kind !== "end") throw new ExpressionError(this.token.text);
    return expression;
  }

  private alternatives(): Expression {
    return this.joined("or", "||", () => this.joined("and", "&&", () => this.claim()));
  }

  private joined(kind: "and" | "or", sign: string, part: () => Expression): Expression {
    const first = part();
    const parts = [first];
    while (this.skipWord(kind) || this.skipSign(sign)) parts.push(part());
    return parts.length === 1 ? first : { kind, parts };
  }

  private claim(): Expression {
    const left = this.operand();
    const operator = operators.get(this.token.text.toLowerCase());
    if (operator !== undefined && this.token.kind !== "text") {
      this.place += 1;
      return { kind: "compare", operator, left, right: this.operand() };
    }
    if (this.token.kind !== "word") return left;
    const word = this.token.text.toLowerCase();
    if (postfixWords.has(word)) {
      this.place += 1;
      return { kind: "postfix", word, part: left };
    }
    if (!infixWords.has(word)) return left;
    this.place += 1;
    return { kind: "infix", word, left, right: this.operand() };
  }

  private operand(): Expression {
    this.depth += 1;
    if (this.depth > limits.depth) throw new ExpressionError("( ( ( …");
    const operand = this.bareOperand();
    this.depth -= 1;
    return operand;
  }

  private bareOperand(): Expression {
    if (this.skipSign("!")) return { kind: "not", part: this.operand() };
    if (this.skipSign("(")) {
      const inner = this.alternatives();
      this.requireSign(")");
      return inner;
    }
    if (this.skipSign("[")) return { kind: "list", parts: this.listUntil("]") };
    if (this.skipSign("-") && this.token.kind === "number") {
      return { kind: "value", value: `-${this.taken()}` };
    }
    const { kind } = this.token;
    if (kind === "variable") return { kind: "variable", name: this.taken() };
    if (kind === "text" || kind === "number") return { kind: "value", value: this.taken() };
    if (kind !== "word") throw new ExpressionError(this.token.text);
    const name = this.taken();
    if (!this.skipSign("(")) {
      return this.bareWords === "names"
        ? { kind: "variable", name }
        : { kind: "value", value: name };
    }
    return { kind: "call", name: name.toLowerCase(), parts: this.listUntil(")") };
  }

  private listUntil(sign: string): Expression[] {
    const parts: Expression[] = [];
    if (this.skipSign(sign)) return parts;
    do parts.push(this.alternatives());
    while (this.skipSign(","));
    this.requireSign(sign);
    return parts;
  }

  private get token(): Token {
    return this.tokens[this.place] ?? { kind: "end", text: "" };
  }

  private taken(): string {
    const { text } = this.token;
    this.place += 1;
    return text;
  }

  private skipWord(word: string): boolean {
    return this.skip(this.token.kind === "word" && this.token.text.toLowerCase() === word);
  }

  private skipSign(sign: string): boolean {
    return this.skip(this.token.kind === "sign" && this.token.text === sign);
  }

  private skip(isThere: boolean): boolean {
    if (isThere) this.place += 1;
    return isThere;
  }

  private requireSign(sign: string): void {
    if (!this.skipSign(sign)) throw new ExpressionError(this.token.text || sign);
  }
}
