import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  Invalid,
  type Issue,
  type Study,
  type SurveyResponse,
  surveyResponseSchema,
} from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import {
  type FieldedVersion,
  type fieldedInstruments,
  fieldedVersions,
} from "../fielded-instrument.ts";
import { jsonBody } from "../guards/json-body.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

const bodySchema = surveyResponseSchema
  .extend({
    answers: surveyResponseSchema.shape.answers.meta({
      type: "object",
      description: "Answers by question name; the study's instrument says which are allowed.",
      additionalProperties: true,
    }),
  })
  .meta({ id: "SurveyResponse" });

const savedSchema = z.strictObject({
  id: z.string(),
  result: z.enum(["stored", "already-stored"]),
});
const saved = { "application/json": { schema: savedSchema } };

const surveyResponse = createRoute({
  method: "post",
  path: "/api/studies/{study}/responses",
  operationId: "saveSurveyResponse",
  ...summary({
    de: "Speichert die Antworten einer Person. Dieselbe Antwort darf mehrfach gesendet werden; gespeichert wird sie einmal.",
    en: "Stores one person's answers. The same response may be sent repeatedly; it is stored once.",
  }),
  request: {
    params: studyParameter,
    body: { required: true, content: { "application/json": { schema: bodySchema } } },
  },
  middleware: jsonBody,
  responses: {
    201: {
      ...meaning({
        de: "Gespeichert: Die Antwort liegt auf der Platte.",
        en: "Stored: the response is on disk.",
      }),
      content: saved,
    },
    200: {
      ...meaning({
        de: "Dieselbe Antwort war schon gespeichert.",
        en: "The same response was stored before.",
      }),
      content: saved,
    },
    ...refusals(
      "malformed",
      "closed",
      "cross-site",
      "not-found",
      "conflict",
      "too-large",
      "not-json",
      "invalid",
      "unexpected",
      "unavailable",
    ),
  },
});

const fieldsOfVersion = ["instrumentSlug", "instrumentVersion", "definitionHash"] as const;

/** The fielded version a response says it answers; else the current one, which then contradicts it. */
function answeredVersion(study: Study, response: SurveyResponse): FieldedVersion {
  const earlier = fieldedVersions(study).find((version) =>
    fieldsOfVersion.every((field) => version[field] === response[field]),
  );
  return earlier ?? study;
}

/** What a response says about its questionnaire and the study contradicts. */
function mismatches(study: Study, version: FieldedVersion, response: SurveyResponse): Issue[] {
  const wrong = fieldsOfVersion.filter((field) => response[field] !== version[field]);
  return [...(response.wave === study.wave ? [] : ["wave"]), ...wrong].map((field) => ({
    path: `#/${field}`,
    severity: "error",
    message: {
      de: "Die Studie verwendet eine andere Fassung des Fragebogens oder eine andere Welle.",
      en: "The study uses another version of the questionnaire or another wave.",
    },
    advice: {
      de: "Laden Sie den Fragebogen neu und beantworten Sie die geltende Fassung.",
      en: "Reload the questionnaire and answer the current version.",
    },
  }));
}

/**
 * `POST /api/studies/<study>/responses`: checked completely against the version that was answered, the one fielded now
 * or an earlier one, then stored as given or refused, never repaired.
 */
export function surveyResponseRoutes({
  store,
  fieldedInstrument,
}: Pick<AppDependencies, "store"> & {
  fieldedInstrument: ReturnType<typeof fieldedInstruments>;
}): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>().openapi(surveyResponse, async (c) => {
    const study = await store.study(c.req.valid("param").study);
    const response = c.req.valid("json");
    const version = answeredVersion(study, response);
    const wrongVersion = mismatches(study, version, response);
    if (wrongVersion.length > 0) throw new Invalid("other instrument version", wrongVersion);
    const { answers } = await fieldedInstrument(version);
    const { lastPage } = response;
    const { assigned } = study;
    const issues = answers.check(response.answers, response.presentation, { lastPage, assigned });
    if (issues.length > 0) throw new Invalid("answers not allowed", issues);
    const result = await store.saveSurveyResponse(study.slug, response);
    return c.json({ id: response.id, result }, result === "stored" ? 201 : 200);
  });
}
