import { type Context, Hono } from "hono";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { encodedReply } from "./encoded-reply.ts";
import { localizedShell } from "./shell.ts";
import { webAppLoader } from "./web-app-loader.ts";

function pathBelow(c: Context<AppEnv>, prefix: string): string {
  return c.req.path.slice(prefix.length);
}

/** The files of the participant's app below `/questionnaire/`, and the researcher's app at every address below `/console/`. */
export function webAppRoutes({ webApps }: Pick<AppDependencies, "webApps">): Hono<AppEnv> {
  const loadQuestionnaire = webAppLoader(webApps.questionnaire);
  const loadConsole = webAppLoader(webApps.console);
  const routes = new Hono<AppEnv>();

  routes.get("/", (c) => c.redirect("/console/"));
  routes.get("/console", (c) => c.redirect("/console/"));

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
