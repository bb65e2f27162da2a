import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { participationLink } from "@mehrwert/privacy";
import { NotFound } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { codeOf } from "../mail/send-mails.ts";
import { codeSheetPage } from "../pages/print/code-sheet-page.ts";
import { posterPage } from "../pages/print/poster-page.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

const html = { "text/html": { schema: z.string() } };

const sheet = createRoute({
  method: "get",
  path: "/api/studies/{study}/code-sheet.html",
  operationId: "codeSheet",
  ...needs("study:field"),
  ...summary({
    de: "Die Codes der laufenden Welle, die niemandem zugeordnet sind, zum Ausdrucken und Zerschneiden. Benutzte stehen dabei, damit der Bogen nichts verrät.",
    en: "The codes of the wave under way that belong to nobody, to be printed and cut apart. Used ones are among them, so that the sheet tells nothing.",
  }),
  request: { params: studyParameter },
  responses: {
    200: { ...meaning({ de: "Der Bogen.", en: "The sheet." }), content: html },
    ...refusals("not-found", "unavailable", "unexpected"),
  },
});

const poster = createRoute({
  method: "get",
  path: "/api/studies/{study}/poster.html",
  operationId: "poster",
  ...needs("study:read"),
  ...summary({
    de: "Ein Aushang mit der Adresse der Befragung als QR-Code, zum Ausdrucken. Er enthält keinen Code.",
    en: "A poster with the address of the survey as a QR code, to be printed. It holds no code.",
  }),
  request: { params: studyParameter },
  responses: {
    200: { ...meaning({ de: "Der Aushang.", en: "The poster." }), content: html },
    ...refusals("not-found", "unavailable", "unexpected"),
  },
});

/** What is printed instead of mailed. */
export function codeSheetRoutes({
  store,
  publicUrl,
}: Pick<AppDependencies, "store" | "publicUrl">): OpenAPIHono<AppEnv> {
  const originOf = (url: string) => publicUrl?.() ?? new URL(url).origin;
  return new OpenAPIHono<AppEnv>()
    .openapi(sheet, async (c) => {
      const study = await store.study(c.req.valid("param").study);
      const codes = await store.fieldwork.printedCodes({ study: study.slug, codeOf });
      if (codes.length === 0) throw new NotFound(`${study.slug} has no codes to print.`);
      const origin = originOf(c.req.url);
      const linkTo = (code: string) =>
        participationLink({
          ...{ origin, study: study.slug, code },
          fingerprint: study.credentialKey?.fingerprint,
        });
      const language = c.get("language");
      await c.get("audit")({
        action: "code-sheet.fetched",
        study: study.slug,
        details: { codes: codes.length },
      });
      c.header("cache-control", "no-store");
      return c.html(String(await codeSheetPage({ study, codes, origin, linkTo, language })), 200);
    })
    .openapi(poster, async (c) => {
      const study = await store.study(c.req.valid("param").study);
      const address = `${originOf(c.req.url)}/s/${study.slug}`;
      return c.html(String(await posterPage({ study, address, language: c.get("language") })), 200);
    });
}
