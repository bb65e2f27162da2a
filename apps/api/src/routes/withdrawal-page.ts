import { NotFound, studySchema } from "@mehrwert/study";
import { Hono } from "hono";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { participantPage, participantTitle } from "../pages/participant/participant-page.ts";
import { withdrawalPage } from "../pages/withdrawal-page.ts";
import { withdrawalWords } from "../pages/withdrawal-words.ts";
import { onError } from "../problems/on-error.ts";
import { encodedPage } from "../web-apps/encoded-reply.ts";
import { localizedShell } from "../web-apps/shell.ts";
import { webAppLoader } from "../web-apps/web-app-loader.ts";

/**
 * `GET /s/<study>/withdraw`: where a participant deletes the answers given, of a closed study, too. Its script comes
 * with the questionnaire's files and hashes the code in the browser.
 */
export function withdrawalPageRoutes({
  store,
  webApps,
  log,
}: Pick<AppDependencies, "store" | "webApps" | "log">): Hono<AppEnv> {
  const loadQuestionnaire = webAppLoader(webApps.questionnaire);
  const routes = new Hono<AppEnv>();
  routes.get("/s/:study/withdraw", async (c) => {
    const language = c.get("language");
    const { shell } = await loadQuestionnaire();
    const { data: slug } = studySchema.shape.slug.safeParse(c.req.param("study"));
    try {
      if (slug === undefined) throw new NotFound("no such study");
      const study = await store.study(slug);
      const title = withdrawalWords.title[language];
      const content = withdrawalPage(study, language);
      return encodedPage(c, await localizedShell(shell, { language, title, content }));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const { status } = await onError(log)(error, c);
      const page = { state: error instanceof NotFound ? "unknown" : "unreachable" } as const;
      const title = participantTitle(page, language);
      const content = participantPage(page, language);
      return encodedPage(c, await localizedShell(shell, { language, title, content }), { status });
    }
  });
  return routes;
}
