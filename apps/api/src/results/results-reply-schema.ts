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

/**
 * The results reply as the API's description shows it. The type is `ResultsReply`; the route's reply is typed by this
 * schema, so the two cannot drift apart unseen.
 */
export const resultsReplySchema = z.object({
  study: studySchema.pick({
    slug: true,
    title: true,
    isSimulated: true,
    status: true,
    minimumGroupSize: true,
  }),
  responses: z.union([
    z.object({ count: z.number().int() }),
    z.object({ sizeClass: localizedTextSchema }),
  ]),
  rankings: z.array(rankingTableSchema.meta({ id: "RankingTable" })),
});
