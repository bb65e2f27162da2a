import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { accessibilityFeedbackListSchema } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { Refusal } from "../problems/refusal.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";

const feedbackList = createRoute({
  method: "get",
  path: "/api/accessibility-feedback",
  operationId: "accessibilityFeedback",
  ...needs("installation:manage"),
  ...summary({
    de: "Was über Barrieren gemeldet wurde, der jüngste Tag zuerst. Nur auf Servern ohne öffentliche Namen.",
    en: "What was reported about barriers, newest day first. Only on servers without public names.",
  }),
  responses: {
    200: {
      ...meaning({ de: "Die Meldungen.", en: "The messages." }),
      content: { "application/json": { schema: accessibilityFeedbackListSchema } },
    },
    ...refusals("signed-out", "forbidden", "unavailable", "unexpected"),
  },
});

/**
 * `GET /api/accessibility-feedback`, for the operator. It holds addresses of people, and there are no accounts yet: a
 * server with public names does not hand it out.
 */
export function accessibilityFeedbackRoutes({
  store,
}: Pick<AppDependencies, "store">): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>().openapi(feedbackList, async (c) => {
    return c.json({ feedback: await store.accessibilityFeedback() }, 200);
  });
}
