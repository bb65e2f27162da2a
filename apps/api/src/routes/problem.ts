import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import { problemPage } from "../pages/problem-page.ts";
import { type ProblemKind, problemKinds } from "../problems/problem-kinds.ts";

function isProblemKind(name: string): name is ProblemKind {
  return Object.hasOwn(problemKinds, name);
}

/** `GET /problems/<kind>`: the page that the `type` of a problem points to. */
export function problemRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/problems/:kind", (c) => {
    const kind = c.req.param("kind");
    const language = c.get("language");
    c.header("vary", "accept-language");
    return isProblemKind(kind)
      ? c.html(problemPage(kind, language))
      : c.html(problemPage("not-found", language), 404);
  });
}
