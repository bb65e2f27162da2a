import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { identifierSchema, instrumentJsonSchema, instrumentSchema } from "@mehrwert/study";
import { compress } from "hono/compress";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { instrumentOrDraft } from "../instrument-or-draft.ts";
import type { Library } from "../library.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";

const published = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/)
  .meta({ example: "1.0.0" });

/** A published version, or `draft` for what is being written. */
export const versionOrDraft = z
  .string()
  .regex(/^(\d+\.\d+\.\d+|draft)$/)
  .meta({ example: "1.0.0" });

const instrument = createRoute({
  method: "get",
  path: "/api/instruments/{slug}/{version}",
  operationId: "instrument",
  ...needs("public"),
  ...summary({
    de: "Ein Fragebogen in einer veröffentlichten Fassung, Wort für Wort wie in seiner Datei.",
    en: "A questionnaire at a published version, word for word as in its file.",
  }),
  request: {
    params: z.object({
      slug: identifierSchema.meta({ example: "value-drivers" }),
      version: published,
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

const draft = createRoute({
  method: "get",
  path: "/api/instruments/{slug}/draft",
  operationId: "instrumentAsDrafted",
  ...needs("library:read"),
  ...summary({
    de: "Der Entwurf eines Fragebogens, sobald er einer ist, für seine Vorschau.",
    en: "The draft of a questionnaire as soon as it is one, for its preview.",
  }),
  request: { params: z.object({ slug: identifierSchema }) },
  middleware: [compress()] as const,
  responses: {
    200: {
      ...meaning({ de: "Der Entwurf.", en: "The draft." }),
      content: { "application/json": { schema: instrumentSchema.meta({ id: "Instrument" }) } },
    },
    ...refusals("signed-out", "not-found", "invalid", "unavailable", "unexpected"),
  },
});

const schema = createRoute({
  method: "get",
  path: "/api/instruments/schema.json",
  operationId: "instrumentJsonSchema",
  ...needs("public"),
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
    .openapi(draft, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await instrumentOrDraft({ slug, version: "draft", library, store }), 200);
    })
    .openapi(instrument, async (c) => {
      const { slug, version } = c.req.valid("param");
      return c.json(await instrumentOrDraft({ slug, version, library, store }), 200);
    });
}
