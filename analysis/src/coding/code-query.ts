import type { LocalizedText } from "@mehrwert/study";

/** What is looked for: a code with everything below it, joined by and, or, not. */
export type CodeQuery =
  | { kind: "code"; code: string }
  | { kind: "not"; inner: CodeQuery }
  | { kind: "and" | "or"; parts: CodeQuery[] };

/** A query that cannot be read: where, and why. */
export type QueryFault = { at: number; message: LocalizedText };

type Token = { kind: "word" | "and" | "or" | "not" | "(" | ")"; text: string; at: number };

/**
 * Reads a query: names of codes, `and`, `or`, `not` (also `und`, `oder`, `nicht`, in any case) and brackets; `not` binds
 * strongest, then `and`.
 *
 * @example readCodeQuery("V5 and not (C-T or C-B)")
 */
export function readCodeQuery(typed: string): CodeQuery | QueryFault {
  const tokens = tokensOf(typed);
  if (!Array.isArray(tokens)) return tokens;
  const reader = { tokens, place: 0, end: typed.length };
  const query = readOr(reader);
  if ("message" in query) return query;
  const rest = tokens[reader.place];
  if (rest === undefined) return query;
  return fault(rest.at, `„${rest.text}“ passt hier nicht.`, `“${rest.text}” does not fit here.`);
}

const words: Record<string, Token["kind"]> = {
  and: "and",
  und: "and",
  or: "or",
  oder: "or",
  not: "not",
  nicht: "not",
};

function tokensOf(typed: string): Token[] | QueryFault {
  const tokens: Token[] = [];
  const pattern = /\s+|([()])|([\p{L}\p{N}][\p{L}\p{N}._-]*)|(.)/gu;
  for (const { 0: text, 1: bracket, 2: word, 3: other, index } of typed.matchAll(pattern)) {
    if (other !== undefined) {
      return fault(
        index,
        `Das Zeichen „${other}“ gehört nicht in eine Suche.`,
        `The sign “${other}” does not belong in a query.`,
      );
    }
    if (bracket === "(" || bracket === ")") tokens.push({ kind: bracket, text, at: index });
    if (word !== undefined)
      tokens.push({ kind: words[word.toLowerCase()] ?? "word", text, at: index });
  }
  return tokens;
}

type Reader = { tokens: readonly Token[]; place: number; end: number };

function readOr(reader: Reader): CodeQuery | QueryFault {
  return readList(reader, "or", readAnd);
}

function readAnd(reader: Reader): CodeQuery | QueryFault {
  return readList(reader, "and", readNot);
}

function readList(
  reader: Reader,
  kind: "and" | "or",
  next: (reader: Reader) => CodeQuery | QueryFault,
): CodeQuery | QueryFault {
  const parts: CodeQuery[] = [];
  do {
    const part = next(reader);
    if ("message" in part) return part;
    parts.push(part);
  } while (take(reader, kind));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind, parts };
}

function readNot(reader: Reader): CodeQuery | QueryFault {
  if (!take(reader, "not")) return readAtom(reader);
  const inner = readNot(reader);
  return "message" in inner ? inner : { kind: "not", inner };
}

function readAtom(reader: Reader): CodeQuery | QueryFault {
  const token = reader.tokens[reader.place];
  if (token === undefined) {
    return fault(reader.end, "Am Ende fehlt ein Code.", "A code is missing at the end.");
  }
  reader.place += 1;
  if (token.kind === "word") return { kind: "code", code: token.text };
  if (token.kind !== "(") {
    return fault(
      token.at,
      `Vor „${token.text}“ fehlt ein Code.`,
      `A code is missing before “${token.text}”.`,
    );
  }
  const inner = readOr(reader);
  if ("message" in inner) return inner;
  if (take(reader, ")")) return inner;
  return fault(token.at, "Diese Klammer schließt nicht.", "This bracket does not close.");
}

function take(reader: Reader, kind: Token["kind"]): boolean {
  if (reader.tokens[reader.place]?.kind !== kind) return false;
  reader.place += 1;
  return true;
}

function fault(at: number, de: string, en: string): QueryFault {
  return { at, message: { de, en } };
}

/** Every code a query names; `positive`: only those not under a `not`. */
export function queriedCodes(query: CodeQuery, positive: boolean): string[] {
  switch (query.kind) {
    case "code":
      return [query.code];
    case "not":
      return positive ? [] : queriedCodes(query.inner, positive);
    default:
      return query.parts.flatMap((part) => queriedCodes(part, positive));
  }
}
