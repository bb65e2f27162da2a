import { accessibilityPaths } from "@mehrwert/study";
import { type Context, Hono } from "hono";
import { noAccessibilityDetails } from "../accessibility-details.ts";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { formBody } from "../guards/form-body.ts";
import {
  type FeedbackForm,
  feedbackPage,
  feedbackThanksPage,
  feedbackTitle,
} from "../pages/accessibility/feedback-page.ts";
import { feedbackWords } from "../pages/accessibility/feedback-words.ts";
import { readFeedbackForm } from "../pages/accessibility/read-feedback-form.ts";
import { statementPage } from "../pages/accessibility/statement-page.ts";
import { statementWords } from "../pages/accessibility/statement-words.ts";
import { problemPage } from "../pages/problem-page.ts";
import { onError } from "../problems/on-error.ts";
import { problemKindOf, Refusal } from "../problems/refusal.ts";
import { RequestBudget } from "../request-budget.ts";
import { encodedPage } from "../web-apps/encoded-reply.ts";
import { type ShowPage, scriptlessPages } from "../web-apps/scriptless-pages.ts";

type Dependencies = Pick<AppDependencies, "store" | "webApps" | "log" | "now" | "accessibility">;

const knownPlaces =
  /^\/(privacy|s\/[a-z0-9-]{1,80}(\/withdraw)?|console(\/[a-z0-9.-]{1,80}){0,4}\/?)$/;

/** The page somebody came from, if it is one of ours: never a query, a token or anything else that was put there. */
function placeOf(c: Context<AppEnv>): string | undefined {
  const given = c.req.query("page") ?? "";
  return knownPlaces.test(given) ? given : undefined;
}

/** Status and headers of what went wrong, for a page that tells it to a person; failures are logged. */
async function replyFor(error: unknown, c: Context<AppEnv>, log: Dependencies["log"]) {
  if (!(error instanceof Error)) throw error;
  const { status, headers } = await onError(log)(error, c);
  const retryAfter = headers.get("retry-after");
  return { status, ...(retryAfter !== null && { headers: { "retry-after": retryAfter } }) };
}

/**
 * `GET /accessibility`, and the form to report a barrier with its replies. No login, no script, no cookie, and nothing
 * of it belongs to a study or a response.
 */
export function accessibilityRoutes(dependencies: Dependencies): Hono<AppEnv> {
  const { webApps, log, now, accessibility: details = noAccessibilityDetails } = dependencies;
  const show = scriptlessPages(webApps.questionnaire);
  const routes = new Hono<AppEnv>();

  routes.get(accessibilityPaths.statement, (c) => {
    const language = c.get("language");
    const today = now().toISOString().slice(0, 10);
    const content = statementPage({ details, language, today, place: placeOf(c) });
    return show(c, { title: statementWords.title[language], content });
  });
  addForm(routes, dependencies, show);
  routes.get(accessibilityPaths.thanks, (c) => {
    const language = c.get("language");
    const title = feedbackWords.thanksTitle[language];
    return show(c, { title, content: feedbackThanksPage(language) });
  });

  // Whatever else goes wrong is told on a page, too: a form's reply is read by a person.
  routes.onError(async (error, c) => {
    const page = await problemPage(problemKindOf(error), c.get("language"));
    return encodedPage(c, String(page), await replyFor(error, c, log));
  });
  return routes;
}

/** The number of messages is limited for all together: no address is looked at. */
function addForm(routes: Hono<AppEnv>, { store, log, now }: Dependencies, show: ShowPage): void {
  const budget = new RequestBudget({ perMinute: 10, now });
  const shownForm = (
    c: Context<AppEnv>,
    form: FeedbackForm,
    reply?: Awaited<ReturnType<typeof replyFor>>,
  ) => {
    const language = c.get("language");
    const page = { title: feedbackTitle(form, language), content: feedbackPage(form, language) };
    return show(c, page, reply);
  };

  routes.get(accessibilityPaths.feedback, (c) => {
    const typed = { barrier: "", place: placeOf(c) ?? "", replyTo: "" };
    return shownForm(c, { typed, errors: {} });
  });

  routes.post(accessibilityPaths.feedback, ...formBody, async (c) => {
    const language = c.get("language");
    const day = now().toISOString().slice(0, 10);
    const { feedback, ...form } = readFeedbackForm(await c.req.text(), { day, language });
    if (feedback === undefined) return shownForm(c, form, { status: 422 });
    try {
      if (!budget.takes("feedback")) throw new Refusal("too-many");
      await store.saveAccessibilityFeedback(feedback);
    } catch (error) {
      const isTooMany = error instanceof Refusal;
      const failure = feedbackWords[isTooMany ? "tooMany" : "failed"][language];
      return shownForm(c, { ...form, failure }, await replyFor(error, c, log));
    }
    return c.redirect(`${accessibilityPaths.thanks}?lang=${language}`, 303);
  });
}
