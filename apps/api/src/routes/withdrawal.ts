import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { submissionSchema } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { inWholeSteps } from "../in-whole-steps.ts";
import { Refusal } from "../problems/refusal.ts";
import { RequestBudget } from "../request-budget.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

const bodySchema = z
  .strictObject({ receiptHash: submissionSchema.shape.receiptHash.unwrap() })
  .meta({ id: "Withdrawal" });

const withdrawal = createRoute({
  method: "post",
  path: "/api/studies/{study}/withdrawals",
  operationId: "withdrawSurveyResponse",
  ...needs("public"),
  ...summary({
    de: "Löscht die Antworten einer Person, die ihren Löschcode kennt. Gesendet wird nur dessen Hash.",
    en: "Deletes the answers of a person who knows the deletion code. Only its hash is sent.",
  }),
  request: {
    params: studyParameter,
    body: { required: true, content: { "application/json": { schema: bodySchema } } },
  },
  middleware: jsonBody,
  responses: {
    200: {
      ...meaning({
        de: "Gelöscht; oder es gibt keine Antworten zu diesem Code, nie oder nicht mehr.",
        en: "Deleted; or there are no answers for this code, never were or are no longer.",
      }),
      content: {
        "application/json": {
          schema: z.strictObject({ result: z.enum(["deleted", "no-such-code"]) }),
        },
      },
    },
    ...refusals(
      "malformed",
      "cross-site",
      "not-found",
      "too-large",
      "not-json",
      "invalid",
      "too-many",
      "unexpected",
      "unavailable",
      "storage-full",
    ),
  },
});

/** Every reply takes a whole number of these, so that its time does not tell whether a code was found. */
const stepMs = 250;

/**
 * `POST /api/studies/<study>/withdrawals`. Unknown codes and those used before get the same reply. Requests are
 * limited for each study as a whole: no address of anybody is looked at.
 */
export function withdrawalRoutes({
  store,
  now,
}: Pick<AppDependencies, "store" | "now">): OpenAPIHono<AppEnv> {
  const budget = new RequestBudget({ perMinute: 60, now });
  return new OpenAPIHono<AppEnv>().openapi(withdrawal, async (c) => {
    const { slug } = await store.study(c.req.valid("param").study);
    if (!budget.takes(slug)) throw new Refusal("too-many");
    const { receiptHash } = c.req.valid("json");
    const day = now().toISOString().slice(0, 10);
    const isDeleted = await inWholeSteps(stepMs, () =>
      store.withdrawSurveyResponse({ study: slug, receiptHash, day }),
    );
    return c.json({ result: isDeleted ? ("deleted" as const) : ("no-such-code" as const) }, 200);
  });
}
