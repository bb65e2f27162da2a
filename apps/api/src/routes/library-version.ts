import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  compareVersions,
  copiedInstrument,
  definitionHash,
  type Instrument,
  type InstrumentDifference,
  Invalid,
  type Issue,
  instrumentDifference,
  readInstrument,
} from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { instrumentOrDraft } from "../instrument-or-draft.ts";
import type { Library } from "../library.ts";
import { Refusal } from "../problems/refusal.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { versionOrDraft } from "./instrument.ts";
import { refusedAs } from "./library-draft.ts";
import {
  differenceSchema,
  publishedSchema,
  slugParameter,
  versionSchema,
} from "./library-schemas.ts";

const difference = createRoute({
  method: "get",
  path: "/api/library/{slug}/difference",
  operationId: "instrumentDifference",
  ...needs("library:read"),
  ...summary({
    de: "Was sich zwischen zwei Fassungen ändert, was das mit gespeicherten Antworten macht und welche Versionsnummer es verlangt. „draft“ ist der Entwurf.",
    en: "What changes between two versions, what it does to stored answers, and the version number it asks for. “draft” is what is being written.",
  }),
  request: {
    params: slugParameter,
    query: z.object({ from: versionOrDraft, to: versionOrDraft.default("draft") }),
  },
  responses: {
    200: {
      ...meaning({ de: "Der Unterschied.", en: "The difference." }),
      content: { "application/json": { schema: differenceSchema } },
    },
    ...refusals("signed-out", "not-found", "invalid", "unavailable", "unexpected"),
  },
});

const publishSchema = z
  .strictObject({
    version: versionSchema,
    /** The revision of the draft that was read. */
    revision: z.number().int().min(1),
  })
  .meta({ id: "InstrumentToPublish" });

const publish = createRoute({
  method: "post",
  path: "/api/library/{slug}/publish",
  operationId: "publishInstrument",
  ...needs("library:write"),
  ...summary({
    de: "Veröffentlicht den Entwurf als Fassung, die sich nie mehr ändert. Die Versionsnummer muss sagen, was sich geändert hat.",
    en: "Publishes the draft as a version that never changes again. The version number has to say what changed.",
  }),
  request: {
    params: slugParameter,
    body: { required: true, content: { "application/json": { schema: publishSchema } } },
  },
  middleware: jsonBody,
  responses: {
    201: {
      ...meaning({ de: "Veröffentlicht.", en: "Published." }),
      content: { "application/json": { schema: publishedSchema } },
    },
    ...refusals("signed-out", "forbidden", "cross-site", "not-found", "version-too-small"),
    ...refusals("changed-meanwhile", "malformed", "too-large", "not-json", "invalid"),
    ...refusals("unavailable", "unexpected"),
  },
});

/** The draft as the instrument it would be: under its own name, at the version wished for. */
function publishable(json: string, slug: string, version: string): Instrument {
  const result = readInstrument(json);
  if (!result.ok) throw new Invalid("the draft is no instrument yet", result.issues);
  const { slug: written } = result.value.mehrwert;
  if (written !== slug) throw new Invalid("the draft names another slug", [otherSlug(slug)]);
  return copiedInstrument(result.value, { slug, version });
}

function otherSlug(slug: string): Issue {
  return {
    path: "/mehrwert/slug",
    severity: "error",
    message: {
      de: `Der Entwurf „${slug}“ nennt in der Datei einen anderen Namen.`,
      en: `The draft “${slug}” gives another name in its text.`,
    },
    advice: { de: `Setzen Sie slug auf ${slug}.`, en: `Set slug to ${slug}.` },
  };
}

/** The number that is needed, then every change that asks for it. */
function tooSmall({ changes, effect, smallestVersion, from }: InstrumentDifference): Issue[] {
  const number: Issue = {
    path: "#/version",
    severity: "error",
    message: {
      de: `Nach ${from.version} ist ${smallestVersion} die kleinste mögliche Version.`,
      en: `After ${from.version} the smallest possible version is ${smallestVersion}.`,
    },
    advice: {
      de: `Nehmen Sie ${smallestVersion} oder eine größere Nummer.`,
      en: `Take ${smallestVersion} or a larger number.`,
    },
  };
  const reasons = changes
    .filter((change) => change.effect === effect)
    .map(
      ({ place, what, consequence }): Issue => ({
        path: "#/version",
        severity: "error",
        message: { de: `${place.de}: ${what.de}`, en: `${place.en}: ${what.en}` },
        advice: consequence,
      }),
    );
  return [number, ...reasons];
}

async function requireVersionEnough(library: Library, instrument: Instrument): Promise<void> {
  const { slug } = instrument.mehrwert;
  const newest = (await library.all()).get(slug)?.at(-1);
  if (newest === undefined) return;
  const found = instrumentDifference(newest, instrument);
  const isLater = compareVersions(instrument.mehrwert.version, newest.mehrwert.version) > 0;
  if (!isLater || !found.isVersionEnough) throw new Refusal("version-too-small", tooSmall(found));
}

/** What changed between versions, and publishing the next one. */
export function libraryVersionRoutes({
  store,
  library,
}: Pick<AppDependencies, "store"> & { library: Library }): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(difference, async (c) => {
      const { slug } = c.req.valid("param");
      const { from, to } = c.req.valid("query");
      const version = (named: string) =>
        instrumentOrDraft({ slug, version: named, library, store });
      return c.json(instrumentDifference(await version(from), await version(to)), 200);
    })
    .openapi(publish, async (c) => {
      const { slug } = c.req.valid("param");
      const { version, revision } = c.req.valid("json");
      const draft = await store.libraryDraft(slug);
      if (draft.revision !== revision) throw new Refusal("changed-meanwhile");
      const instrument = publishable(draft.json, slug, version);
      await requireVersionEnough(library, instrument);
      await refusedAs("changed-meanwhile", () => store.publishInstrument(instrument, revision));
      await c.get("audit")({ action: "instrument.published", details: { slug, version } });
      return c.json({ slug, version, definitionHash: await definitionHash(instrument) }, 201);
    });
}
