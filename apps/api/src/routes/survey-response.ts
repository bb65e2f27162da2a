import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  Conflict,
  consentHash,
  consentText,
  type Instrument,
  Invalid,
  type Issue,
  type Presentation,
  type Study,
  type Submission,
  type SurveyResponse,
  submissionSchema,
} from "@mehrwert/study";
import type { MiddlewareHandler } from "hono";
import type { Admitted, admissions } from "../admission/admission.ts";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import {
  type FieldedVersion,
  type fieldedInstruments,
  fieldedVersions,
} from "../fielded-instrument.ts";
import { jsonBody } from "../guards/json-body.ts";
import { parsedAtOnce } from "../guards/parsed-at-once.ts";
import { Refusal } from "../problems/refusal.ts";
import type { recentStudies } from "../recent-study.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

/** Tells the participant's page whether the code it holds is the one this response can be withdrawn with. */
const tellsReceipt: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const receipt = c.get("receipt");
  if (receipt !== undefined) c.res.headers.set("mehrwert-receipt", receipt);
};

const { $schema: _, ...presentation } = z.toJSONSchema(submissionSchema.shape.presentation);

/** Answers and what was shown are described here and checked by the instrument, which knows more than any schema. */
const bodySchema = parsedAtOnce(
  submissionSchema
    .extend({
      answers: submissionSchema.shape.answers.meta({
        type: "object",
        description: "Answers by question name; the study's instrument says which are allowed.",
        additionalProperties: true,
      }),
      presentation: z
        .custom<Presentation>((value) => typeof value === "object" && value !== null)
        .meta({
          ...presentation,
          description: "What was shown, by question; the study's instrument says what is possible.",
        }),
    })
    .meta({ id: "SurveyResponse" }),
);

const savedSchema = z.strictObject({
  id: z.string(),
  result: z.enum(["stored", "already-stored"]),
});
const saved = { "application/json": { schema: savedSchema } };

const surveyResponse = createRoute({
  method: "post",
  path: "/api/studies/{study}/responses",
  operationId: "saveSurveyResponse",
  ...needs("public"),
  ...summary({
    de: "Speichert die Antworten einer Person. Dieselbe Antwort darf mehrfach gesendet werden; gespeichert wird sie einmal.",
    en: "Stores one person's answers. The same response may be sent repeatedly; it is stored once.",
  }),
  request: {
    params: studyParameter,
    body: { required: true, content: { "application/json": { schema: bodySchema } } },
  },
  middleware: [...jsonBody, tellsReceipt],
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
      "not-admitted",
      "conflict",
      "consent-changed",
      "withdrawn",
      "too-large",
      "not-json",
      "invalid",
      "unexpected",
      "unavailable",
      "storage-full",
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
 * Refuses a response whose participant read other information than the study gives now, and keeps the text that was
 * read. What is stored already, under the same receipt, passes: its reply may have been lost.
 */
function consentKeeper(store: Pick<AppDependencies["store"], "hasReceipt" | "keepConsentText">) {
  const kept = new Set<string>();
  const hashes = new WeakMap<Study, Map<Instrument, Promise<string>>>();
  const hashOf = (study: Study, instrument: Instrument): Promise<string> => {
    const known = hashes.get(study) ?? new Map<Instrument, Promise<string>>();
    const hash = known.get(instrument) ?? consentHash(study, instrument);
    hashes.set(study, known.set(instrument, hash));
    return hash;
  };
  return async (study: Study, instrument: Instrument, submission: Submission): Promise<void> => {
    if (submission.consentHash === undefined) return;
    if (submission.consentHash !== (await hashOf(study, instrument))) {
      if (await store.hasReceipt(study.slug, submission)) return;
      throw new Refusal("consent-changed");
    }
    const key = `${study.slug} ${submission.consentHash}`;
    if (kept.has(key)) return;
    await store.keepConsentText(study.slug, consentText(study, instrument));
    kept.add(key);
  };
}

/**
 * `POST /api/studies/<study>/responses`: checked completely against the version that was answered, the one fielded now
 * or an earlier one, then stored as given or refused, never repaired.
 */
export function surveyResponseRoutes({
  store,
  fieldedInstrument,
  admit,
  studies,
}: Pick<AppDependencies, "store"> & {
  fieldedInstrument: ReturnType<typeof fieldedInstruments>;
  admit: ReturnType<typeof admissions>;
  studies: ReturnType<typeof recentStudies>;
}): OpenAPIHono<AppEnv> {
  const keepConsent = consentKeeper(store);

  const checked = async (study: Study, submission: Submission): Promise<Admitted> => {
    const version = answeredVersion(study, submission);
    const wrongVersion = mismatches(study, version, submission);
    if (wrongVersion.length > 0) throw new Invalid("other instrument version", wrongVersion);
    const { instrument, answers } = await fieldedInstrument(version);
    const { lastPage, presentation } = submission;
    const { assigned } = study;
    const issues = answers.check(submission.answers, presentation, { lastPage, assigned });
    if (issues.length > 0) throw new Invalid("answers not allowed", issues);
    const admitted = await admit(study, submission.id, submission);
    await keepConsent(study, instrument, submission);
    return admitted;
  };

  const stored = async (study: string, submission: Submission, { participant }: Admitted) =>
    (participant && (await store.savePanelResponse({ study, participant }, submission))) ||
    store.saveSurveyResponse(study, submission);

  return new OpenAPIHono<AppEnv>().openapi(surveyResponse, async (c) => {
    const { study: slug } = c.req.valid("param");
    const submission = c.req.valid("json");
    const study = await studies.recent(slug);
    // A study changed within the last second must not refuse those who know it better than this memory.
    const admitted = await checked(study, submission).catch(async () =>
      checked(await studies.renewed(slug), submission),
    );
    const tellReceipt = async (isNew: boolean) => {
      const isKept = isNew
        ? submission.receiptHash !== undefined
        : await store.hasReceipt(study.slug, submission);
      c.set("receipt", isKept ? "kept" : "none");
    };
    const result = await stored(slug, submission, admitted).catch(async (error) => {
      if (error instanceof Conflict) await tellReceipt(false);
      throw error;
    });
    await tellReceipt(result === "stored");
    return c.json({ id: submission.id, result }, result === "stored" ? 201 : 200);
  });
}
