import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../app-env.ts";
import { Refusal } from "../problems/refusal.ts";

const localNames = ["127.0.0.1", "localhost", "[::1]"];

function nameOf(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}

/**
 * Refuses requests under any name but the local and the configured ones. A page elsewhere can point a name of
 * its own to 127.0.0.1 (DNS rebinding); it cannot make the browser send our name.
 */
export function hostGuard(publicHosts: readonly string[]): MiddlewareHandler<AppEnv> {
  const allowed = new Set([...localNames, ...publicHosts.map(nameOf)]);
  return async (c, next) => {
    const host = c.req.header("host") ?? new URL(c.req.url).host;
    if (!allowed.has(nameOf(host))) throw new Refusal("unknown-host");
    await next();
  };
}
