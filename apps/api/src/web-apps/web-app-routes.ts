import { type LocalizedText, NotFound, studySchema } from "@mehrwert/study";
import { type Context, Hono } from "hono";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { encodedReply } from "./encoded-reply.ts";
import { localizedShell } from "./shell.ts";
import { webAppLoader } from "./web-app-loader.ts";

const noSuchStudy: LocalizedText = {
  de: "Diese Befragung gibt es nicht",
  en: "There is no such questionnaire",
};

function pathBelow(c: Context<AppEnv>, prefix: string): string {
  return c.req.path.slice(prefix.length);
}

/**
 * The two web apps: the participant's at `/s/<study>` with its files below `/questionnaire/`,
 * the researcher's with every address below `/console/`.
 */
export function webAppRoutes({
  store,
  webApps,
}: Pick<AppDependencies, "store" | "webApps">): Hono<AppEnv> {
  const loadQuestionnaire = webAppLoader(webApps.questionnaire);
  const loadConsole = webAppLoader(webApps.console);
  const routes = new Hono<AppEnv>();

  routes.get("/", (c) => c.redirect("/console/"));
  routes.get("/console", (c) => c.redirect("/console/"));

  routes.get("/s/:study/", (c) => c.redirect(c.req.path.replace(/\/+$/, "")));

  routes.get("/s/:study", async (c) => {
    const language = c.get("language");
    c.header("vary", "accept-language");
    const slug = studySchema.shape.slug.safeParse(c.req.param("study"));
    const study = slug.success
      ? await store.study(slug.data).catch(undefinedIfNotFound)
      : undefined;
    const { shell } = await loadQuestionnaire();
    // For an unknown study the app itself says so, in both languages, and the status tells machines.
    const title = (study?.title ?? noSuchStudy)[language];
    return c.html(await localizedShell(shell, { language, title }), study ? 200 : 404);
  });

  routes.get("/questionnaire/*", async (c) => {
    const { files } = await loadQuestionnaire();
    const file = files.get(pathBelow(c, "/questionnaire/"));
    return file === undefined ? c.notFound() : encodedReply(c, file);
  });

  routes.get("/console/*", async (c) => {
    const { files, shell } = await loadConsole();
    const path = pathBelow(c, "/console/");
    const file = files.get(path);
    if (file !== undefined) return encodedReply(c, file);
    if (path.startsWith("assets/")) return c.notFound();
    c.header("vary", "accept-language");
    return c.html(await localizedShell(shell, { language: c.get("language"), title: undefined }));
  });

  return routes;
}

function undefinedIfNotFound(error: unknown): undefined {
  if (error instanceof NotFound) return undefined;
  throw error;
}
