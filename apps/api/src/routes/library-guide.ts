import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { type InterviewGuide, interviewGuideDocument, NotFound } from "@mehrwert/study";
import type { AppEnv } from "../app-env.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { slugParameter, versionSchema } from "./library-schemas.ts";

const text = { schema: z.string() };

const guide = createRoute({
  method: "get",
  path: "/api/interview-guides/{slug}/{version}/{file}",
  operationId: "interviewGuide",
  ...needs("library:read"),
  ...summary({
    de: "Ein Gesprächsleitfaden: guide.html zum Lesen und Drucken, mit Platz für Notizen, guide.md zum Mitnehmen.",
    en: "An interview guide: guide.html to read and print, with room for notes, guide.md to take away.",
  }),
  request: {
    params: slugParameter.extend({
      version: versionSchema,
      file: z.enum(["guide.html", "guide.md"]),
    }),
  },
  responses: {
    200: {
      ...meaning({ de: "Der Leitfaden.", en: "The guide." }),
      content: { "text/html": text, "text/markdown": text },
    },
    ...refusals("not-found", "unexpected"),
  },
});

/** `GET /api/interview-guides/<slug>/<version>/guide.<format>`: a page, or a file to keep. */
export function libraryGuideRoutes({
  interviewGuides,
}: {
  interviewGuides: readonly InterviewGuide[];
}): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>().openapi(guide, (c) => {
    const { slug, version, file } = c.req.valid("param");
    const found = interviewGuides.find((each) => each.slug === slug && each.version === version);
    if (found === undefined) throw new NotFound(`There is no interview guide ${slug} ${version}.`);
    if (file === "guide.html") {
      return c.body(interviewGuideDocument(found, c.get("language"), "html"), 200, {
        "content-type": "text/html; charset=utf-8",
      });
    }
    return c.body(interviewGuideDocument(found, c.get("language"), "md"), 200, {
      "content-type": "text/markdown; charset=utf-8",
      "content-disposition": `attachment; filename="${slug}-${version}.md"`,
    });
  });
}
