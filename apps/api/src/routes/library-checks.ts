import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { localizedTextSchema } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { instrumentOrDraft } from "../instrument-or-draft.ts";
import type { Library } from "../library.ts";
import type { StudyWorker } from "../results/study-worker.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { versionOrDraft } from "./instrument.ts";
import { issueSchema, slugParameter } from "./library-schemas.ts";

const durations = z.array(
  z.strictObject({
    form: localizedTextSchema.optional(),
    shortest: z.number(),
    typical: z.number(),
    longest: z.number(),
    pages: z.strictObject({ from: z.number(), to: z.number() }),
  }),
);

const ease = z.strictObject({
  formula: z.enum(["wiener-1", "flesch"]),
  value: z.number(),
  words: z.number(),
  sentences: z.number(),
  syllables: z.number(),
});

const checksSchema = z
  .strictObject({
    slug: z.string(),
    version: z.string(),
    announcedMinutes: z.strictObject({ from: z.number(), to: z.number() }),
    /** Minutes, by language of the texts. */
    durations: z.strictObject({ de: durations, en: durations }),
    items: z.array(
      z.strictObject({
        variable: z.string(),
        text: localizedTextSchema,
        ease: z.strictObject({ de: ease.optional(), en: ease.optional() }),
      }),
    ),
    demographics: z
      .strictObject({
        questions: z.array(
          z.strictObject({ name: z.string(), title: localizedTextSchema, options: z.number() }),
        ),
        combinations: z.number(),
        expected: z
          .strictObject({ respondents: z.number(), smallGroups: z.number(), people: z.number() })
          .optional(),
        withoutLargest: z
          .strictObject({ question: z.string(), combinations: z.number(), coarsened: z.number() })
          .optional(),
      })
      .optional(),
    /** Self-generated codes: how often they collide, whether they can be guessed. */
    codes: z.array(
      z.strictObject({
        question: z.string(),
        codes: z.number(),
        fewValues: z.array(z.string()),
        known: z.array(z.string()),
        isRandom: z.boolean(),
        guesses: z.number(),
        expected: z
          .strictObject({ respondents: z.number(), shared: z.number(), near: z.number() })
          .optional(),
      }),
    ),
    hints: z.array(
      issueSchema.extend({
        about: z.enum(["duration", "demographics", "codes", "structure", "wording"]),
        language: z.enum(["de", "en"]).optional(),
      }),
    ),
  })
  .meta({ id: "PreFieldChecks" });

const checks = createRoute({
  method: "get",
  path: "/api/library/{slug}/{version}/checks",
  operationId: "preFieldChecks",
  ...needs("library:read"),
  ...summary({
    de: "Was sich vor dem Feld über einen Fragebogen sagen lässt: Dauer, Lesbarkeit, Wortlaut, Gruppengrößen. „respondents“ ist die Zahl erwarteter Antworten.",
    en: "What can be said of an instrument before the field: duration, reading ease, wording, sizes of groups. “respondents” is the number of responses expected.",
  }),
  request: {
    params: slugParameter.extend({ version: versionOrDraft }),
    query: z.object({ respondents: z.coerce.number().int().min(1).max(1_000_000).optional() }),
  },
  responses: {
    200: {
      ...meaning({ de: "Die Prüfungen.", en: "The checks." }),
      content: { "application/json": { schema: checksSchema } },
    },
    ...refusals("signed-out", "not-found", "invalid", "unavailable", "unexpected"),
  },
});

/** `GET /api/library/<slug>/<version>/checks`, computed beside the server because it simulates respondents. */
export function libraryCheckRoutes({
  store,
  library,
  worker,
}: Pick<AppDependencies, "store"> & {
  library: Library;
  worker: StudyWorker;
}): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>().openapi(checks, async (c) => {
    const instrument = await instrumentOrDraft({ ...c.req.valid("param"), library, store });
    const { respondents } = c.req.valid("query");
    const input = { instrument, expectedRespondents: respondents };
    return c.json(await worker.instrumentChecks(input), 200);
  });
}
