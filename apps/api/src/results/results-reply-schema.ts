import { z } from "@hono/zod-openapi";
import { localizedTextSchema, studySchema } from "@mehrwert/study";

const share = z.number().min(0).max(1).optional();
const interval = z
  .array(z.number())
  .length(2)
  .optional()
  .meta({ description: "95 % interval, low and high" });
const count = z
  .number()
  .int()
  .optional()
  .meta({ description: "Absent where it would tell of fewer people than the minimum" });
const test = { chiSquare: z.number(), df: z.number(), p: z.number(), n: z.number().int() };

const rankingRowSchema = z.object({
  item: z.string().meta({ example: "vd-1" }),
  name: z.string().meta({ example: "knowledge-transfer" }),
  label: localizedTextSchema,
  position: z
    .number()
    .int()
    .optional()
    .meta({ description: "1 = most valued; ties share a place" }),
  n: count,
  worth: share.meta({
    description: "Share of the whole (Plackett–Luce); only where worths decide the order",
  }),
  meanRank: z.number().optional(),
  meanRankInterval: interval,
  medianRank: z.number().optional(),
  firstShare: share,
  firstShareInterval: interval,
  topShare: share,
  topShareInterval: interval,
  borda: z.number().optional(),
  leadOverNext: z.object({ value: z.number(), interval: z.array(z.number()).length(2) }).optional(),
});

const rankingTableSchema = z.object({
  question: z.string(),
  questionText: localizedTextSchema,
  options: z.number().int(),
  topK: z.number().int(),
  respondents: z.number().int(),
  answered: count,
  complete: count,
  topRanked: count,
  missing: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  rows: z.array(rankingRowSchema),
  pairwise: z.object({
    items: z.array(z.string()),
    preferred: z.array(z.array(z.number())),
    compared: z.array(z.array(z.number())),
  }),
  kendallsW: z
    .object({ value: z.number(), meaning: localizedTextSchema })
    .extend(z.object(test).partial().shape)
    .optional(),
  friedman: z.object(test).optional(),
  bootstrap: z.object({
    seed: z.number(),
    draws: z.number(),
    level: z.number(),
    kind: z.literal("bca").optional().meta({ description: "Absent: percentile" }),
    replacedBy: z
      .literal("normal-distribution")
      .optional()
      .meta({ description: "Instead of draws, for very many respondents" }),
  }),
  notes: z.array(localizedTextSchema),
});

const base = z.object({
  n: z.number().int(),
  isRounded: z.boolean().meta({ description: "Below 30 people to the nearest five" }),
});
const codes = z.array(z.string());
const notes = z.array(localizedTextSchema);
const answer = z.object({ code: z.string(), label: localizedTextSchema });

const sharesTableSchema = z.object({
  release: z.number().int().meta({ description: "Number of the release it is of" }),
  rows: z.array(codes).meta({ description: "Codes of the answers; several are shown together" }),
  columns: z.array(
    z.object({
      categories: codes.meta({ description: "Codes of the group; none: everybody" }),
      base,
      shares: z
        .array(z.object({ share: z.number(), count: z.number().int().optional() }).nullable())
        .meta({ description: "One for each row; null where it is hidden" }),
      mean: z.object({ mean: z.number(), within: z.number().optional() }).optional(),
    }),
  ),
  notes,
});

const table = sharesTableSchema.meta({ id: "SharesTable" }).optional();

const questionSchema = z.object({
  question: z.string(),
  text: localizedTextSchema,
  items: z.array(
    z.object({
      id: z.string(),
      label: localizedTextSchema,
      type: z.enum(["rating", "single", "selected"]),
      answers: z.array(answer),
      table,
      notes,
    }),
  ),
});

const scaleSchema = z
  .object({
    id: z.string(),
    label: localizedTextSchema,
    items: z.number().int(),
    range: z.tuple([z.number(), z.number()]),
    means: z.array(
      z.object({
        categories: codes,
        mean: z.number().optional(),
        within: z.number().optional(),
        n: base.optional(),
      }),
    ),
  })
  .meta({ id: "ScaleMeans" });

const groupingSchema = z.object({
  id: z.string(),
  label: localizedTextSchema,
  categories: z.array(answer),
  groups: z.array(z.object({ categories: codes, size: base })),
  notes,
});

/** Results by the groups of one variable, as the API's description shows them. */
export const groupedResultsSchema = z.object({
  grouping: z.string(),
  items: z.array(z.object({ id: z.string(), table, notes })),
  scales: z.array(scaleSchema),
});

/** Open answers, as the API's description shows them. */
export const openAnswersSchema = z.array(
  z.object({ id: z.string(), text: localizedTextSchema, texts: z.array(z.string()), notes }),
);

/**
 * The results reply as the API's description shows it. The type is `ResultsReply`; the route's reply is typed by this
 * schema, so the two cannot drift apart unseen.
 */
export const resultsReplySchema = z.object({
  study: studySchema.pick({
    slug: true,
    title: true,
    isSimulated: true,
    wave: true,
    status: true,
    minimumGroupSize: true,
  }),
  responses: z.union([
    z.object({ count: z.number().int(), isRounded: z.boolean() }),
    z.object({ sizeClass: localizedTextSchema }),
  ]),
  computing: z.object({ done: z.number().int(), total: z.number().int() }).optional(),
  release: z.number().int().meta({ description: "Number of the release, 0 before the first" }),
  rankings: z.array(rankingTableSchema.meta({ id: "RankingTable" })),
  questions: z.array(questionSchema),
  scales: z.array(scaleSchema),
  groupings: z.array(groupingSchema),
  notes,
});
