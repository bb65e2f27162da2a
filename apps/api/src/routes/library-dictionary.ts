import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  type DictionaryFormat,
  dataDictionary,
  dataDictionaryDocument,
  dictionaryFormats,
} from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { instrumentOrDraft } from "../instrument-or-draft.ts";
import type { Library } from "../library.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { versionOrDraft } from "./instrument.ts";
import { slugParameter } from "./library-schemas.ts";

const mediaTypes: Record<DictionaryFormat, string> = {
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  json: "application/json",
  xml: "application/xml",
};

const fileNames = dictionaryFormats.map((format) => `dictionary.${format}` as const);
const text = { schema: z.string() };

const dictionary = createRoute({
  method: "get",
  path: "/api/library/{slug}/{version}/{file}",
  operationId: "dataDictionary",
  ...needs("library:read"),
  ...summary({
    de: "Das Datenwörterbuch eines Fragebogens zum Mitnehmen: dictionary.html, .md, .json oder .xml (DDI Codebook 2.5).",
    en: "The data dictionary of an instrument to take away: dictionary.html, .md, .json or .xml (DDI Codebook 2.5).",
  }),
  request: {
    params: slugParameter.extend({ version: versionOrDraft, file: z.enum(fileNames) }),
  },
  responses: {
    200: {
      ...meaning({ de: "Das Datenwörterbuch.", en: "The data dictionary." }),
      content: {
        "text/html": text,
        "text/markdown": text,
        "application/json": text,
        "application/xml": text,
      },
    },
    ...refusals("signed-out", "not-found", "invalid", "unavailable", "unexpected"),
  },
});

/** `GET /api/library/<slug>/<version>/dictionary.<format>`, as a file to keep. */
export function libraryDictionaryRoutes({
  store,
  library,
}: Pick<AppDependencies, "store"> & { library: Library }): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>().openapi(dictionary, async (c) => {
    const { slug, version, file } = c.req.valid("param");
    const instrument = await instrumentOrDraft({ slug, version, library, store });
    const format = dictionaryFormats.find((each) => file.endsWith(each)) ?? "html";
    const said = dataDictionaryDocument(dataDictionary([instrument]), c.get("language"), format);
    return c.body(said, 200, {
      "content-type": mediaTypes[format],
      "content-disposition": `attachment; filename="${slug}-${version}-${file}"`,
    });
  });
}
