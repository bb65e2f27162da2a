import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { identifierSchema, instrumentSchema, NotFound } from "@mehrwert/study";
import { compress } from "hono/compress";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { meaning, refusals, summary } from "./described.ts";

const instrument = createRoute({
  method: "get",
  path: "/api/instruments/{slug}/{version}",
  operationId: "instrument",
  ...summary({
    de: "Ein Fragebogen in einer Fassung, Wort für Wort wie in seiner Datei.",
    en: "A questionnaire at a version, word for word as in its file.",
  }),
  request: {
    params: z.object({
      slug: identifierSchema.meta({ example: "value-drivers" }),
      version: z
        .string()
        .regex(/^\d+\.\d+\.\d+$/)
        .meta({ example: "1.0.0" }),
    }),
  },
  middleware: [compress()] as const,
  responses: {
    200: {
      ...meaning({ de: "Der Fragebogen.", en: "The instrument." }),
      content: { "application/json": { schema: instrumentSchema.meta({ id: "Instrument" }) } },
    },
    ...refusals("not-found"),
  },
});

/** `GET /api/instruments/<slug>/<version>`, read-only. */
export function instrumentRoutes({
  instruments,
}: Pick<AppDependencies, "instruments">): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>().openapi(instrument, (c) => {
    const { slug, version } = c.req.valid("param");
    const found = instruments.get(`${slug}/${version}`);
    if (found === undefined) throw new NotFound(`There is no instrument ${slug} ${version}.`);
    return c.json(found, 200);
  });
}
