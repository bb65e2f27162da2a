/** A condition that is not written as its platform writes conditions. */
export class ExpressionError extends Error {
  override name = "ExpressionError";
}

/** One word or sign of a condition. */
export type Token = {
  kind: "variable" | "text" | "number" | "word" | "sign" | "end";
  text: string;
};

const pattern =
  /\s*(?:\$?\{\s*([^{}]*?)\s*\}|'([^']*)'|"([^"]*)"|(\d+(?:\.\d+)?)(?!\w)|(\d*[A-Za-z_][\w.-]*)|(<=|>=|<>|!=|==|\|\||&&|[<>=!()[\],+*/%.-]))/y;

/**
 * Cuts a condition of any platform into words and signs.
 *
 * @throws ExpressionError where something cannot be either
 */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    end = pattern.lastIndex;
    tokens.push(tokenOf(match));
  }
  if (source.slice(end).trim() !== "") throw new ExpressionError(source.slice(end, end + 20));
  return [...tokens, { kind: "end", text: "" }];
}

function tokenOf([, variable, single, double, number, word, sign]: RegExpExecArray): Token {
  if (variable !== undefined) return { kind: "variable", text: variable };
  const quoted = single ?? double;
  if (quoted !== undefined) return { kind: "text", text: quoted };
  if (number !== undefined) return { kind: "number", text: number };
  if (word !== undefined) return { kind: "word", text: word };
  return { kind: "sign", text: sign ?? "" };
}
