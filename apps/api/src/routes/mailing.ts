import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { participationLink, secretCode, secretCodeBytes } from "@mehrwert/privacy";
import { filledMail, Invalid, type Mailing, mailingIssues, mailingSchema } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { studyParameter } from "./study.ts";

const mailing = mailingSchema.meta({ id: "Mailing" });
const mailBody = { required: true, content: { "application/json": { schema: mailing } } } as const;

const read = createRoute({
  method: "get",
  path: "/api/studies/{study}/mailing",
  operationId: "mailing",
  ...needs("study:read"),
  ...summary({
    de: "Wie die Studie schreibt: Texte, Sprache, Tempo, Erinnerungen.",
    en: "How the study writes to people: texts, language, rate, reminders.",
  }),
  request: { params: studyParameter },
  responses: {
    200: {
      ...meaning({ de: "Die Einstellungen.", en: "The settings." }),
      content: { "application/json": { schema: mailing } },
    },
    ...refusals("not-found", "unavailable", "unexpected"),
  },
});

const write = createRoute({
  method: "put",
  path: "/api/studies/{study}/mailing",
  operationId: "saveMailing",
  ...needs("study:field"),
  ...summary({
    de: "Ändert sie. Unbekannte Platzhalter, ein Text ohne Link und Zeilenumbrüche im Betreff werden abgelehnt.",
    en: "Changes them. Unknown placeholders, a text without a link and line breaks in subjects are refused.",
  }),
  request: { params: studyParameter, body: mailBody },
  middleware: jsonBody,
  responses: {
    200: {
      ...meaning({ de: "Die Einstellungen.", en: "The settings." }),
      content: { "application/json": { schema: mailing } },
    },
    ...refusals("malformed", "cross-site", "not-found", "too-large", "not-json"),
    ...refusals("invalid", "unavailable", "unexpected"),
  },
});

const previewed = z.strictObject({ subject: z.string(), body: z.string() });

const preview = createRoute({
  method: "post",
  path: "/api/studies/{study}/mail-previews",
  operationId: "previewMails",
  ...needs("study:field"),
  ...summary({
    de: "Zeigt beide Mails, wie sie jemand erhielte, mit einem erfundenen Namen und Code. Speichert und sendet nichts.",
    en: "Shows both mails as somebody would get them, with an invented name and code. Keeps and sends nothing.",
  }),
  request: { params: studyParameter, body: mailBody },
  middleware: jsonBody,
  responses: {
    200: {
      ...meaning({ de: "Beide Mails.", en: "Both mails." }),
      content: {
        "application/json": {
          schema: z
            .strictObject({ invitation: previewed, reminder: previewed })
            .meta({ id: "MailPreviews" }),
        },
      },
    },
    ...refusals("malformed", "cross-site", "not-found", "too-large", "not-json"),
    ...refusals("invalid", "unavailable", "unexpected"),
  },
});

/** How a study writes to people, and how that looks. */
export function mailingRoutes({
  store,
  publicUrl,
}: Pick<AppDependencies, "store" | "publicUrl">): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(read, async (c) =>
      c.json(await store.fieldwork.mailing(c.req.valid("param").study), 200),
    )
    .openapi(write, async (c) => {
      const { study } = c.req.valid("param");
      const changed = checked(c.req.valid("json"));
      await store.fieldwork.saveMailing(study, changed);
      await c.get("audit")({ action: "mail-texts.changed", study });
      return c.json(changed, 200);
    })
    .openapi(preview, async (c) => {
      const study = await store.study(c.req.valid("param").study);
      const given = checked(c.req.valid("json"));
      const code = secretCode("participation", new Uint8Array(secretCodeBytes));
      const link = participationLink({
        origin: publicUrl?.() ?? new URL(c.req.url).origin,
        study: study.slug,
        code,
        fingerprint: study.credentialKey?.fingerprint,
      });
      const facts = { study: study.title, link, code, name: "Erika Muster" };
      const shown = (kind: "invitation" | "reminder") =>
        filledMail(given[kind], given.language, facts);
      return c.json({ invitation: shown("invitation"), reminder: shown("reminder") }, 200);
    });
}

function checked(given: Mailing): Mailing {
  const issues = mailingIssues(given);
  if (issues.length > 0) throw new Invalid("mail texts are wrong", issues);
  return given;
}
