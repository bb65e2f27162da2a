import type { Context, ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Logger } from "pino";
import type { AppEnv } from "../app-env.ts";
import { loggableError } from "./loggable-error.ts";
import { problemOf, problemReply } from "./problem-reply.ts";
import { problemKindOf, Refusal } from "./refusal.ts";

function asRefusal(error: unknown): unknown {
  if (!(error instanceof HTTPException)) return error;
  if (error.status === 415) return new Refusal("not-json");
  return error.status === 400 ? new Refusal("malformed") : error;
}

/** The problem reply for an error, in the reader's language. */
export function replyToError(c: Context<AppEnv>, error: unknown): Response {
  const language = c.get("language");
  const problem = problemOf({
    kind: problemKindOf(error),
    error,
    language,
    requestId: c.get("requestId"),
  });
  return problemReply(problem, language);
}

/** The one place where errors become replies: refusals are told, failures are logged and only their id is told. */
export function onError(log: Logger): ErrorHandler<AppEnv> {
  return (thrown, c) => {
    const error = asRefusal(thrown);
    const reply = replyToError(c, error);
    if (reply.status >= 500) {
      log.error({ requestId: c.get("requestId"), causes: loggableError(error) }, "failure");
    }
    return reply;
  };
}
