import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { CodingAppendRefused } from "@mehrwert/store";
import { codingChangeSchema, Invalid, type LayerRefusal } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { needs } from "../rights/needs.ts";
import { codingParameter, seenEventsSchema } from "./coding-schemas.ts";
import { jsonContent, jsonReply, refusals, summary } from "./described.ts";
import { refusedAs } from "./library-draft.ts";

const sinceSchema = z.coerce.number().int().min(0).max(10_000_000);
const seen = jsonReply(
  { de: "Was Sie davon sehen dürfen.", en: "What you may see of them." },
  seenEventsSchema,
);

const read = createRoute({
  method: "get",
  path: "/api/studies/{study}/coding/{project}/events",
  operationId: "codingEvents",
  ...needs("study:dataset"),
  ...summary({
    de: "Was im Projekt getan wurde, nach den ersten `since` Ereignissen. In der blinden Phase nur Gemeinsames und Eigenes, für Sie durchgezählt.",
    en: "What was done in the project, after the first `since` events. In the blind phase only what is shared or your own, numbered for you.",
  }),
  request: { params: codingParameter, query: z.object({ since: sinceSchema.optional() }) },
  responses: { 200: seen, ...refusals("signed-out", "not-found", "unavailable", "unexpected") },
});

const append = createRoute({
  method: "post",
  path: "/api/studies/{study}/coding/{project}/events",
  operationId: "appendCodingEvents",
  ...needs("study:dataset"),
  ...summary({
    de: "Fügt Ereignisse an, alle oder keines; mehrere zählen als ein Lauf. Antwortet mit allem nach `since`.",
    en: "Adds events, all or none; several count as one run. Replies with everything after `since`.",
  }),
  request: {
    params: codingParameter,
    body: jsonContent(
      z
        .strictObject({
          since: z.number().int().min(0),
          changes: z
            .array(z.strictObject({ id: z.uuid(), change: codingChangeSchema }))
            .min(1)
            .max(500),
          run: z.uuid().optional(),
        })
        .refine(({ changes, run }) => changes.length === 1 || run !== undefined, {
          message: "several changes need the id of their run",
          path: ["run"],
        })
        .meta({ id: "NewCodingEvents" }),
    ),
  },
  middleware: jsonBody,
  responses: {
    200: seen,
    ...refusals("signed-out", "not-found", "cross-site", "malformed", "too-large", "not-json"),
    ...refusals("invalid", "changed-meanwhile", "unavailable", "unexpected"),
  },
});

const why: Record<
  LayerRefusal,
  readonly [de: string, en: string, deAdvice: string, enAdvice: string]
> = {
  "not-yours": [
    "Das ist keine Kodierung, keine Notiz und kein Ereignis von Ihnen.",
    "This is no coding, memo or event of yours.",
    "Ändern Sie nur, was Sie selbst angelegt haben.",
    "Change only what you made yourself.",
  ],
  sealed: [
    "Die blinde Phase ist vorbei; die Ebenen der Kodierenden bleiben, wie sie sind.",
    "The blind phase is over; the coders' layers stay as they are.",
    "Kodieren Sie auf der Ebene „consensus“.",
    "Code on the layer “consensus”.",
  ],
  planning: [
    "Transkripte ändert nur, wer die Studie plant, über deren eigene Adressen.",
    "Only who plans the study changes transcripts, by their own addresses.",
    "Bitten Sie jemanden mit der Rolle „owner“ oder „editor“.",
    "Ask somebody with the role “owner” or “editor”.",
  ],
};

/** `/api/studies/<study>/coding/<project>/events`: what was done, and doing more. */
export function codingEventRoutes({
  store: { coding },
  now,
}: Pick<AppDependencies, "store" | "now">): OpenAPIHono<AppEnv> {
  const seenBy = async (
    place: { study: string; project: string },
    person: string,
    since: number,
  ) => {
    const { phase, events } = await coding.seenEvents(place, { person, since });
    return { phase, events };
  };
  return new OpenAPIHono<AppEnv>()
    .openapi(read, async (c) => {
      const { since = 0 } = c.req.valid("query");
      return c.json(await seenBy(c.req.valid("param"), c.get("person").id, since), 200);
    })
    .openapi(append, async (c) => {
      const place = c.req.valid("param");
      const { since, changes, run } = c.req.valid("json");
      const { id, name } = c.get("person");
      const isPlanner = c.get("may")("study:plan", place.study);
      const of = { person: { id, name }, at: now(), changes, run, isPlanner };
      const added = await refusedAs("changed-meanwhile", () => coding.append(place, of));
      if ("refused" in added) throw invalid(added);
      if (added.shared > 0) {
        const details = { project: place.project, changes: added.shared };
        await c.get("audit")({ action: "coding-project.changed", study: place.study, details });
      }
      return c.json(await seenBy(place, id, since), 200);
    });
}

function invalid({ at, refused }: CodingAppendRefused): Invalid {
  const [de, en, deAdvice, enAdvice] = why[refused];
  return new Invalid(refused, [
    {
      ...{ severity: "error", path: `/changes/${at}` },
      ...{ message: { de, en }, advice: { de: deAdvice, en: enAdvice } },
    },
  ]);
}
