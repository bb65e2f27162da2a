import { WrongStage } from "@mehrwert/store";
import {
  Closed,
  Conflict,
  Forbidden,
  Invalid,
  type Issue,
  NotFound,
  Withdrawn,
} from "@mehrwert/study";
import type { ProblemKind } from "./problem-kinds.ts";

/** A request refused for a reason that only the interface knows; `issues` say where, if it is about single places. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly kind: ProblemKind;
  readonly issues: readonly Issue[];
  constructor(kind: ProblemKind, issues: readonly Issue[] = []) {
    super(kind);
    this.kind = kind;
    this.issues = issues;
  }
}

/**
 * Promises the set-up broke, such as a study without its instrument.
 * The message is written by us and names no answer, so the log may quote it.
 */
export class BrokenSetup extends Error {
  override name = "BrokenSetup";
}

/** Codes of a full disk or a used-up quota, from the database or from a file beside it. */
const fullCodes = /^(53100|ENOSPC|EDQUOT)$/;

/** Codes of network failures and of PostgreSQL errors that pass by themselves or by an administrator's hand. */
const unavailableCodes = /^(ECONN|EPIPE|ETIMEDOUT|CONNECTION_|CONNECT_TIMEOUT|08|57P0|53)/;

function causes(error: unknown): Error[] {
  const found: Error[] = [];
  for (let next = error; next instanceof Error && found.length < 8; next = next.cause)
    found.push(next);
  return found;
}

/** The cause chain of an error, outermost first, with the machine-readable code of each link. */
export function causeChain(error: unknown): { error: Error; code: string | undefined }[] {
  return causes(error).map((link) => {
    const code = "code" in link ? link.code : undefined;
    return { error: link, code: typeof code === "string" ? code : undefined };
  });
}

/** Which kind of problem an error is for the caller. */
export function problemKindOf(error: unknown): ProblemKind {
  if (error instanceof Refusal) return error.kind;
  if (error instanceof NotFound) return "not-found";
  if (error instanceof Invalid) return "invalid";
  if (error instanceof Conflict) return "conflict";
  if (error instanceof WrongStage) return "wrong-stage";
  if (error instanceof Closed) return "closed";
  if (error instanceof Withdrawn) return "withdrawn";
  if (error instanceof Forbidden) return "forbidden";
  const codes = causeChain(error).flatMap(({ code }) => code ?? []);
  if (codes.some((code) => fullCodes.test(code))) return "storage-full";
  return codes.some((code) => unavailableCodes.test(code)) ? "unavailable" : "unexpected";
}
