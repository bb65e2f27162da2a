import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../app-env.ts";
import { Refusal } from "../problems/refusal.ts";

/**
 * Lets the library be changed only where nobody but this computer can ask: a server with public names has no accounts
 * yet to tell a researcher from a participant.
 */
export function writableLibrary(publicHosts: readonly string[]): MiddlewareHandler<AppEnv> {
  return async (_, next) => {
    if (publicHosts.length > 0) throw new Refusal("library-read-only");
    await next();
  };
}
