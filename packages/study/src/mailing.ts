export { defaultMailing } from "./mailing/default-mailing.ts";
export { filledMail, type MailFacts } from "./mailing/filled-mail.ts";
export { mailingIssues, placeholders } from "./mailing/mailing-issues.ts";
export {
  type Mailing,
  type MailText,
  mailingSchema,
  mailTextSchema,
} from "./mailing/mailing-schema.ts";
