import { causeChain } from "./refusal.ts";

/** One link of an error's causes, without anything a participant may have written. */
export type LoggableError = {
  name: string;
  code?: string;
  message?: string;
  /** Where it was thrown, innermost call first. */
  at: string[];
};

/**
 * Errors whose message never quotes data. Others do: PostgreSQL quotes values, drizzle quotes whole queries
 * with their parameters, and a `SyntaxError` of `JSON.parse` quotes the text.
 */
const quotableNames = new Set([
  "TypeError",
  "RangeError",
  "ReferenceError",
  "BrokenSetup",
  "DatabaseFailure",
]);

function framesOf({ stack = "", message }: Error): string[] {
  const start = stack.indexOf(message);
  const frames = start < 0 ? stack : stack.slice(start + message.length);
  return frames
    .split("\n")
    .filter((line) => /^\s+at .*\d+\)?$/.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}

/**
 * What the log may know of an unexpected failure: names, codes and places of the whole cause chain,
 * and the message only where it cannot contain an answer.
 */
export function loggableError(error: unknown): LoggableError[] {
  return causeChain(error).map(({ error: link, code }) => ({
    name: link.name,
    ...(code === undefined ? {} : { code }),
    ...(quotableNames.has(link.name) || "syscall" in link ? { message: link.message } : {}),
    at: framesOf(link),
  }));
}
