import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  compareVersions,
  type Instrument,
  type Issue,
  missingSettings,
  modeFaults,
  NotFound,
  type Study,
  studySchema,
  versionParts,
} from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import type { Library } from "../library.ts";
import { Refusal } from "../problems/refusal.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { versionSchema } from "./library-schemas.ts";
import { studyParameter } from "./study.ts";

const bodySchema = z
  .strictObject({ version: versionSchema })
  .meta({ id: "InstrumentVersionToField" });

const field = createRoute({
  method: "post",
  path: "/api/studies/{study}/instrument-version",
  operationId: "fieldInstrumentVersion",
  ...needs("study:field"),
  ...summary({
    de: "Bringt eine neuere Fassung des Fragebogens ins Feld. Wer mit einer früheren begonnen hat, beendet sie; deren Antworten bleiben.",
    en: "Fields a newer version of the instrument. Whoever began with an earlier one finishes it; its responses stay.",
  }),
  request: {
    params: studyParameter,
    body: { required: true, content: { "application/json": { schema: bodySchema } } },
  },
  middleware: jsonBody,
  responses: {
    200: {
      ...meaning({
        de: "Die Studie mit der neuen Fassung.",
        en: "The study with its new version.",
      }),
      content: { "application/json": { schema: studySchema.meta({ id: "Study" }) } },
    },
    ...refusals("signed-out", "forbidden", "cross-site", "not-found", "version-not-fieldable"),
    ...refusals("malformed", "too-large", "not-json", "invalid", "unavailable", "unexpected"),
  },
});

function refusedBecause(de: string, en: string, adviceDe: string, adviceEn: string): Issue {
  return {
    path: "#/version",
    severity: "error",
    message: { de, en },
    advice: { de: adviceDe, en: adviceEn },
  };
}

function versionIssues(study: Study, { mehrwert: { version } }: Instrument): Issue[] {
  const fielded = study.instrumentVersion;
  if (compareVersions(version, fielded) <= 0)
    return [
      refusedBecause(
        `Im Feld ist ${fielded}; ${version} ist keine neuere Fassung.`,
        `${fielded} is in the field; ${version} is no newer version.`,
        "Nennen Sie eine größere Versionsnummer.",
        "Give a larger version number.",
      ),
    ];
  if (versionParts(version)[0] !== versionParts(fielded)[0])
    return [
      refusedBecause(
        `Die Antworten auf ${version} sind mit denen auf ${fielded} nicht vergleichbar.`,
        `Answers to ${version} cannot be compared with those to ${fielded}.`,
        "Legen Sie für die neue Hauptversion eine eigene Studie an.",
        "Set up a study of its own for the new major version.",
      ),
    ];
  return [];
}

/** What the new version needs from the study and the study does not fix. */
function settingIssues(study: Study, instrument: Instrument): Issue[] {
  const faults = [...missingSettings(study, instrument), ...modeFaults(study, instrument)];
  return faults.map((issue) => ({ ...issue, path: "#/version" }));
}

/** `POST /api/studies/<study>/instrument-version`. */
export function instrumentVersionRoutes({
  store,
  library,
}: Pick<AppDependencies, "store"> & { library: Library }): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>().openapi(field, async (c) => {
    const study = await store.study(c.req.valid("param").study);
    const { version } = c.req.valid("json");
    const instrument = await library.find(study.instrumentSlug, version);
    if (instrument === undefined)
      throw new NotFound(`There is no instrument ${study.instrumentSlug} ${version}.`);
    const issues = [...versionIssues(study, instrument), ...settingIssues(study, instrument)];
    if (issues.length > 0) throw new Refusal("version-not-fieldable", issues);
    const fielded = await store.fieldInstrumentVersion(study.slug, instrument);
    await c.get("audit")({
      action: "instrument-version.fielded",
      study: study.slug,
      details: { version },
    });
    return c.json(fielded, 200);
  });
}
