import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { Conflict, studyChangesSchema, studyWishSchema } from "@mehrwert/study";
import { z } from "zod";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import type { Library } from "../library.ts";
import type { checklists } from "../life/checklists.ts";
import { checklistSchema, planReply, planReplySchema } from "../life/plan-reply.ts";
import { afterChanges, begunStudy } from "../life/planned-study.ts";
import { Refusal } from "../problems/refusal.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

const plan = { "application/json": { schema: planReplySchema } };
const ofBody = ["malformed", "too-large", "not-json", "invalid", "cross-site"] as const;
const always = ["unavailable", "unexpected"] as const;

const create = createRoute({
  method: "post",
  path: "/api/studies",
  operationId: "createStudy",
  ...needs("studies:create"),
  ...summary({
    de: "Legt eine Studie an: Kürzel, Name, Fragebogen und wie man teilnimmt. Alles andere wird geplant, bis sie eröffnet ist.",
    en: "Sets up a study: short name, name, questionnaire and how people take part. Everything else is planned until it is opened.",
  }),
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: studyWishSchema.meta({ id: "StudyWish" }) } },
    },
  },
  middleware: jsonBody,
  responses: {
    201: {
      ...meaning({ de: "Die Studie in Planung.", en: "The study, being planned." }),
      content: plan,
    },
    ...refusals("signed-out", "forbidden", ...ofBody, "study-name-taken", ...always),
  },
});

const read = createRoute({
  method: "get",
  path: "/api/studies/{study}/plan",
  operationId: "studyPlan",
  ...needs("study:plan"),
  ...summary({
    de: "Die Planung einer Studie, und was sich an ihr noch ändern lässt.",
    en: "The plan of a study, and what of it can still change.",
  }),
  request: { params: studyParameter },
  responses: {
    200: { ...meaning({ de: "Die Planung.", en: "The plan." }), content: plan },
    ...refusals("signed-out", "not-found", ...always),
  },
});

const changesSchema = z
  .strictObject({ revision: z.number().int().min(0), changes: studyChangesSchema })
  .meta({ id: "StudyChanges" });

const change = createRoute({
  method: "patch",
  path: "/api/studies/{study}/plan",
  operationId: "changeStudyPlan",
  ...needs("study:plan"),
  ...summary({
    de: "Ändert die Planung. Was Teilnehmenden zugesagt ist, lässt sich nicht mehr zurücknehmen.",
    en: "Changes the plan. What participants were promised cannot be taken back.",
  }),
  request: {
    params: studyParameter,
    body: { required: true, content: { "application/json": { schema: changesSchema } } },
  },
  middleware: jsonBody,
  responses: {
    200: { ...meaning({ de: "Die geänderte Planung.", en: "The changed plan." }), content: plan },
    ...refusals("signed-out", ...ofBody, "not-found", "plan-changed", ...always),
  },
});

const checklist = createRoute({
  method: "get",
  path: "/api/studies/{study}/checklist",
  operationId: "studyChecklist",
  ...needs("study:plan"),
  ...summary({
    de: "Was zwischen der Studie und dem Feld noch steht.",
    en: "What still stands between the study and the field.",
  }),
  request: { params: studyParameter },
  responses: {
    200: {
      ...meaning({ de: "Die Checkliste.", en: "The checklist." }),
      content: { "application/json": { schema: checklistSchema } },
    },
    ...refusals("signed-out", "not-found", ...always),
  },
});

/** Planning: a study is begun, read with what may change, changed over what was read, and held against the checklist. */
export function studyPlanRoutes({
  store,
  now,
  library,
  checklistOf,
}: Pick<AppDependencies, "store" | "now"> & {
  library: Library;
  checklistOf: ReturnType<typeof checklists>;
}): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(create, async (c) => {
      const begun = await begunStudy(c.req.valid("json"), library);
      const { slug, mode } = begun.study;
      await store.beginStudy({ ...begun, owner: c.get("person").id }).catch((cause) => {
        throw cause instanceof Conflict ? new Refusal("study-name-taken") : cause;
      });
      await c.get("audit")({ action: "study.created", study: slug, details: { mode } });
      return c.json(planReply(await store.plan(slug)), 201);
    })
    .openapi(read, async (c) =>
      c.json(planReply(await store.plan(c.req.valid("param").study)), 200),
    )
    .openapi(change, async (c) => {
      const { study: slug } = c.req.valid("param");
      const { revision, changes } = c.req.valid("json");
      const before = await store.plan(slug);
      if (before.revision !== revision) throw new Refusal("plan-changed");
      const { after, privateKey } = await afterChanges(before, changes, library);
      const saved = await store.changePlan(slug, { revision, after, privateKey }).catch((cause) => {
        throw cause instanceof Conflict ? new Refusal("plan-changed") : cause;
      });
      const details = { changed: Object.keys(changes).join(", ") };
      await c.get("audit")({ action: "study-plan.changed", study: slug, details });
      return c.json(planReply(saved), 200);
    })
    .openapi(checklist, async (c) => {
      const { study } = c.req.valid("param");
      const planned = await store.plan(study);
      const today = now().toISOString().slice(0, 10);
      return c.json(await checklistOf(planned, await store.pilotState(study), today), 200);
    });
}
