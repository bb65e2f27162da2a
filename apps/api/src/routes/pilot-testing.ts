import { timingSafeEqual } from "node:crypto";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  Invalid,
  type LocalizedText,
  NotFound,
  pilotCommentSchema,
  pilotResponseSchema,
  type Study,
  studySchema,
} from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import type { FieldedInstrument, FieldedVersion } from "../fielded-instrument.ts";
import { jsonBody } from "../guards/json-body.ts";
import { Refusal } from "../problems/refusal.ts";
import { needs } from "../rights/needs.ts";
import { localizedShell } from "../web-apps/shell.ts";
import { webAppLoader } from "../web-apps/web-app-loader.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

const refused = refusals(
  ...(["malformed", "too-large", "not-json", "invalid", "cross-site", "not-found"] as const),
  ...(["too-many", "unavailable", "unexpected"] as const),
);
const keySchema = z.string().regex(/^[A-Za-z0-9_-]{20}$/);
const keptSchema = z.strictObject({ result: z.literal("stored") });

function testing<Name extends string, Body extends z.ZodType, Reply extends z.ZodType>(
  name: Name,
  {
    operationId,
    body,
    reply,
    told,
  }: { operationId: string; body: Body; reply: Reply; told: LocalizedText },
) {
  return createRoute({
    method: "post",
    path: `/api/studies/{study}/${name}` as const,
    operationId,
    ...needs("public"),
    ...summary(told),
    request: {
      params: studyParameter,
      body: { required: true, content: { "application/json": { schema: body } } },
    },
    middleware: jsonBody,
    responses: {
      200: {
        ...meaning({ de: "Angenommen.", en: "Accepted." }),
        content: { "application/json": { schema: reply } },
      },
      ...refused,
    },
  });
}

const openings = testing("pilot-openings", {
  operationId: "openPilot",
  body: z.strictObject({ key: keySchema }).meta({ id: "PilotKey" }),
  reply: z.strictObject({
    study: studySchema.meta({ id: "Study" }),
  }),
  told: {
    de: "Gibt Testerinnen und Testern die Studie, auch wenn sie noch geplant wird.",
    en: "Gives testers the study, even while it is being planned.",
  },
});
const responses = testing("pilot-responses", {
  operationId: "savePilotResponse",
  body: z
    .strictObject({
      key: keySchema,
      response: pilotResponseSchema.extend({
        answers: pilotResponseSchema.shape.answers.meta({
          type: "object",
          additionalProperties: true,
        }),
      }),
    })
    .meta({ id: "PilotResponse" }),
  reply: keptSchema,
  told: {
    de: "Nimmt Testantworten an. Sie liegen für sich und kommen in keine Zählung, kein Ergebnis und keinen Datensatz.",
    en: "Takes test answers. They lie apart and enter no count, no result and no dataset.",
  },
});
const comments = testing("pilot-comments", {
  operationId: "savePilotComment",
  body: pilotCommentSchema
    .omit({ id: true, isSettled: true, day: true })
    .extend({ key: keySchema })
    .meta({ id: "PilotCommentToSave" }),
  reply: keptSchema,
  told: {
    de: "Nimmt eine Anmerkung zu einer Seite des Fragebogens an.",
    en: "Takes a comment on a page of the questionnaire.",
  },
});

const title: LocalizedText = { de: "Probelauf einer Befragung", en: "Pilot of a survey" };

/**
 * The testers' side of a pilot: `/pilot/<study>#<key>`, the participant's app in test mode. The key stands behind the `#`
 * and in bodies, never in an address that is logged; a wrong one finds nothing, like a study that is not there.
 */
export function pilotTestingRoutes({
  store,
  now,
  webApps,
  fieldedInstrument,
}: Pick<AppDependencies, "store" | "now" | "webApps"> & {
  fieldedInstrument: (version: FieldedVersion) => Promise<FieldedInstrument>;
}): OpenAPIHono<AppEnv> {
  const admitted = async (slug: string, key: string): Promise<Study> => {
    const known = (await store.pilotKey(slug)) ?? "";
    const isKnown =
      known.length === key.length && timingSafeEqual(Buffer.from(known), Buffer.from(key));
    if (!isKnown) throw new NotFound("no such pilot");
    return store.study(slug);
  };
  const loadQuestionnaire = webAppLoader(webApps.questionnaire);
  const routes = new OpenAPIHono<AppEnv>()
    .openapi(openings, async (c) => {
      const study = await admitted(c.req.valid("param").study, c.req.valid("json").key);
      return c.json({ study }, 200);
    })
    .openapi(responses, async (c) => {
      const { key, response } = c.req.valid("json");
      const study = await admitted(c.req.valid("param").study, key);
      const { answers } = await fieldedInstrument(study);
      const { lastPage, presentation } = response;
      const { assigned } = study;
      const issues = answers.check(response.answers, presentation, { lastPage, assigned });
      if (issues.length > 0) throw new Invalid("answers not allowed", issues);
      if (!(await store.savePilotResponse(study.slug, response))) throw new Refusal("too-many");
      return c.json({ result: "stored" as const }, 200);
    })
    .openapi(comments, async (c) => {
      const { key, ...comment } = c.req.valid("json");
      const { slug } = await admitted(c.req.valid("param").study, key);
      const day = now().toISOString().slice(0, 10);
      if (!(await store.savePilotComment(slug, { ...comment, day }))) throw new Refusal("too-many");
      return c.json({ result: "stored" as const }, 200);
    });
  routes.get("/pilot/:study", async (c) => {
    if (!studySchema.shape.slug.safeParse(c.req.param("study")).success) return c.notFound();
    const language = c.get("language");
    c.header("vary", "accept-language");
    c.header("cache-control", "no-store");
    const { shell } = await loadQuestionnaire();
    return c.html(await localizedShell(shell, { language, title: title[language] }));
  });
  return routes;
}
