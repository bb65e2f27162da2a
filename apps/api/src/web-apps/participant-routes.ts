import {
  baseLanguage,
  consentHash,
  type Language,
  NotFound,
  type ReadingLanguage,
  studySchema,
} from "@mehrwert/study";
import { type Context, Hono } from "hono";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import type { fieldedInstruments } from "../fielded-instrument.ts";
import {
  offeredBy,
  type ParticipantPage,
  participantPage,
  participantTitle,
} from "../pages/participant/participant-page.ts";
import { onError } from "../problems/on-error.ts";
import { encodedPage } from "./encoded-reply.ts";
import { localizedShell } from "./shell.ts";
import { webAppLoader } from "./web-app-loader.ts";

/** The language somebody reads in, of those the study is asked in: the one they want, else its first. */
function readingOf(
  offered: readonly ReadingLanguage[],
  asked: string | undefined,
  language: Language,
): ReadingLanguage {
  if (asked === "de-simple" && offered.includes(asked)) return asked;
  return offered.includes(language) ? language : (offered[0] ?? language);
}

/**
 * `GET /s/<study>`: the participant's page as plain HTML, with the files of the questionnaire named in its head.
 * An unknown study and a failing server answer with a page, too, and with the status that tells machines.
 */
export function participantRoutes({
  store,
  webApps,
  log,
  fieldedInstrument,
}: Pick<AppDependencies, "store" | "webApps" | "log"> & {
  fieldedInstrument: ReturnType<typeof fieldedInstruments>;
}): Hono<AppEnv> {
  const loadQuestionnaire = webAppLoader(webApps.questionnaire);
  const routes = new Hono<AppEnv>();

  const pageOf = async (slug: string): Promise<ParticipantPage> => {
    const study = await store.study(slug);
    if (study.status === "archived") return { state: "closed", study };
    if (study.status !== "fielding") return { state: study.status, study };
    const { instrument } = await fieldedInstrument(study);
    return { state: "open", study, instrument, consentHash: await consentHash(study, instrument) };
  };
  const failed = async (c: Context<AppEnv>, error: Error) => {
    const isUnknown = error instanceof NotFound;
    const { status, headers } = await onError(log)(error, c);
    const retryAfter = headers.get("retry-after");
    const page: ParticipantPage = { state: isUnknown ? "unknown" : "unreachable" };
    return { page, status, headers: retryAfter ? { "retry-after": retryAfter } : {} };
  };

  routes.get("/s/:study/", (c) => c.redirect(`/s/${encodeURIComponent(c.req.param("study"))}`));

  routes.get("/s/:study", async (c) => {
    const language = c.get("language");
    const { shell } = await loadQuestionnaire();
    const slug = studySchema.shape.slug.safeParse(c.req.param("study"));
    const { page, ...reply } = await (slug.success
      ? pageOf(slug.data).then((page) => ({ page }))
      : Promise.reject(new NotFound("no such study"))
    ).catch((error) => failed(c, error));
    const reading = readingOf(offeredBy(page), c.req.query("lang"), language);
    const title = participantTitle(page, baseLanguage(reading));
    const content = participantPage(page, reading);
    const shown = await localizedShell(shell, { language: reading, title, content });
    return encodedPage(c, shown, reply);
  });
  return routes;
}
