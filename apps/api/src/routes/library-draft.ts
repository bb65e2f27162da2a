import { OpenAPIHono, type z } from "@hono/zod-openapi";
import type { LibraryDraft } from "@mehrwert/store";
import {
  Conflict,
  copiedInstrument,
  type Instrument,
  NotFound,
  nextVersion,
  readInstrument,
} from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import type { Library } from "../library.ts";
import { Refusal } from "../problems/refusal.ts";
import {
  copy,
  type copySchema,
  deleteDraft,
  readDraft,
  saveDraft,
} from "./library-draft-descriptions.ts";
import type { DraftReply } from "./library-schemas.ts";

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
}: Pick<AppDependencies, "store"> & { library: Library }): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(readDraft, async (c) =>
      c.json(draftReply(await store.libraryDraft(c.req.valid("param").slug)), 200),
    )
    .openapi(copy, async (c) => {
      const wish = c.req.valid("json");
      const instrument = await copied(library, c.req.valid("param").slug, wish);
      const json = draftText(instrument);
      const begin = () => store.createLibraryDraft(wish.as, json);
      return c.json(draftReply(await refusedAs("name-taken", begin)), 201);
    })
    .openapi(saveDraft, async (c) => {
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
    .openapi(deleteDraft, async (c) => {
      await store.deleteLibraryDraft(c.req.valid("param").slug);
      return c.body(null, 204);
    });
}
