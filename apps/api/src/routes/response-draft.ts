import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { type DraftSaved, draftSaveSchema, responseDraftSchema } from "@mehrwert/study";
import type { admissions } from "../admission/admission.ts";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { parsedAtOnce } from "../guards/parsed-at-once.ts";
import type { ProblemKind } from "../problems/problem-kinds.ts";
import { Refusal } from "../problems/refusal.ts";
import type { recentStudies } from "../recent-study.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

const refused = [
  "malformed",
  "cross-site",
  "not-found",
  "too-large",
  "not-json",
  "invalid",
  "unexpected",
  "unavailable",
  "storage-full",
] as const;

const body = <Schema extends z.ZodType>(schema: Schema) => ({
  params: studyParameter,
  body: { required: true, content: { "application/json": { schema: parsedAtOnce(schema) } } },
});

const save = createRoute({
  method: "post",
  path: "/api/studies/{study}/draft-saves",
  operationId: "saveResponseDraft",
  ...needs("public"),
  ...summary({
    de: "Speichert unfertige Antworten, verschlossen, wie der Browser sie schickt. Eine Kennung mit einer Revision steht für immer für denselben Inhalt.",
    en: "Saves unfinished answers, sealed, as the browser sends them. An id with a revision stands for the same content for good.",
  }),
  request: body(draftSaveSchema.meta({ id: "DraftSave" })),
  middleware: jsonBody,
  responses: {
    200: {
      ...meaning({
        de: "Auf der Platte; oder diese Fassung war es schon, oder schon eine neuere desselben Fensters.",
        en: "On disk; or this save was so already, or already a newer one of the same window.",
      }),
      content: {
        "application/json": {
          schema: z.strictObject({ result: z.enum(["saved", "already-saved", "superseded"]) }),
        },
      },
    },
    ...refusals(
      ...refused,
      "not-admitted",
      "closed",
      "conflict",
      "continued-elsewhere",
      "sent-already",
      "draft-gone",
      "withdrawn",
    ),
  },
});

const idSchema = z.strictObject({ id: responseDraftSchema.shape.id }).meta({ id: "DraftId" });

const read = createRoute({
  method: "post",
  path: "/api/studies/{study}/draft-reads",
  operationId: "readResponseDraft",
  ...needs("public"),
  ...summary({
    de: "Gibt unfertige Antworten zurück, verschlossen. Die Kennung steht im Inhalt, nie in der Adresse, damit kein Protokoll sie neben einer IP-Adresse festhält.",
    en: "Gives unfinished answers back, sealed. The id stands in the body, never in the address, so that no log keeps it beside an IP address.",
  }),
  request: body(idSchema),
  middleware: jsonBody,
  responses: {
    200: {
      ...meaning({
        de: "Was unter der Kennung steht: Unfertiges, Abgesendetes oder nichts.",
        en: "What stands under the id: something unfinished, something sent, or nothing.",
      }),
      content: {
        "application/json": {
          schema: z.discriminatedUnion("state", [
            z.strictObject({ state: z.literal("open"), draft: responseDraftSchema }),
            z.strictObject({ state: z.enum(["sent", "none"]) }),
          ]),
        },
      },
    },
    ...refusals(...refused),
  },
});

const deletion = createRoute({
  method: "post",
  path: "/api/studies/{study}/draft-deletions",
  operationId: "deleteResponseDraft",
  ...needs("public"),
  ...summary({
    de: "Löscht unfertige Antworten endgültig.",
    en: "Deletes unfinished answers for good.",
  }),
  request: body(idSchema),
  middleware: jsonBody,
  responses: {
    200: {
      ...meaning({ de: "Es ist nichts mehr da.", en: "Nothing is left." }),
      content: {
        "application/json": { schema: z.strictObject({ result: z.enum(["deleted", "none"]) }) },
      },
    },
    ...refusals(...refused),
  },
});

type Kept = "saved" | "already-saved" | "superseded";

/** What a save that changed nothing is for the one who sent it. */
const problemOf: Record<Exclude<DraftSaved, Kept>, ProblemKind> = {
  conflict: "conflict",
  "continued-elsewhere": "continued-elsewhere",
  gone: "draft-gone",
  sent: "sent-already",
  withdrawn: "withdrawn",
  closed: "closed",
};

function keptOrRefused(outcome: DraftSaved): Kept {
  if (outcome === "saved" || outcome === "already-saved" || outcome === "superseded")
    return outcome;
  throw new Refusal(problemOf[outcome]);
}

/** `POST /api/studies/<study>/draft-saves`, `/draft-reads`, `/draft-deletions`: answers before they are sent. */
export function responseDraftRoutes({
  store,
  now,
  admit,
  studies,
}: Pick<AppDependencies, "store" | "now"> & {
  admit: ReturnType<typeof admissions>;
  studies: ReturnType<typeof recentStudies>;
}): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(save, async (c) => {
      const study = await studies.recent(c.req.valid("param").study);
      const given = c.req.valid("json");
      await admit(study, given.id, given);
      const day = now().toISOString().slice(0, 10);
      const outcome = await store.saveResponseDraft({ study: study.slug, save: given, day });
      return c.json({ result: keptOrRefused(outcome) }, 200);
    })
    .openapi(read, async (c) => {
      const { slug } = await studies.recent(c.req.valid("param").study);
      return c.json(await store.responseDraft(slug, c.req.valid("json").id), 200);
    })
    .openapi(deletion, async (c) => {
      const { slug } = await studies.recent(c.req.valid("param").study);
      const isDeleted = await store.deleteResponseDraft(slug, c.req.valid("json").id);
      return c.json({ result: isDeleted ? ("deleted" as const) : ("none" as const) }, 200);
    });
}
