import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../app-env.ts";
import { Refusal } from "../problems/refusal.ts";

const readingMethods = new Set(["GET", "HEAD", "OPTIONS"]);

function comesFromElsewhere(header: (name: string) => string | undefined, host: string): boolean {
  const site = header("sec-fetch-site");
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const origin = header("origin");
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host.toLowerCase();
}

/** Refuses whatever a page of another site makes a browser send. Programs that are no browser send no such header. */
export const crossSiteGuard: MiddlewareHandler<AppEnv> = async (c, next) => {
  const host = c.req.header("host") ?? new URL(c.req.url).host;
  if (!readingMethods.has(c.req.method) && comesFromElsewhere((name) => c.req.header(name), host)) {
    throw new Refusal("cross-site");
  }
  await next();
};
