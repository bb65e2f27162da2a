import { createHash } from "node:crypto";
import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { type Study, studySchema } from "@mehrwert/study";
import { compress } from "hono/compress";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import {
  groupedResultsSchema,
  openAnswersSchema,
  resultsReplySchema,
} from "../results/results-reply-schema.ts";
import { ofWave, type StudyResults } from "../results/study-results.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter, waveQuery } from "./study.ts";

const results = createRoute({
  method: "get",
  path: "/api/studies/{study}/results",
  operationId: "results",
  ...needs("study:results"),
  ...summary({
    de: "Was ausgewertet und freigegeben ist: Anzahl der Antworten, Rangfragen, Verteilungen, Skalenmittel. Kleine Gruppen zeigen nur ihre Größenklasse; neue Antworten erscheinen in Schüben.",
    en: "What was computed and released: number of responses, rankings, distributions, scale means. Small groups show only their size class; new responses appear in batches.",
  }),
  request: { params: studyParameter, query: waveQuery },
  middleware: [compress()] as const,
  responses: {
    200: {
      ...meaning({
        de: "Die Ergebnisse der letzten Freigabe.",
        en: "The results of the last release.",
      }),
      content: { "application/json": { schema: resultsReplySchema.meta({ id: "Results" }) } },
    },
    304: meaning({ de: "Nichts hat sich geändert.", en: "Nothing has changed." }),
    ...refusals("signed-out", "not-found", "unavailable", "unexpected"),
  },
});

const grouped = createRoute({
  method: "get",
  path: "/api/studies/{study}/results/by/{grouping}",
  operationId: "resultsByGroup",
  ...needs("study:results"),
  ...summary({
    de: "Verteilungen und Skalenmittel nach den Gruppen einer Angabe, sofern die Studie sie erlaubt.",
    en: "Distributions and scale means by the groups of one variable, if the study allows it.",
  }),
  request: {
    params: studyParameter.extend({
      grouping: studySchema.shape.groupedBy
        .unwrap()
        .element.meta({ description: "Name of the variable", example: "d-lead" }),
    }),
    query: waveQuery,
  },
  middleware: [compress()] as const,
  responses: {
    200: {
      ...meaning({ de: "Die Ergebnisse nach Gruppen.", en: "The results by group." }),
      content: {
        "application/json": { schema: groupedResultsSchema.meta({ id: "GroupedResults" }) },
      },
    },
    ...refusals("signed-out", "not-found", "unavailable", "unexpected"),
  },
});

const openAnswers = createRoute({
  method: "get",
  path: "/api/studies/{study}/results/open-answers",
  operationId: "openAnswers",
  ...needs("study:results"),
  ...summary({
    de: "Freie Antworten, je Frage gemischt und ohne weitere Angaben.",
    en: "Open answers by question, shuffled and with nothing beside them.",
  }),
  request: { params: studyParameter, query: waveQuery },
  middleware: [compress()] as const,
  responses: {
    200: {
      ...meaning({ de: "Die freigegebenen Antworten.", en: "The answers released." }),
      content: { "application/json": { schema: openAnswersSchema.meta({ id: "OpenAnswers" }) } },
    },
    ...refusals("signed-out", "not-found", "unavailable", "unexpected"),
  },
});

/** `GET /api/studies/<study>/results`, `…/results/by/<grouping>` and `…/results/open-answers`: of one wave each. */
export function resultsRoutes({
  store,
  studyResults,
}: Pick<AppDependencies, "store"> & { studyResults: StudyResults }): OpenAPIHono<AppEnv> {
  const waveOf = async (slug: string, { wave }: { wave?: number | undefined }): Promise<Study> => {
    const study = await store.study(slug);
    return ofWave(study, wave ?? study.wave);
  };
  return new OpenAPIHono<AppEnv>()
    .openapi(results, async (c) => {
      const study = await waveOf(c.req.valid("param").study, c.req.valid("query"));
      const { reply, tag } = await studyResults.results(study);
      // Whoever watches asks again and again: what has not changed is neither written nor sent.
      const entityTag = `"${createHash("sha256").update(tag).digest("base64url").slice(0, 22)}"`;
      c.header("etag", entityTag);
      c.header("cache-control", "private, no-cache");
      if (c.req.header("if-none-match")?.replace(/^W\//, "") === entityTag)
        return c.body(null, 304);
      return c.json(reply, 200);
    })
    .openapi(grouped, async (c) => {
      const { study, grouping } = c.req.valid("param");
      const wave = await waveOf(study, c.req.valid("query"));
      return c.json(await studyResults.grouped(wave, grouping), 200);
    })
    .openapi(openAnswers, async (c) => {
      const study = await waveOf(c.req.valid("param").study, c.req.valid("query"));
      const questions = await studyResults.openAnswers(study);
      return c.json(
        questions.map((question) => ({ ...question, texts: [...question.texts] })),
        200,
      );
    });
}
