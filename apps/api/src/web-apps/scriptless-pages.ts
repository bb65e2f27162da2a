import type { Context } from "hono";
import type { html } from "hono/html";
import type { AppEnv } from "../app-env.ts";
import { encodedPage } from "./encoded-reply.ts";
import { localizedShell, withoutScripts } from "./shell.ts";
import { webAppLoader } from "./web-app-loader.ts";

/** Sends a page that looks like the participant's and runs nothing. */
export type ShowPage = (
  c: Context<AppEnv>,
  page: { title: string; content: ReturnType<typeof html> },
  reply?: Parameters<typeof encodedPage>[2],
) => Promise<Response>;

/** Pages in the look of the participant's app, whose folder is named, without any of its scripts. */
export function scriptlessPages(questionnaire: string): ShowPage {
  const loadQuestionnaire = webAppLoader(questionnaire);
  return async (c, page, reply) => {
    const { shell } = await loadQuestionnaire();
    const localized = { language: c.get("language"), ...page };
    return encodedPage(c, await localizedShell(withoutScripts(shell), localized), reply);
  };
}
