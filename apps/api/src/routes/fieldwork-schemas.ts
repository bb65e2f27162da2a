import { z } from "@hono/zod-openapi";
import { localizedTextSchema } from "@mehrwert/study";

/** Somebody to invite, as a list names them. */
export const inviteeSchema = z
  .strictObject({
    address: z.string().max(254),
    name: z.string().min(1).max(120).optional(),
    unit: z.string().min(1).max(120).optional(),
  })
  .meta({ id: "Invitee" });

/** As `InvitationList` of the import package, with those left out who were invited to this wave before. */
export const invitationCheckSchema = z
  .strictObject({
    invitees: z.array(inviteeSchema.extend({ line: z.number().int() })),
    problems: z.array(
      z.strictObject({
        line: z.number().int(),
        given: z.string(),
        message: localizedTextSchema,
        advice: localizedTextSchema,
      }),
    ),
    encoding: z.string(),
    separator: z.enum([",", ";", "tab", "|"]).optional(),
    hasHeading: z.boolean(),
    columns: z.strictObject({
      address: z.number().int(),
      names: z.array(z.number().int()),
      unit: z.number().int().optional(),
    }),
  })
  .meta({ id: "InvitationCheck" });
export type InvitationCheck = z.infer<typeof invitationCheckSchema>;

const obstacles = [
  "not-fielding",
  "nobody-invited",
  "mails-under-way",
  "same-day",
  "rounds-used-up",
  "too-few-begun",
  "too-few-left",
  "nobody-left",
] as const;

export const audienceSchema = z.enum(["not-begun", "everybody"]);

/** The next round of reminders, and what stands in its way. */
export const reminderForecastSchema = z
  .strictObject({
    round: z.number().int(),
    /** Whom it would reach; left out in studies where exact numbers would tell of single people. */
    people: z.number().int().optional(),
    obstacle: z.enum(obstacles).optional(),
  })
  .meta({ id: "ReminderForecast" });
export type ReminderForecastReply = z.infer<typeof reminderForecastSchema>;

const undeliveredSchema = z.strictObject({
  recipient: z.string(),
  reason: z.enum(["refused", "returned", "given-up"]),
  statusCode: z.string().optional(),
  reply: z.string().optional(),
});

/** Where the mails of the wave under way are. */
export const mailStateSchema = z
  .strictObject({
    /** False where the server has no mail server to hand mails to. */
    isConfigured: z.boolean(),
    rounds: z.array(
      z.strictObject({ round: z.number().int(), mails: z.number().int(), day: z.iso.date() }),
    ),
    waiting: z.number().int(),
    uncertain: z.array(z.string()),
    undelivered: z.array(undeliveredSchema),
    trouble: z.string().optional(),
    /** Codes made to be printed. */
    printed: z.number().int(),
  })
  .meta({ id: "MailState" });
export type MailStateReply = z.infer<typeof mailStateSchema>;

const rate = z.number().min(0).max(1).optional();
const figuresSchema = z.strictObject({
  begun: z.number().int(),
  complete: z.number().int(),
  partial: z.number().int(),
  lastPages: z.array(z.strictObject({ page: z.string(), partial: z.number().int() })),
  units: z.array(
    z.strictObject({ unit: z.string(), invited: z.number().int(), begun: z.number().int() }),
  ),
});

/** How far the wave under way is. */
export const progressSchema = z
  .strictObject({
    wave: z.number().int(),
    /** Whether figures stand still until at least `step` more people moved them, and a new day has begun. */
    isStepped: z.boolean(),
    step: z.number().int(),
    invited: z.number().int(),
    figures: figuresSchema,
    days: z.array(z.strictObject({ day: z.iso.date(), figures: figuresSchema })),
    /** Only where people were asked one by one. */
    dispositions: z
      .array(
        z.strictObject({ code: z.string(), words: localizedTextSchema, cases: z.number().int() }),
      )
      .optional(),
    rates: z
      .strictObject({ rr1: rate, rr2: rate, rr3: rate, rr4: rate, rr5: rate, rr6: rate })
      .optional(),
    /** The share of cases of unknown eligibility that counts in RR3 and RR4. */
    e: z.number().min(0).max(1),
  })
  .meta({ id: "Progress" });
export type ProgressReply = z.infer<typeof progressSchema>;
