import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { identifierSchema, instrumentJsonSchema, instrumentSchema } from "@mehrwert/study";
import { compress } from "hono/compress";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { instrumentOrDraft } from "../instrument-or-draft.ts";
import type { Library } from "../library.ts";
import { meaning, refusals, summary } from "./described.ts";

/** A published version, or `draft` for what is being written. */
export const versionOrDraft = z
  .string()
  .regex(/^(\d+\.\d+\.\d+|draft)$/)
  .meta({ example: "1.0.0" });

const instrument = createRoute({
  method: "get",
  path: "/api/instruments/{slug}/{version}",
  operationId: "instrument",
  ...summary({
    de: "Ein Fragebogen in einer Fassung, Wort für Wort wie in seiner Datei; die Fassung „draft“ ist der Entwurf.",
    en: "A questionnaire at a version, word for word as in its file; the version “draft” is what is being written.",
  }),
  request: {
    params: z.object({
      slug: identifierSchema.meta({ example: "value-drivers" }),
      version: versionOrDraft,
    }),
  },
  middleware: [compress()] as const,
  responses: {
    200: {
      ...meaning({ de: "Der Fragebogen.", en: "The instrument." }),
      content: { "application/json": { schema: instrumentSchema.meta({ id: "Instrument" }) } },
    },
    ...refusals("not-found", "invalid", "unavailable", "unexpected"),
  },
});

const schema = createRoute({
  method: "get",
  path: "/api/instruments/schema.json",
  operationId: "instrumentJsonSchema",
  ...summary({
    de: "Das JSON-Schema (draft 7) von instrument.json, für Editoren.",
    en: "The JSON Schema (draft 7) of instrument.json, for editors.",
  }),
  middleware: [compress()] as const,
  responses: {
    200: {
      ...meaning({ de: "Das Schema.", en: "The schema." }),
      content: { "application/json": { schema: z.looseObject({}) } },
    },
    ...refusals("unexpected"),
  },
});

/** `GET /api/instruments/schema.json`, and `GET /api/instruments/<slug>/<version>`, read-only. A draft that cannot be shown is refused with its errors. */
export function instrumentRoutes({
  library,
  store,
}: Pick<AppDependencies, "store"> & { library: Library }): OpenAPIHono<AppEnv> {
  const editorSchema = { ...instrumentJsonSchema() };
  return new OpenAPIHono<AppEnv>()
    .openapi(schema, (c) => c.json(editorSchema, 200))
    .openapi(instrument, async (c) => {
      const { slug, version } = c.req.valid("param");
      return c.json(await instrumentOrDraft({ slug, version, library, store }), 200);
    });
}
