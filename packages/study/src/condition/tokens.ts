/** A condition that cannot be read; `position` counts UTF-16 units from 0. */
export class ConditionSyntaxError extends SyntaxError {
  override name = "ConditionSyntaxError";
  readonly position: number;
  constructor(problem: string, position: number) {
    super(`${problem} (position ${position})`);
    this.position = position;
  }
}

/** One word or sign of a condition, and where it begins. */
export type ConditionToken =
  | { kind: "variable" | "text" | "word" | "sign"; text: string; position: number }
  | { kind: "number"; value: number; position: number }
  | { kind: "end"; position: number };

const blank = "[ \\t\\n\\r]*";
const variable = "\\{([^{}]*)\\}";
const text = `'([^'"]*)'|"([^'"]*)"`;
const number = "(-?(?:\\d+\\.\\d+|[1-9]\\d*|0))(?![\\d.])";
const word = "([A-Za-z_]+)";
const sign = "(<=|>=|<>|!=|==|\\|\\||&&|[<>=!()[\\],])";
const pattern = new RegExp(`${blank}(?:${variable}|${text}|${number}|${word}|${sign})`, "y");

/** SurveyJS rewrites these wherever they stand, inside quotes too, and reads `\` as an escape. */
const rewrittenBySurveyJs = /[\\<>]|=>|=<|equals/;

/**
 * Cuts a condition into tokens.
 * @throws ConditionSyntaxError where something cannot be a token
 */
export function conditionTokens(source: string): ConditionToken[] {
  const tokens: ConditionToken[] = [];
  pattern.lastIndex = 0;
  let end = 0;
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    end = pattern.lastIndex;
    tokens.push(tokenOf(match));
  }
  const rest = source.slice(end);
  const position = end + (rest.length - rest.trimStart().length);
  if (rest.trim() !== "") {
    throw new ConditionSyntaxError("Nothing a condition may contain begins here", position);
  }
  tokens.push({ kind: "end", position });
  return tokens;
}

function tokenOf(match: RegExpExecArray): ConditionToken {
  const [all, name, single, double, digits, letters, symbol] = match;
  const position = match.index + (all.length - all.trimStart().length);
  if (name !== undefined) return { kind: "variable", text: name, position };
  const quoted = single ?? double;
  if (quoted !== undefined) {
    if (rewrittenBySurveyJs.test(quoted)) {
      throw new ConditionSyntaxError(
        "A quoted value may not contain \\ < > => =< or “equals”",
        position,
      );
    }
    return { kind: "text", text: quoted, position };
  }
  if (digits !== undefined) {
    if (digits.length > 15) throw new ConditionSyntaxError("A number is too long", position);
    return { kind: "number", value: Number(digits), position };
  }
  if (letters !== undefined) return { kind: "word", text: letters, position };
  return { kind: "sign", text: symbol ?? "", position };
}
