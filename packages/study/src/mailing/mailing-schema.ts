import { z } from "zod";
import { languageSchema, localizedTextSchema } from "../localized-text.ts";

/** One line, as a header of a mail must be: no line break, no control character. */
const oneLine = /^[^\p{Cc}\u2028\u2029]*$/u;

/** Words of a mail in both languages; `{placeholders}` are filled in when it is sent. */
export const mailTextSchema = z.strictObject({
  subject: localizedTextSchema.refine(({ de, en }) =>
    [de, en].every((text) => oneLine.test(text) && text.length <= 150),
  ),
  body: localizedTextSchema.refine(({ de, en }) =>
    [de, en].every(({ length }) => length <= 10_000),
  ),
});
export type MailText = z.infer<typeof mailTextSchema>;

/** How a study writes to the people it invites. */
export const mailingSchema = z.strictObject({
  /** `both`: German, then English, in one mail. */
  language: z.enum([...languageSchema.options, "both"]),
  /** Where replies go; absent: to the server's own sender. */
  replyTo: z
    .string()
    .max(254)
    .regex(/^[^\s@<>,;\p{Cc}]+@[^\s@<>,;\p{Cc}]+\.[^\s@<>,;\p{Cc}]+$/u)
    .optional(),
  /** At most so many mails a minute leave for this study. */
  perMinute: z.number().int().min(1).max(6000),
  /** At most so many rounds of reminders in a wave. */
  reminders: z.number().int().min(0).max(5),
  invitation: mailTextSchema,
  reminder: mailTextSchema,
});
export type Mailing = z.infer<typeof mailingSchema>;
