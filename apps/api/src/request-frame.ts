import { randomUUID } from "node:crypto";
import type { Language } from "@mehrwert/study";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Logger } from "pino";
import type { AppEnv } from "./app-env.ts";
import { chosenLanguage } from "./chosen-language.ts";
import { addSecurityHeaders } from "./guards/security-headers.ts";

/**
 * What surrounds every request: an id, a language, security headers on the way out, and one line in the log
 * with the route's pattern, never the address asked for, so that no study, token or query string reaches it.
 */
export function requestFrame({
  log,
  defaultLanguage = "en",
  newRequestId = randomUUID,
}: {
  log: Logger;
  defaultLanguage?: Language | undefined;
  newRequestId?: (() => string) | undefined;
}): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const startedMs = performance.now();
    c.set("requestId", newRequestId());
    c.set(
      "language",
      chosenLanguage(
        {
          query: c.req.query("lang"),
          acceptLanguage: c.req.header("accept-language"),
          contentLanguage: c.req.header("content-language"),
        },
        defaultLanguage,
      ),
    );
    await next();
    addSecurityHeaders(c.res.headers, c.get("isEmbeddable"));
    const pattern = routePath(c, -1);
    log.info(
      {
        requestId: c.get("requestId"),
        method: c.req.method,
        route: pattern === "/*" || pattern === "*" ? "none" : pattern,
        status: c.res.status,
        durationMs: Math.round(performance.now() - startedMs),
      },
      "request",
    );
  };
}
