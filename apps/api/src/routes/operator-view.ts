import { Hono } from "hono";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { operatorViewPage } from "../pages/operator-view/operator-view-page.ts";
import { operatorViewWords } from "../pages/operator-view/statements.ts";
import { scriptlessPages } from "../web-apps/scriptless-pages.ts";

/** `GET /privacy`: what the operator can and cannot see. */
export function operatorViewRoutes({ webApps }: Pick<AppDependencies, "webApps">): Hono<AppEnv> {
  const show = scriptlessPages(webApps.questionnaire);
  return new Hono<AppEnv>().get("/privacy", (c) => {
    const language = c.get("language");
    const title = operatorViewWords.title[language];
    return show(c, { title, content: operatorViewPage(language) });
  });
}
