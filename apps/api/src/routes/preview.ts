import { identifierSchema, type LocalizedText } from "@mehrwert/study";
import { Hono } from "hono";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { localizedShell } from "../web-apps/shell.ts";
import { webAppLoader } from "../web-apps/web-app-loader.ts";

const title: LocalizedText = { de: "Vorschau eines Fragebogens", en: "Preview of an instrument" };

/**
 * `GET /preview/<slug>/<version>`: the participant's app as a preview of an instrument, which asks for the definition
 * itself and stores and sends nothing. The one page that pages of this server may embed.
 */
export function previewRoutes({ webApps }: Pick<AppDependencies, "webApps">): Hono<AppEnv> {
  const loadQuestionnaire = webAppLoader(webApps.questionnaire);
  const routes = new Hono<AppEnv>();
  routes.get("/preview/:slug/:version", async (c) => {
    const isName = identifierSchema.safeParse(c.req.param("slug")).success;
    if (!isName || !/^(\d+\.\d+\.\d+|draft)$/.test(c.req.param("version"))) return c.notFound();
    const language = c.get("language");
    c.set("isEmbeddable", true);
    c.header("vary", "accept-language");
    const { shell } = await loadQuestionnaire();
    return c.html(await localizedShell(shell, { language, title: title[language] }));
  });
  return routes;
}
