import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { importFormats } from "@mehrwert/import";
import { Invalid, identifierSchema, localizedTextSchema } from "@mehrwert/study";
import type { MiddlewareHandler } from "hono";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { limitedBody } from "../guards/json-body.ts";
import type { Library } from "../library.ts";
import { Refusal } from "../problems/refusal.ts";
import type { StudyWorker } from "../results/study-worker.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { draftReply, draftText, refusedAs } from "./library-draft.ts";
import { draftSchema } from "./library-schemas.ts";

const largestFileBytes = 10 * 1024 * 1024;
const text = localizedTextSchema;

/** As `ImportReport`. */
const reportSchema = z
  .strictObject({
    fileName: z.string(),
    format: z.enum(importFormats),
    encoding: z.string(),
    entries: z.array(
      z.strictObject({
        outcome: z.enum(["carried-over", "changed", "left-out"]),
        where: z.string(),
        was: text,
        became: text,
        advice: text.optional(),
      }),
    ),
    toComplete: z.array(z.strictObject({ path: z.string(), what: text, advice: text })),
    cosmetic: z.array(z.strictObject({ name: z.string(), count: z.number().int() })),
  })
  .meta({ id: "ImportReport" });

/** A page elsewhere can send plain text and forms without asking, but not this. */
const onlyBytes: MiddlewareHandler<AppEnv> = async (c, next) => {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/octet-stream\b/i.test(type)) throw new Refusal("not-bytes");
  await next();
};

const importing = createRoute({
  method: "post",
  path: "/api/library/import",
  operationId: "importInstrument",
  ...needs("library:write"),
  ...summary({
    de: "Liest einen Fragebogen von LimeSurvey (lss, tsv), Qualtrics (qsf), Kobo/ODK (xlsx) oder SurveyJS (json) als Entwurf ein und sagt von jedem Teil, was daraus wurde.",
    en: "Imports a questionnaire of LimeSurvey (lss, tsv), Qualtrics (qsf), Kobo/ODK (xlsx) or SurveyJS (json) as a draft and says of every part what became of it.",
  }),
  request: {
    query: z.object({
      fileName: z.string().min(1).max(200),
      format: z.enum(importFormats).optional(),
      /** Name of the draft; else made of the file's title. */
      as: identifierSchema.optional(),
    }),
    body: {
      required: true,
      content: {
        "application/octet-stream": {
          schema: z.string().meta({ type: "string", format: "binary" }),
        },
      },
    },
  },
  middleware: [onlyBytes, limitedBody(largestFileBytes)] as const,
  responses: {
    201: {
      ...meaning({ de: "Der Entwurf und der Bericht.", en: "The draft and the report." }),
      content: {
        "application/json": {
          schema: z.strictObject({ draft: draftSchema, report: reportSchema }),
        },
      },
    },
    ...refusals("signed-out", "forbidden", "cross-site", "name-taken", "too-large", "not-bytes"),
    ...refusals("invalid", "unavailable", "unexpected"),
  },
});

/** `POST /api/library/import?fileName=…`, the file as the body; read beside the server, because ten megabytes take their time. */
export function libraryImportRoutes({
  store,
  library,
  worker,
}: Pick<AppDependencies, "store"> & {
  library: Library;
  worker: StudyWorker;
}): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>().openapi(importing, async (c) => {
    const { fileName, format, as } = c.req.valid("query");
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const result = await worker.importedInstrument({
      fileName,
      bytes,
      ...(format && { format }),
      ...(as && { slug: as }),
    });
    if (!result.ok) throw new Invalid("the file cannot be imported", result.issues);
    const { instrument, report } = result.value;
    const { slug } = instrument.mehrwert;
    if ((await library.all()).has(slug)) throw new Refusal("name-taken");
    const begin = () => store.createLibraryDraft(slug, draftText(instrument));
    return c.json({ draft: draftReply(await refusedAs("name-taken", begin)), report }, 201);
  });
}
