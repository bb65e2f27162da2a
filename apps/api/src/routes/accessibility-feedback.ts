import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { accessibilityFeedbackListSchema } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";

const feedbackList = createRoute({
  method: "get",
  path: "/api/accessibility-feedback",
  operationId: "accessibilityFeedback",
  ...needs("feedback:read"),
  ...summary({
    de: "Was über Barrieren gemeldet wurde, der jüngste Tag zuerst. Für die, die den Server verwalten.",
    en: "What was reported about barriers, newest day first. For those who administer the server.",
  }),
  responses: {
    200: {
      ...meaning({ de: "Die Meldungen.", en: "The messages." }),
      content: { "application/json": { schema: accessibilityFeedbackListSchema } },
    },
    ...refusals("signed-out", "forbidden", "unavailable", "unexpected"),
  },
});

/** `GET /api/accessibility-feedback`, for those who administer the server: it holds addresses of people. */
export function accessibilityFeedbackRoutes({
  store,
}: Pick<AppDependencies, "store">): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>().openapi(feedbackList, async (c) => {
    return c.json({ feedback: await store.accessibilityFeedback() }, 200);
  });
}
