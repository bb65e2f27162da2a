import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { LibraryDraft } from "@mehrwert/store";
import {
  Conflict,
  copiedInstrument,
  type Instrument,
  identifierSchema,
  NotFound,
  nextVersion,
  readInstrument,
} from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { instrumentBody, jsonBody } from "../guards/json-body.ts";
import { writableLibrary } from "../guards/writable-library.ts";
import type { Library } from "../library.ts";
import { Refusal } from "../problems/refusal.ts";
import { meaning, refusals, summary } from "./described.ts";
import { type DraftReply, draftSchema, slugParameter, versionSchema } from "./library-schemas.ts";

const draftContent = { "application/json": { schema: draftSchema } };
const theDraft = {
  ...meaning({
    de: "Der Entwurf, mit allem, was daran falsch oder fraglich ist.",
    en: "The draft, with everything that is wrong or doubtful about it.",
  }),
  content: draftContent,
};

const readDraft = createRoute({
  method: "get",
  path: "/api/library/{slug}/draft",
  operationId: "instrumentDraft",
  ...summary({ de: "Der Entwurf eines Fragebogens.", en: "The draft of an instrument." }),
  request: { params: slugParameter },
  responses: { 200: theDraft, ...refusals("not-found", "unavailable", "unexpected") },
});

const copySchema = z
  .strictObject({ as: identifierSchema, version: versionSchema.optional() })
  .meta({ id: "InstrumentCopy" });

const copy = (publicHosts: readonly string[]) =>
  createRoute({
    method: "post",
    path: "/api/library/{slug}/copy",
    operationId: "copyInstrument",
    ...summary({
      de: "Beginnt einen Entwurf als Kopie der neuesten oder genannten Fassung. Derselbe Name beginnt die nächste Fassung eines eigenen Fragebogens.",
      en: "Begins a draft as a copy of the newest version, or the one named. The same name begins the next version of an instrument of one's own.",
    }),
    request: {
      params: slugParameter,
      body: { required: true, content: { "application/json": { schema: copySchema } } },
    },
    middleware: [writableLibrary(publicHosts), ...jsonBody],
    responses: {
      201: theDraft,
      ...refusals("library-read-only", "cross-site", "not-found", "name-taken", "malformed"),
      ...refusals("too-large", "not-json", "invalid", "unavailable", "unexpected"),
    },
  });

const saveSchema = z
  .strictObject({
    json: z.string().max(2_000_000),
    /** The revision that was read; 0 begins a draft. */
    revision: z.number().int().min(0),
  })
  .meta({ id: "InstrumentDraftToSave" });

const saveDraft = (publicHosts: readonly string[]) =>
  createRoute({
    method: "put",
    path: "/api/library/{slug}/draft",
    operationId: "saveInstrumentDraft",
    ...summary({
      de: "Speichert einen Entwurf, wie er ist, und sagt, was daran falsch ist. „revision“ nennt den gelesenen Stand; 0 beginnt einen Entwurf.",
      en: "Saves a draft as it is and says what is wrong with it. “revision” names what was read; 0 begins a draft.",
    }),
    request: {
      params: slugParameter,
      body: { required: true, content: { "application/json": { schema: saveSchema } } },
    },
    middleware: [writableLibrary(publicHosts), ...instrumentBody],
    responses: {
      200: theDraft,
      ...refusals("library-read-only", "cross-site", "not-found", "changed-meanwhile"),
      ...refusals("name-taken", "malformed", "too-large", "not-json", "invalid"),
      ...refusals("unavailable", "unexpected"),
    },
  });

const deleteDraft = (publicHosts: readonly string[]) =>
  createRoute({
    method: "delete",
    path: "/api/library/{slug}/draft",
    operationId: "deleteInstrumentDraft",
    ...summary({ de: "Verwirft einen Entwurf.", en: "Throws a draft away." }),
    request: { params: slugParameter },
    middleware: [writableLibrary(publicHosts)] as const,
    responses: {
      204: meaning({ de: "Der Entwurf ist weg.", en: "The draft is gone." }),
      ...refusals("library-read-only", "cross-site", "not-found", "unavailable", "unexpected"),
    },
  });

/** The draft as its author sees it. */
export function draftReply({ slug, json, revision }: LibraryDraft): DraftReply {
  const result = readInstrument(json);
  return { slug, json, revision, issues: result.ok ? result.warnings : result.issues };
}

/** The text an instrument is written with. */
export function draftText(instrument: Instrument): string {
  return `${JSON.stringify(instrument, null, 2)}\n`;
}

/** Turns the store's conflict into the refusal that says what was in the way. */
export async function refusedAs<T>(
  kind: "changed-meanwhile" | "name-taken",
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw cause instanceof Conflict ? new Refusal(kind) : cause;
  }
}

/** Only an instrument of one's own gets another version here, and a new name must be free. */
async function copied(
  library: Library,
  slug: string,
  { as, version }: z.infer<typeof copySchema>,
): Promise<Instrument> {
  const versions = await library.versions(slug);
  const newest = versions.at(-1);
  const source = version === undefined ? newest : await library.find(slug, version);
  if (newest === undefined || source === undefined)
    throw new NotFound(`There is no instrument ${slug} ${version}.`);
  if (as !== slug) {
    if ((await library.all()).has(as)) throw new Refusal("name-taken");
    return copiedInstrument(source, { slug: as, version: "1.0.0" });
  }
  if (library.originOf(slug) === "built-in") throw new Refusal("name-taken");
  const next = nextVersion(newest.mehrwert.version, "minor");
  return copiedInstrument(source, { slug, version: next });
}

/** Drafts: begun as a copy or from nothing, read, saved over what was read, thrown away. */
export function libraryDraftRoutes({
  store,
  library,
  publicHosts = [],
}: Pick<AppDependencies, "store" | "publicHosts"> & { library: Library }): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(readDraft, async (c) =>
      c.json(draftReply(await store.libraryDraft(c.req.valid("param").slug)), 200),
    )
    .openapi(copy(publicHosts), async (c) => {
      const wish = c.req.valid("json");
      const instrument = await copied(library, c.req.valid("param").slug, wish);
      const json = draftText(instrument);
      const begin = () => store.createLibraryDraft(wish.as, json);
      return c.json(draftReply(await refusedAs("name-taken", begin)), 201);
    })
    .openapi(saveDraft(publicHosts), async (c) => {
      const { slug } = c.req.valid("param");
      const { json, revision } = c.req.valid("json");
      if (library.originOf(slug) === "built-in") throw new Refusal("name-taken");
      if (revision === 0) {
        const begin = () => store.createLibraryDraft(slug, json);
        return c.json(draftReply(await refusedAs("name-taken", begin)), 200);
      }
      const save = () => store.saveLibraryDraft({ slug, json, revision });
      const saved = await refusedAs("changed-meanwhile", save);
      return c.json(draftReply({ slug, json, revision: saved }), 200);
    })
    .openapi(deleteDraft(publicHosts), async (c) => {
      await store.deleteLibraryDraft(c.req.valid("param").slug);
      return c.body(null, 204);
    });
}
