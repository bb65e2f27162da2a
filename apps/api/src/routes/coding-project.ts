import { randomUUID } from "node:crypto";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { Invalid, identifierSchema, NotFound, type Study } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { needs } from "../rights/needs.ts";
import {
  codebookEntry,
  codebookEntrySchema,
  codingEntry,
  codingEntrySchema,
  codingHeadSchema,
  codingParameter,
} from "./coding-schemas.ts";
import { jsonContent, jsonReply, meaning, refusals, summary } from "./described.ts";
import { refusedAs } from "./library-draft.ts";
import { studyParameter } from "./study.ts";

const reading = ["signed-out", "not-found", "unavailable", "unexpected"] as const;
const writing = ["cross-site", "malformed", "too-large", "not-json", "invalid"] as const;

const codebooks = createRoute({
  method: "get",
  path: "/api/codebooks",
  operationId: "codebooks",
  ...needs("library:read"),
  ...summary({
    de: "Die Codebücher, mit denen kodiert werden kann.",
    en: "The codebooks that can be coded with.",
  }),
  responses: {
    200: jsonReply({ de: "Die Codebücher.", en: "The codebooks." }, z.array(codebookEntrySchema)),
    ...refusals("signed-out", "unavailable", "unexpected"),
  },
});

const list = createRoute({
  method: "get",
  path: "/api/studies/{study}/coding",
  operationId: "codingProjects",
  ...needs("study:dataset"),
  ...summary({
    de: "Die Kodierprojekte der Studie, nach Namen geordnet.",
    en: "The coding projects of the study, by name.",
  }),
  request: { params: studyParameter },
  responses: {
    200: jsonReply({ de: "Die Projekte.", en: "The projects." }, z.array(codingEntrySchema)),
    ...refusals(...reading),
  },
});

const create = createRoute({
  method: "post",
  path: "/api/studies/{study}/coding",
  operationId: "createCodingProject",
  ...needs("study:plan"),
  ...summary({
    de: "Beginnt ein Kodierprojekt mit einem Codebuch der Bibliothek, in der blinden Phase.",
    en: "Begins a coding project with a codebook of the library, in the blind phase.",
  }),
  request: {
    params: studyParameter,
    body: jsonContent(
      z
        .strictObject({
          project: identifierSchema,
          title: z.string().trim().min(1).max(200),
          codebook: z.strictObject({ slug: identifierSchema, version: z.string().max(20) }),
          isSynthetic: z.boolean().optional(),
        })
        .meta({ id: "NewCodingProject" }),
    ),
  },
  middleware: jsonBody,
  responses: {
    201: jsonReply({ de: "Das Projekt.", en: "The project." }, codingEntrySchema),
    ...refusals(...reading, ...writing, "name-taken"),
  },
});

const head = createRoute({
  method: "get",
  path: "/api/studies/{study}/coding/{project}",
  operationId: "codingProject",
  ...needs("study:dataset"),
  ...summary({
    de: "Ein Kodierprojekt ohne seine Ereignisse: womit es begann, und wie Sie darin heißen.",
    en: "A coding project without its events: what it began with, and what you are called in it.",
  }),
  request: { params: codingParameter },
  responses: {
    200: jsonReply({ de: "Das Projekt.", en: "The project." }, codingHeadSchema),
    ...refusals(...reading),
  },
});

const release = createRoute({
  method: "post",
  path: "/api/studies/{study}/coding/{project}/release",
  operationId: "releaseCodings",
  ...needs("study:plan"),
  ...summary({
    de: "Beendet die blinde Phase: Alle sehen alles, niemand ändert mehr die eigene Ebene. Lässt sich nicht zurücknehmen.",
    en: "Ends the blind phase: everybody sees everything, nobody changes the own layer any more. Cannot be taken back.",
  }),
  request: { params: codingParameter },
  responses: {
    204: meaning({ de: "Freigegeben.", en: "Released." }),
    ...refusals(...reading, "cross-site", "changed-meanwhile"),
  },
});

/** `/api/studies/<study>/coding`: projects, what they began with, and the end of the blind phase. */
export function codingProjectRoutes({
  store,
  now,
  codebooks: library = [],
}: Pick<AppDependencies, "store" | "now" | "codebooks">): OpenAPIHono<AppEnv> {
  const { coding } = store;
  return new OpenAPIHono<AppEnv>()
    .openapi(codebooks, (c) => c.json(library.map(codebookEntry), 200))
    .openapi(list, async (c) => {
      const { slug } = await store.study(c.req.valid("param").study);
      return c.json((await coding.projects(slug)).map(codingEntry), 200);
    })
    .openapi(create, async (c) => {
      const of = await store.study(c.req.valid("param").study);
      refuseAfterRetention(of, now());
      const study = of.slug;
      const { project, title, codebook: wanted, isSynthetic = false } = c.req.valid("json");
      const found = library.find(
        ({ slug, version }) => slug === wanted.slug && version === wanted.version,
      );
      if (found === undefined) throw new NotFound("There is no such codebook.");
      const { $schema: _, ...codebook } = found;
      const begun = { study, project, title, isSynthetic, codebook };
      await refusedAs("name-taken", () =>
        coding.createProject({ ...begun, id: randomUUID(), createdAt: now() }),
      );
      await c.get("audit")({ action: "coding-project.begun", study, details: { project } });
      return c.json({ project, title, isSynthetic, phase: "blind" as const }, 201);
    })
    .openapi(head, async (c) => {
      const place = c.req.valid("param");
      const { codebook, releasedSequence, ...project } = await coding.project(place);
      const { id, name } = c.get("person");
      const coder = await coding.join(place, { id, name });
      const mayPlan = c.get("may")("study:plan", place.study);
      const more = releasedSequence === undefined ? {} : { releasedSequence };
      return c.json(
        {
          ...codingEntry({ ...project, codebook, releasedSequence }),
          coder,
          mayPlan,
          codebook,
          ...more,
        },
        200,
      );
    })
    .openapi(release, async (c) => {
      const place = c.req.valid("param");
      await refusedAs("changed-meanwhile", () => coding.release(place));
      const details = { project: place.project };
      await c.get("audit")({ action: "codings.released", study: place.study, details });
      return c.body(null, 204);
    });
}

/** What is begun after the day of deletion would be gone the next day. */
function refuseAfterRetention({ retentionDate }: Pick<Study, "retentionDate">, now: Date): void {
  if (retentionDate === undefined || now.toISOString().slice(0, 10) <= retentionDate) return;
  throw new Invalid("past the retention date", [
    {
      ...{ severity: "error", path: "" },
      message: {
        de: "Der Löschtag der Studie ist vorbei; Interviews werden nicht mehr aufbewahrt.",
        en: "The study's day of deletion is past; interviews are no longer kept.",
      },
      advice: {
        de: "Planen Sie für neue Interviews eine neue Studie.",
        en: "Plan a new study for new interviews.",
      },
    },
  ]);
}
