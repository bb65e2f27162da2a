import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { studySchema } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { parsedAtOnce } from "../guards/parsed-at-once.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";

const studyReplySchema = studySchema.meta({ id: "Study" });

/** The part of an address that names a study. */
export const studyParameter = parsedAtOnce(
  z.object({
    study: studySchema.shape.slug.meta({ description: "Slug of the study", example: "demo" }),
  }),
);

/** Which wave of a study is meant, where an address does not say it in another way. */
export const waveQuery = z.object({
  wave: z.coerce.number().pipe(studySchema.shape.wave).optional().meta({
    description: "One of the study's waves; without it the latest",
  }),
});

const studies = createRoute({
  method: "get",
  path: "/api/studies",
  operationId: "studies",
  ...needs("signed-in"),
  ...summary({
    de: "Die Studien, an denen Sie arbeiten, nach Kurznamen geordnet; für Verwaltende alle.",
    en: "The studies you work on, by slug; for administrators all.",
  }),
  responses: {
    200: {
      ...meaning({ de: "Die Studien.", en: "The studies." }),
      content: { "application/json": { schema: z.array(studyReplySchema) } },
    },
    ...refusals("unavailable", "unexpected"),
  },
});

const study = createRoute({
  method: "get",
  path: "/api/studies/{study}",
  operationId: "study",
  ...needs("public"),
  ...summary({
    de: "Eine Studie: Titel, Instrument, Welle, Stand und die Informationen vor der Einwilligung.",
    en: "One study: title, instrument, wave, status and the information before consent.",
  }),
  request: { params: studyParameter },
  responses: {
    200: {
      ...meaning({ de: "Die Studie.", en: "The study." }),
      content: { "application/json": { schema: studyReplySchema } },
    },
    ...refusals("signed-out", "not-found", "unavailable", "unexpected"),
  },
});

/** `GET /api/studies` and `GET /api/studies/<study>`. */
export function studyRoutes({ store }: Pick<AppDependencies, "store">): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(studies, async (c) => {
      const visible = (await store.studies()).filter(({ slug }) =>
        c.get("may")("study:read", slug),
      );
      return c.json(visible, 200);
    })
    .openapi(study, async (c) => c.json(await store.study(c.req.valid("param").study), 200));
}
