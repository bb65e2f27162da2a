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
    /** Of those that wait, the invitations. */
    unsent: z.number().int(),
    uncertain: z.array(z.string()),
    undelivered: z.array(undeliveredSchema),
    trouble: z.string().optional(),
    /** Codes made to be printed. */
    printed: z.number().int(),
  })
  .meta({ id: "MailState" });
export type MailStateReply = z.infer<typeof mailStateSchema>;
