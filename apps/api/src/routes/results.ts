import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { compress } from "hono/compress";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { resultsReplySchema } from "../results/results-reply-schema.ts";
import type { StudyResults } from "../results/study-results.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

const results = createRoute({
  method: "get",
  path: "/api/studies/{study}/results",
  operationId: "results",
  ...needs("study:results"),
  ...summary({
    de: "Anzahl der Antworten und die Tabelle jeder Rangfrage. Kleine Gruppen zeigen nur ihre Größenklasse.",
    en: "Number of responses and the table of every ranking question. Small groups show only their size class.",
  }),
  request: { params: studyParameter },
  middleware: [compress()] as const,
  responses: {
    200: {
      ...meaning({ de: "Die Ergebnisse, wie sie jetzt sind.", en: "The results as of now." }),
      content: { "application/json": { schema: resultsReplySchema.meta({ id: "Results" }) } },
    },
    ...refusals("signed-out", "not-found", "unavailable", "unexpected"),
  },
});

/** `GET /api/studies/<study>/results`. */
export function resultsRoutes({
  store,
  studyResults,
}: Pick<AppDependencies, "store"> & { studyResults: StudyResults }): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>().openapi(results, async (c) => {
    const study = await store.study(c.req.valid("param").study);
    return c.json(await studyResults.results(study), 200);
  });
}
