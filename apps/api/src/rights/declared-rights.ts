import type { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnv } from "../app-env.ts";
import { pageRights } from "./page-rights.ts";
import { type Right, rights } from "./right.ts";

function isRight(value: unknown): value is Right {
  return rights.some((right) => right === value);
}

/** The right of every route that declares one, by method and pattern: `GET /api/studies/:study`. */
export function declaredRights(app: OpenAPIHono<AppEnv>): ReadonlyMap<string, Right> {
  const declared = new Map(Object.entries(pageRights));
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    const {
      method,
      path,
      "x-right": right,
    } = definition.route as typeof definition.route & {
      "x-right"?: unknown;
    };
    if (!isRight(right)) continue;
    declared.set(`${method.toUpperCase()} ${path.replaceAll(/\/{(.+?)}/g, "/:$1")}`, right);
  }
  return declared;
}
