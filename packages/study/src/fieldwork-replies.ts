import { z } from "zod";
import { progressFiguresSchema } from "./field-progress.ts";
import { localizedTextSchema } from "./localized-text.ts";

/*
 * What a server says about a study in the field, for every program that asks: the console and the command line.
 */

const count = z.number().int().min(0);
const rate = z.number().min(0).max(1).optional();

/** What became of a list of people: who is invited now, and who had been before. */
export const invitedReplySchema = z.strictObject({
  invited: count,
  alreadyInvited: z.array(z.string()),
});

/** Whom a round of reminders goes to. */
export const reminderAudienceSchema = z.enum(["not-begun", "everybody"]);

/** Why there can be no reminder now. */
export const reminderObstacleSchema = z.enum([
  "not-fielding",
  "nobody-invited",
  "mails-under-way",
  "same-day",
  "rounds-used-up",
  "too-few-begun",
  "too-few-left",
  "nobody-left",
]);
export type ReminderObstacle = z.infer<typeof reminderObstacleSchema>;

/** The next round of reminders; `people` is left out where exact numbers would tell of single people. */
export const reminderForecastSchema = z.strictObject({
  round: count,
  people: count.optional(),
  obstacle: reminderObstacleSchema.optional(),
});
export type ReminderForecastReply = z.infer<typeof reminderForecastSchema>;

/** How many people a round reached. */
export const remindedReplySchema = z.strictObject({ reminded: count });

/**
 * How far the wave under way is. `isStepped`: figures stand still until at least `step` people more moved them and a new day
 * has begun. `dispositions` and `rates` only where people were asked one by one; `e`: see `responseRates`.
 */
export const progressReplySchema = z.strictObject({
  wave: z.number().int(),
  isStepped: z.boolean(),
  step: count,
  invited: count,
  figures: progressFiguresSchema,
  days: z.array(z.strictObject({ day: z.iso.date(), figures: progressFiguresSchema })),
  dispositions: z
    .array(z.strictObject({ code: z.string(), words: localizedTextSchema, cases: count }))
    .optional(),
  rates: z
    .strictObject({ rr1: rate, rr2: rate, rr3: rate, rr4: rate, rr5: rate, rr6: rate })
    .optional(),
  e: z.number().min(0).max(1),
});
export type ProgressReply = z.infer<typeof progressReplySchema>;
