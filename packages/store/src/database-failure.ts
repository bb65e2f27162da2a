/**
 * The database failed or refused; the message says how without saying what was to be stored.
 * The driver's own errors quote statements and values, answers included, and must never reach a log.
 */
export class DatabaseFailure extends Error {
  override name = "DatabaseFailure";
  /** SQLSTATE or the network's error code, if there is one. */
  readonly code: string | undefined;
  constructor(doing: string, code: string | undefined) {
    super(`The database failed while ${doing}${code === undefined ? "" : ` (${code})`}.`);
    this.code = code;
  }
}

/** The code of a driver's error, looked for below the wrappers around it. */
export function databaseErrorCode(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < 5 && typeof current === "object" && current !== null; depth += 1) {
    if ("code" in current && typeof current.code === "string") return current.code;
    current = "cause" in current ? current.cause : undefined;
  }
  return undefined;
}
