import { createRoute, z } from "@hono/zod-openapi";
import { identifierSchema } from "@mehrwert/study";
import { instrumentBody, jsonBody } from "../guards/json-body.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { draftSchema, slugParameter, versionSchema } from "./library-schemas.ts";

const draftContent = { "application/json": { schema: draftSchema } };
const theDraft = {
  ...meaning({
    de: "Der Entwurf, mit allem, was daran falsch oder fraglich ist.",
    en: "The draft, with everything that is wrong or doubtful about it.",
  }),
  content: draftContent,
};

/** Reads a draft. */
export const readDraft = createRoute({
  method: "get",
  path: "/api/library/{slug}/draft",
  operationId: "instrumentDraft",
  ...needs("library:read"),
  ...summary({ de: "Der Entwurf eines Fragebogens.", en: "The draft of an instrument." }),
  request: { params: slugParameter },
  responses: { 200: theDraft, ...refusals("signed-out", "not-found", "unavailable", "unexpected") },
});

/** Under which name, and of which version; absent: the newest. */
export const copySchema = z
  .strictObject({ as: identifierSchema, version: versionSchema.optional() })
  .meta({ id: "InstrumentCopy" });

/** Begins a draft as a copy. */
export const copy = createRoute({
  method: "post",
  path: "/api/library/{slug}/copy",
  operationId: "copyInstrument",
  ...needs("library:write"),
  ...summary({
    de: "Beginnt einen Entwurf als Kopie der neuesten oder genannten Fassung. Derselbe Name beginnt die nächste Fassung eines eigenen Fragebogens.",
    en: "Begins a draft as a copy of the newest version, or the one named. The same name begins the next version of an instrument of one's own.",
  }),
  request: {
    params: slugParameter,
    body: { required: true, content: { "application/json": { schema: copySchema } } },
  },
  middleware: jsonBody,
  responses: {
    201: theDraft,
    ...refusals("signed-out", "forbidden", "cross-site", "not-found", "name-taken", "malformed"),
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

/** Saves a draft. */
export const saveDraft = createRoute({
  method: "put",
  path: "/api/library/{slug}/draft",
  operationId: "saveInstrumentDraft",
  ...needs("library:write"),
  ...summary({
    de: "Speichert einen Entwurf, wie er ist, und sagt, was daran falsch ist. „revision“ nennt den gelesenen Stand; 0 beginnt einen Entwurf.",
    en: "Saves a draft as it is and says what is wrong with it. “revision” names what was read; 0 begins a draft.",
  }),
  request: {
    params: slugParameter,
    body: { required: true, content: { "application/json": { schema: saveSchema } } },
  },
  middleware: instrumentBody,
  responses: {
    200: theDraft,
    ...refusals("signed-out", "forbidden", "cross-site", "not-found", "changed-meanwhile"),
    ...refusals("name-taken", "malformed", "too-large", "not-json", "invalid"),
    ...refusals("unavailable", "unexpected"),
  },
});

/** Throws a draft away. */
export const deleteDraft = createRoute({
  method: "delete",
  path: "/api/library/{slug}/draft",
  operationId: "deleteInstrumentDraft",
  ...needs("library:write"),
  ...summary({ de: "Verwirft einen Entwurf.", en: "Throws a draft away." }),
  request: { params: slugParameter },
  responses: {
    204: meaning({ de: "Der Entwurf ist weg.", en: "The draft is gone." }),
    ...refusals("signed-out", "forbidden", "cross-site", "not-found", "unavailable", "unexpected"),
  },
});
