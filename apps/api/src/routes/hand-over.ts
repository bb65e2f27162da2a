import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { definitionHash, type HandOver, Invalid, type Issue } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { onlyBytes } from "../guards/json-body.ts";
import { zipBody } from "../guards/zip-body.ts";
import type { Library } from "../library.ts";
import { planReply, planReplySchema } from "../life/plan-reply.ts";
import { largestHandOverBytes } from "../results/hand-over-file.ts";
import type { StudyWorker } from "../results/study-worker.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

const binary = z.string().meta({ type: "string", format: "binary" });

const give = createRoute({
  method: "get",
  path: "/api/studies/{study}/hand-over.zip",
  operationId: "handStudyOver",
  ...needs("study:delete"),
  ...summary({
    de: "Die ganze Studie als eine Datei für eine andere Installation. Eingeladene und Schlüssel nur mit „invitations=yes“, Schlüssel anonymer Studien nur, solange erhoben wird.",
    en: "The whole study as one file for another installation. People invited and keys only with “invitations=yes”, keys of anonymous studies only while it is in the field.",
  }),
  request: {
    params: studyParameter,
    query: z.object({ invitations: z.enum(["yes", "no"]).default("no") }),
  },
  responses: {
    200: {
      ...meaning({ de: "Die ZIP-Datei.", en: "The zip file." }),
      content: { "application/zip": { schema: binary } },
    },
    ...refusals("signed-out", "not-found", "unavailable", "unexpected"),
  },
});

const take = createRoute({
  method: "post",
  path: "/api/hand-overs",
  operationId: "takeStudyIn",
  ...needs("studies:create"),
  ...summary({
    de: "Nimmt eine Studie auf, die eine andere Installation übergeben hat: ganz oder gar nicht.",
    en: "Takes in a study that another installation handed over: all of it, or nothing.",
  }),
  request: {
    body: { required: true, content: { "application/octet-stream": { schema: binary } } },
  },
  middleware: onlyBytes,
  responses: {
    201: {
      ...meaning({ de: "Die aufgenommene Studie.", en: "The study that was taken in." }),
      content: { "application/json": { schema: planReplySchema } },
    },
    ...refusals("signed-out", "forbidden", "cross-site", "too-large", "not-bytes", "invalid"),
    ...refusals("unavailable", "unexpected"),
  },
});

/** Which of the questionnaires are here already, word for word; and those that are here in other words. */
async function compared(library: Library, { definitions, study }: HandOver) {
  const known = new Set<string>();
  const issues: Issue[] = [];
  const { earlierVersions = [], instrumentSlug: slug, instrumentVersion } = study;
  const versions = [
    ...earlierVersions,
    { instrumentVersion, definitionHash: study.definitionHash },
  ];
  for (const { instrumentVersion: version, definitionHash: hash } of versions) {
    const here = await library.find(slug, version);
    if (here === undefined) continue;
    if ((await definitionHash(here)) === hash) known.add(hash);
    else if (definitions.has(hash) || study.status === "planned")
      issues.push({
        path: `definitions/${hash}.json`,
        severity: "error",
        message: {
          de: `Die Bibliothek hat unter ${slug} ${version} einen anderen Fragebogen.`,
          en: `The library has another questionnaire under ${slug} ${version}.`,
        },
        advice: {
          de: "Zwei verschiedene Fragebögen können nicht dieselbe Fassung sein; nehmen Sie die Studie anderswo auf.",
          en: "Two different questionnaires cannot be the same version; take the study in elsewhere.",
        },
      });
  }
  return { known, issues };
}

/** What the audit log tells of what left or came. */
const countsOf = ({ responses, invitations, keys }: HandOver) => ({
  ...{ responses: responses.length, invitations: invitations.length, keys: keys !== undefined },
});

/** `GET /api/studies/<study>/hand-over.zip` and `POST /api/hand-overs`. */
export function handOverRoutes({
  store,
  now,
  softwareVersion,
  library,
  worker,
}: Pick<AppDependencies, "store" | "now" | "softwareVersion"> & {
  library: Library;
  worker: StudyWorker;
}): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(give, async (c) => {
      const { study } = c.req.valid("param");
      const handOver = await store.handOver(study, c.req.valid("query").invitations === "yes");
      const createdOn = now().toISOString().slice(0, 10);
      const zip = await worker.handOverZip({ handOver, createdOn, softwareVersion });
      await c.get("audit")({ action: "study.handed-over", study, details: countsOf(handOver) });
      return c.body(zip, 200, {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="${study}-study-${createdOn}.zip"`,
      });
    })
    .openapi(take, async (c) => {
      const read = await worker.handOverOf(await zipBody(c.req.raw, largestHandOverBytes));
      if (!read.ok) throw new Invalid("no hand-over", read.issues);
      const { known, issues } = await compared(library, read.value);
      if (issues.length > 0) throw new Invalid("other questionnaires", issues);
      await store.takeHandOver(read.value, { owner: c.get("person").id, known });
      const { slug } = read.value.study;
      await c.get("audit")({
        action: "study.taken-in",
        study: slug,
        details: countsOf(read.value),
      });
      return c.json(planReply(await store.plan(slug)), 201);
    });
}
