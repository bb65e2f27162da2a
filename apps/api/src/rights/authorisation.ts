import type { OpenAPIHono } from "@hono/zod-openapi";
import type { AccountStore } from "@mehrwert/store";
import { NotFound } from "@mehrwert/study";
import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Accounts } from "../accounts/accounts.ts";
import type { AppEnv } from "../app-env.ts";
import { Refusal } from "../problems/refusal.ts";
import { declaredRights } from "./declared-rights.ts";
import { isStudyRight, type Right } from "./right.ts";
import { mayDo, type Who } from "./who.ts";

type Declared = { right: Right; pattern: string };

/** The route that will answer: the first one that matches and declares a right. */
function declaredRoute(
  c: Context<AppEnv>,
  declared: ReadonlyMap<string, Right>,
): Declared | undefined {
  for (const { method, path } of matchedRoutes(c)) {
    const right = declared.get(`${method} ${path}`);
    if (right !== undefined) return { right, pattern: path };
  }
  return undefined;
}

/** The study that an address names, by the pattern of its route. */
function studyIn(path: string, pattern: string): string | undefined {
  const part = path.split("/")[pattern.split("/").indexOf(":study")];
  return part === undefined ? undefined : decodeURIComponent(part);
}

/** What is refused to somebody signed in: what belongs to a study looks as if there were none. */
function refuse(who: Who, { right, pattern }: Declared, path: string): void {
  const study = isStudyRight(right) ? studyIn(path, pattern) : undefined;
  if (mayDo(who, right, study)) return;
  throw isStudyRight(right) ? new NotFound("no such study") : new Refusal("forbidden");
}

/**
 * The one place where it is decided who may do what. It looks up the right that the route declares (`needs`), finds out who
 * asks, and refuses: with 401 whoever is nobody, whatever they ask for; with 404 whoever asks for a study that is none of
 * theirs, as for one that does not exist; with 403 whoever lacks a right for the installation. A route that declares none
 * does not exist.
 *
 * Who may do something is there for the route as `person`, `may` and `audit`.
 */
export function authorisation({
  app,
  accounts,
  store,
  now,
}: {
  app: OpenAPIHono<AppEnv>;
  accounts: Pick<Accounts, "whoAsks">;
  store: Pick<AccountStore, "appendAuditEntry">;
  now: () => Date;
}): MiddlewareHandler<AppEnv> {
  let declared: ReadonlyMap<string, Right> | undefined;
  return async (c, next) => {
    declared ??= declaredRights(app);
    const route = declaredRoute(c, declared);
    if (route === undefined) return c.notFound();
    const append = async (
      who: Who | undefined,
      event: Parameters<typeof store.appendAuditEntry>[0],
    ) => {
      const person = who && { id: who.person.id, name: who.person.name };
      await store.appendAuditEntry({ ...(person && { person }), ...event }, now());
    };
    c.set("audit", (event) => append(undefined, event));
    if (route.right === "public") return next();
    const asking = await accounts.whoAsks(c.req.raw.headers);
    if (asking === undefined) throw new Refusal("signed-out");
    const { who, setCookies } = asking;
    refuse(who, route, c.req.path);
    c.set("who", who);
    c.set("person", who.person);
    c.set("may", (right, study) => mayDo(who, right, study));
    c.set("audit", (event) => append(who, event));
    await next();
    for (const cookie of setCookies) c.res.headers.append("set-cookie", cookie);
    return undefined;
  };
}
