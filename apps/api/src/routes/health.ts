import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";

const health = createRoute({
  method: "get",
  path: "/health",
  operationId: "health",
  ...needs("public"),
  ...summary({
    de: "Sagt, ob der Server Antworten annehmen kann: Die Datenbank antwortet.",
    en: "Says whether the server can accept responses: the database answers.",
  }),
  responses: {
    200: {
      ...meaning({ de: "Server und Datenbank arbeiten.", en: "The server and its database work." }),
      content: {
        "application/json": {
          schema: z.strictObject({ status: z.literal("ok"), softwareVersion: z.string() }),
        },
      },
    },
    ...refusals("unavailable", "unexpected"),
  },
});

/** `GET /health`, for watchdogs: asks the database, tells nothing about any study. */
export function healthRoutes({
  store,
  softwareVersion,
}: Pick<AppDependencies, "store" | "softwareVersion">): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>().openapi(health, async (c) => {
    await store.ping();
    return c.json({ status: "ok" as const, softwareVersion }, 200);
  });
}
