import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { Invalid, progressReplySchema } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { fieldProgress } from "../fieldwork/field-progress.ts";
import { jsonBody, limitedBody, onlyBytes } from "../guards/json-body.ts";
import { noMailService } from "../mail/mail-service.ts";
import { returnedMails } from "../mail/returned-mail.ts";
import { codeOf } from "../mail/send-mails.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { mailStateSchema } from "./fieldwork-schemas.ts";
import { studyParameter } from "./study.ts";

const mails = createRoute({
  method: "get",
  path: "/api/studies/{study}/mails",
  operationId: "mailState",
  ...needs("study:field"),
  ...summary({
    de: "Wo die Mails der laufenden Welle sind: Runden, was wartet, was unzustellbar ist, was sie aufhält.",
    en: "Where the mails of the wave under way are: rounds, what waits, what cannot be delivered, what holds them up.",
  }),
  request: { params: studyParameter },
  responses: {
    200: {
      ...meaning({ de: "Der Stand.", en: "The state." }),
      content: { "application/json": { schema: mailStateSchema } },
    },
    ...refusals("not-found", "unavailable", "unexpected"),
  },
});

const uncertain = createRoute({
  method: "post",
  path: "/api/studies/{study}/uncertain-mails",
  operationId: "settleUncertainMails",
  ...needs("study:field"),
  ...summary({
    de: "Entscheidet über Mails, von denen niemand weiß, ob sie ankamen: noch einmal senden, unter derselben Message-ID, oder nicht.",
    en: "Decides about mails of which nobody knows whether they arrived: to send them again under the same Message-ID, or not.",
  }),
  request: {
    params: studyParameter,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.strictObject({ decision: z.enum(["send-again", "let-go"]) }),
        },
      },
    },
  },
  middleware: jsonBody,
  responses: {
    200: {
      ...meaning({ de: "Wie viele es waren.", en: "How many there were." }),
      content: { "application/json": { schema: z.strictObject({ settled: z.number().int() }) } },
    },
    ...refusals("malformed", "cross-site", "not-found", "too-large", "not-json"),
    ...refusals("invalid", "unavailable", "unexpected"),
  },
});

const returned = createRoute({
  method: "post",
  path: "/api/studies/{study}/returned-mails",
  operationId: "noteReturnedMails",
  ...needs("study:field"),
  ...summary({
    de: "Liest die Meldung eines Mailservers über eine unzustellbare Mail (.eml) und merkt sich die Adresse; sie wird nicht mehr erinnert.",
    en: "Reads a mail server's report about a mail it could not deliver (.eml) and notes the address, which is reminded no more.",
  }),
  request: {
    params: studyParameter,
    body: {
      required: true,
      content: {
        "application/octet-stream": {
          schema: z.string().meta({ type: "string", format: "binary" }),
        },
      },
    },
  },
  middleware: [onlyBytes, limitedBody(2 * 1024 * 1024)] as const,
  responses: {
    200: {
      ...meaning({ de: "Welche Adressen bekannt waren.", en: "Which addresses were known." }),
      content: {
        "application/json": {
          schema: z.strictObject({ noted: z.array(z.string()), unknown: z.array(z.string()) }),
        },
      },
    },
    ...refusals(
      "cross-site",
      "not-found",
      "too-large",
      "not-bytes",
      "invalid",
      "unavailable",
      "unexpected",
    ),
  },
});

const progress = createRoute({
  method: "get",
  path: "/api/studies/{study}/progress",
  operationId: "progress",
  ...needs("study:read"),
  ...summary({
    de: "Wie weit die laufende Welle ist: Rücklauf nach AAPOR, nach Tagen und Gruppen. Außer in vertraulichen Studien stehen die Zahlen still, bis sich mindestens fünf Personen und ein Tag bewegt haben.",
    en: "How far the wave under way is: response rates as the AAPOR defines them, by day and group. But for confidential studies figures stand still until at least five people and a day have moved.",
  }),
  request: { params: studyParameter },
  responses: {
    200: {
      ...meaning({ de: "Der Verlauf.", en: "The progress." }),
      content: { "application/json": { schema: progressReplySchema.meta({ id: "Progress" }) } },
    },
    ...refusals("not-found", "unavailable", "unexpected"),
  },
});

/** Where mails are, what came back, and how far the field is. */
export function fieldworkRoutes({
  store,
  now,
  mail = noMailService,
}: Pick<AppDependencies, "store" | "now" | "mail">): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(mails, async (c) => {
      const { slug: study, wave } = await store.study(c.req.valid("param").study);
      const state = await store.fieldwork.mailState({ study, wave });
      const { length: printed } = await store.fieldwork.printedCodes({ study, codeOf });
      return c.json({ isConfigured: mail.isConfigured, ...state, printed }, 200);
    })
    .openapi(uncertain, async (c) => {
      const { slug } = await store.study(c.req.valid("param").study);
      const { decision } = c.req.valid("json");
      const settled = await store.fieldwork.settleUncertain(slug, decision);
      await c.get("audit")({
        action: "uncertain-mails.settled",
        study: slug,
        details: { decision, mails: settled },
      });
      await mail.wake(slug);
      return c.json({ settled }, 200);
    })
    .openapi(returned, async (c) => {
      const { slug } = await store.study(c.req.valid("param").study);
      const found = await returnedMails(new Uint8Array(await c.req.arrayBuffer()));
      if (found.length === 0) throw noReport();
      const returned = await store.fieldwork.noteReturned(slug, found);
      await c.get("audit")({
        action: "returned-mails.noted",
        study: slug,
        details: { addresses: returned.noted.length },
      });
      return c.json(returned, 200);
    })
    .openapi(progress, async (c) => {
      const study = await store.study(c.req.valid("param").study);
      return c.json(await fieldProgress(store.fieldwork, study, now()), 200);
    });
}

const noReport = () =>
  new Invalid("no report of a mail server", [
    {
      path: "#",
      severity: "error",
      message: {
        de: "Die Datei ist keine Meldung über eine unzustellbare Mail.",
        en: "The file is no report about a mail that could not be delivered.",
      },
      advice: {
        de: "Speichern Sie die Rückläufer-Mail vollständig als .eml.",
        en: "Save the returned mail completely, as .eml.",
      },
    },
  ]);
