import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { LibraryDraft } from "@mehrwert/store";
import {
  type Instrument,
  type InterviewGuide,
  instrumentSummary,
  readInstrument,
} from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import type { Library } from "../library.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { libraryGuideRoutes } from "./library-guide.ts";
import { type LibraryReply, librarySchema } from "./library-schemas.ts";

const library = createRoute({
  method: "get",
  path: "/api/library",
  operationId: "library",
  ...needs("library:read"),
  ...summary({
    de: "Alle Fragebögen: die mitgelieferten, die hier veröffentlichten und die Entwürfe; dazu die Gesprächsleitfäden.",
    en: "Every instrument: those that came with Mehrwert, those published here, and drafts; and the interview guides.",
  }),
  responses: {
    200: {
      ...meaning({ de: "Die Bibliothek.", en: "The library." }),
      content: { "application/json": { schema: librarySchema } },
    },
    ...refusals("unavailable", "unexpected"),
  },
});

type Entry = LibraryReply["instruments"][number];

function entryOf(
  slug: string,
  {
    library: { originOf },
    versions,
    draft,
  }: {
    library: Library;
    versions: readonly Instrument[];
    draft: LibraryDraft | undefined;
  },
): Entry {
  const written = draft === undefined ? undefined : readInstrument(draft.json);
  const shown = versions.at(-1) ?? (written?.ok ? written.value : undefined);
  const about = shown === undefined ? undefined : instrumentSummary(shown);
  return {
    slug,
    origin: originOf(slug),
    versions: versions.map(({ mehrwert }) => mehrwert.version),
    ...(about && { about }),
    ...(draft && { draft: { revision: draft.revision, isUsable: written?.ok === true } }),
  };
}

function guideEntry(guide: InterviewGuide): LibraryReply["interviewGuides"][number] {
  const { slug, version, title, summary, targetGroup, durationMinutes, languages, licence } = guide;
  return { slug, version, title, summary, targetGroup, durationMinutes, languages, licence };
}

/** `GET /api/library`, and the interview guides to print. */
export function libraryRoutes({
  library: found,
  interviewGuides = [],
}: Pick<AppDependencies, "interviewGuides"> & {
  library: Library;
}): OpenAPIHono<AppEnv> {
  const routes = libraryGuideRoutes({ interviewGuides });
  return routes.openapi(library, async (c) => {
    const all = await found.all();
    const drafts = new Map((await found.drafts()).map((draft) => [draft.slug, draft]));
    const slugs = [...new Set([...all.keys(), ...drafts.keys()])].sort();
    const instruments = slugs.map((slug) =>
      entryOf(slug, { library: found, versions: all.get(slug) ?? [], draft: drafts.get(slug) }),
    );
    const guides = interviewGuides.map(guideEntry);
    const isReadOnly = !c.get("may")("library:write");
    return c.json({ isReadOnly, instruments, interviewGuides: guides }, 200);
  });
}
