import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { ofWave, type StudyResults } from "../results/study-results.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter, waveQuery } from "./study.ts";

const dataset = createRoute({
  method: "get",
  path: "/api/studies/{study}/dataset.zip",
  operationId: "dataset",
  ...needs("study:dataset"),
  ...summary({
    de: "Der Datensatz einer Welle zum Mitnehmen: responses.csv, dictionary.json und manifest.json mit Prüfsummen.",
    en: "The dataset of one wave to take away: responses.csv, dictionary.json and manifest.json with checksums.",
  }),
  request: {
    params: studyParameter,
    query: waveQuery,
  },
  responses: {
    200: {
      ...meaning({ de: "Die ZIP-Datei.", en: "The zip file." }),
      content: {
        "application/zip": { schema: z.string().meta({ type: "string", format: "binary" }) },
      },
    },
    ...refusals("signed-out", "not-found", "unavailable", "unexpected"),
  },
});

/** `GET /api/studies/<study>/dataset.zip`. Raw answers, for the researcher: no small-group rule applies inside. */
export function datasetRoutes({
  store,
  now,
  studyResults,
}: Pick<AppDependencies, "store" | "now"> & { studyResults: StudyResults }): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>().openapi(dataset, async (c) => {
    const study = await store.study(c.req.valid("param").study);
    const { wave = study.wave } = c.req.valid("query");
    const createdOn = now().toISOString().slice(0, 10);
    const zip = await studyResults.datasetZip(ofWave(study, wave), createdOn);
    await c.get("audit")({ action: "dataset.fetched", study: study.slug, details: { wave } });
    return c.body(zip, 200, {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${study.slug}${study.wave > 1 ? `-wave-${wave}` : ""}-${createdOn}.zip"`,
    });
  });
}
