import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { localizedTextSchema, NotFound, pilotCommentSchema } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import type { FieldedInstrument, FieldedVersion } from "../fielded-instrument.ts";
import { jsonBody } from "../guards/json-body.ts";
import type { ResultsReply } from "../results/results-reply.ts";
import { resultsReplySchema } from "../results/results-reply-schema.ts";
import { summaryOf } from "../results/study-results.ts";
import type { StudyWorker } from "../results/study-worker.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

const always = ["signed-out", "not-found", "unavailable", "unexpected"] as const;
const ofBody = ["malformed", "too-large", "not-json", "invalid", "cross-site"] as const;

const pilotSchema = z
  .strictObject({
    /** Part of the testers' link; absent: there is none. */
    key: z.string().optional(),
    testers: z.number().int(),
    comments: z.array(pilotCommentSchema.meta({ id: "PilotComment" })),
  })
  .meta({ id: "Pilot" });
export type PilotReply = z.infer<typeof pilotSchema>;

const reply = {
  ...meaning({
    de: "Der Probelauf: der Schlüssel des Links, wie oft ausprobiert wurde, und die Anmerkungen.",
    en: "The pilot: the key of the link, how often it was tried, and the comments.",
  }),
  content: { "application/json": { schema: pilotSchema } },
};

const read = createRoute({
  method: "get",
  path: "/api/studies/{study}/pilot",
  operationId: "pilot",
  ...needs("study:plan"),
  ...summary({ de: "Der Probelauf einer Studie.", en: "The pilot of a study." }),
  request: { params: studyParameter },
  responses: { 200: reply, ...refusals(...always) },
});

const renew = createRoute({
  method: "post",
  path: "/api/studies/{study}/pilot/key",
  operationId: "renewPilotKey",
  ...needs("study:plan"),
  ...summary({
    de: "Macht einen neuen Link für Probeläufe; der bisherige führt nirgends mehr hin.",
    en: "Makes a fresh link for trying the study; the former one leads nowhere any more.",
  }),
  request: { params: studyParameter },
  responses: { 200: reply, ...refusals("wrong-stage", "cross-site", ...always) },
});

const clear = createRoute({
  method: "delete",
  path: "/api/studies/{study}/pilot",
  operationId: "clearPilot",
  ...needs("study:plan"),
  ...summary({
    de: "Löscht Testantworten und Anmerkungen.",
    en: "Deletes test answers and comments.",
  }),
  request: { params: studyParameter },
  responses: { 200: reply, ...refusals("cross-site", ...always) },
});

const settle = createRoute({
  method: "patch",
  path: "/api/studies/{study}/pilot/comments/{comment}",
  operationId: "settlePilotComment",
  ...needs("study:plan"),
  ...summary({
    de: "Hakt eine Anmerkung ab oder öffnet sie wieder.",
    en: "Settles a comment, or opens it again.",
  }),
  request: {
    params: studyParameter.extend({ comment: pilotCommentSchema.shape.id }),
    body: {
      required: true,
      content: {
        "application/json": {
          schema: pilotCommentSchema.pick({ isSettled: true }).meta({ id: "PilotCommentState" }),
        },
      },
    },
  },
  middleware: jsonBody,
  responses: { 200: reply, ...refusals(...ofBody, ...always) },
});

const neighbour = z.strictObject({ place: z.number().int(), label: localizedTextSchema });
const simulationSchema = z
  .strictObject({
    respondents: z.number().int(),
    seed: z.number().int(),
    results: resultsReplySchema,
    planning: z.array(
      z.strictObject({
        question: z.string(),
        questionText: localizedTextSchema,
        draws: z.number().int(),
        pairs: z.array(
          z.strictObject({
            higher: neighbour,
            lower: neighbour,
            found: z.number().min(0).max(1),
            needed: z.number().int().optional(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Simulation" });
export type SimulationReply = Omit<z.infer<typeof simulationSchema>, "results"> & {
  results: ResultsReply;
};

const wishSchema = z
  .strictObject({
    respondents: z.number().int().min(5).max(2000),
    seed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 31)
      .default(1),
  })
  .meta({ id: "SimulationWish" });

const simulate = createRoute({
  method: "post",
  path: "/api/studies/{study}/pilot/simulation",
  operationId: "simulateStudy",
  ...needs("study:plan"),
  ...summary({
    de: "Zeigt an erfundenen Befragten, wie die Auswertung aussähe und wie viele es braucht. Gespeichert wird nichts.",
    en: "Shows with made-up respondents what the analysis would look like and how many it takes. Nothing is stored.",
  }),
  request: {
    params: studyParameter,
    body: { required: true, content: { "application/json": { schema: wishSchema } } },
  },
  middleware: jsonBody,
  responses: {
    200: {
      ...meaning({ de: "Die Ergebnisse der Simulation.", en: "The results of the simulation." }),
      content: { "application/json": { schema: simulationSchema } },
    },
    ...refusals(...ofBody, ...always),
  },
});

/** The researcher's side of a pilot: link, comments, simulation. */
export function pilotRoutes({
  store,
  now,
  softwareVersion,
  worker,
  fieldedInstrument,
}: Pick<AppDependencies, "store" | "now" | "softwareVersion"> & {
  worker: StudyWorker;
  fieldedInstrument: (version: FieldedVersion) => Promise<FieldedInstrument>;
}): OpenAPIHono<AppEnv> {
  const pilotOf = async (slug: string): Promise<PilotReply> => {
    await store.study(slug);
    const key = await store.pilotKey(slug);
    const { testers } = await store.pilotState(slug);
    return { ...(key && { key }), testers, comments: await store.pilotComments(slug) };
  };
  return new OpenAPIHono<AppEnv>()
    .openapi(read, async (c) => c.json(await pilotOf(c.req.valid("param").study), 200))
    .openapi(renew, async (c) => {
      const { study } = c.req.valid("param");
      await store.study(study);
      await store.renewPilotKey(study);
      await c.get("audit")({ action: "pilot-link.renewed", study });
      return c.json(await pilotOf(study), 200);
    })
    .openapi(clear, async (c) => {
      const { study } = c.req.valid("param");
      await store.study(study);
      await store.clearPilot(study);
      await c.get("audit")({ action: "pilot.cleared", study });
      return c.json(await pilotOf(study), 200);
    })
    .openapi(settle, async (c) => {
      const { study, comment: id } = c.req.valid("param");
      const isThere = await store.settlePilotComment(study, { id, ...c.req.valid("json") });
      if (!isThere) throw new NotFound("no such comment");
      const action = c.req.valid("json").isSettled ? "settled" : "reopened";
      await c.get("audit")({ action: `pilot-comment.${action}`, study });
      return c.json(await pilotOf(study), 200);
    })
    .openapi(simulate, async (c) => {
      const { respondents, seed } = c.req.valid("json");
      const study = await store.study(c.req.valid("param").study);
      const { instrument } = await fieldedInstrument(study);
      const createdOn = now().toISOString().slice(0, 10);
      const input = { study, instrument, respondents, seed, createdOn, softwareVersion };
      const { results: released, planning } = await worker.simulatedStudy(input);
      const { responses: _, grouped: __, openAnswers: ___, ...shown } = released;
      const count = { count: respondents, isRounded: false };
      const told = { study: { ...summaryOf(study), isSimulated: true }, responses: count };
      return c.json({ respondents, seed, results: { ...told, ...shown }, planning }, 200);
    });
}
