import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { addressMistake, importInvitationList, mostInvitees } from "@mehrwert/import";
import { Invalid, type Issue, invitedReplySchema } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody, largeJsonBody, limitedBody, onlyBytes } from "../guards/json-body.ts";
import { noMailService } from "../mail/mail-service.ts";
import { codeOf } from "../mail/send-mails.ts";
import { needs } from "../rights/needs.ts";
import { meaning, refusals, summary } from "./described.ts";
import { invitationCheckSchema, inviteeSchema } from "./fieldwork-schemas.ts";
import { studyParameter } from "./study.ts";

const largestListBytes = 10 * 1024 * 1024;
const mostCodes = 5_000;

const check = createRoute({
  method: "post",
  path: "/api/studies/{study}/invitation-checks",
  operationId: "checkInvitationList",
  ...needs("study:field"),
  ...summary({
    de: "Liest eine Liste Einzuladender (CSV, XLSX oder eingefügte Zeilen): wer eingeladen werden kann, welche Zeilen warum nicht, und wie die Datei gelesen wurde. Speichert nichts.",
    en: "Reads a list of people to invite (CSV, XLSX or pasted lines): who can be invited, which rows cannot and why, and how the file was read. Keeps nothing.",
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
  middleware: [onlyBytes, limitedBody(largestListBytes)] as const,
  responses: {
    200: {
      ...meaning({ de: "Die Liste.", en: "The list." }),
      content: { "application/json": { schema: invitationCheckSchema } },
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

const invitation = createRoute({
  method: "post",
  path: "/api/studies/{study}/invitations",
  operationId: "invite",
  ...needs("study:field"),
  ...summary({
    de: "Lädt zur laufenden Welle ein: Jede Adresse erhält eine Mail, wer schon eingeladen ist keine zweite. Ohne Mailserver wartet sie.",
    en: "Invites to the wave under way: every address gets one mail, who was invited before no second one. Without a mail server it waits.",
  }),
  request: {
    params: studyParameter,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z
            .strictObject({ invitees: z.array(inviteeSchema).min(1).max(mostInvitees) })
            .meta({ id: "Invitations" }),
        },
      },
    },
  },
  middleware: largeJsonBody,
  responses: {
    201: {
      ...meaning({ de: "Wer eingeladen ist.", en: "Who is invited." }),
      content: {
        "application/json": {
          schema: invitedReplySchema,
        },
      },
    },
    ...refusals("malformed", "cross-site", "not-found", "too-large", "not-json"),
    ...refusals("invalid", "unavailable", "unexpected"),
  },
});

const codes = createRoute({
  method: "post",
  path: "/api/studies/{study}/printed-codes",
  operationId: "makePrintedCodes",
  ...needs("study:field"),
  ...summary({
    de: "Macht Teilnahmecodes, die niemandem zugeordnet sind, zum Drucken und Austeilen.",
    en: "Makes participation codes that belong to nobody, to be printed and handed out.",
  }),
  request: {
    params: studyParameter,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.strictObject({ count: z.number().int().min(1).max(mostCodes) }),
        },
      },
    },
  },
  middleware: jsonBody,
  responses: {
    201: {
      ...meaning({ de: "Wie viele gemacht wurden.", en: "How many were made." }),
      content: { "application/json": { schema: z.strictObject({ made: z.number().int() }) } },
    },
    ...refusals("malformed", "cross-site", "not-found", "too-large", "not-json"),
    ...refusals("invalid", "unavailable", "unexpected"),
  },
});

/** Lists of people to invite, invitations by mail, and codes to print. */
export function invitationRoutes({
  store,
  now,
  mail = noMailService,
}: Pick<AppDependencies, "store" | "now" | "mail">): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(check, async (c) => {
      await store.study(c.req.valid("param").study);
      const list = importInvitationList(new Uint8Array(await c.req.arrayBuffer()));
      if (!list.ok) throw new Invalid("the list cannot be read", list.issues);
      return c.json(list.value, 200);
    })
    .openapi(invitation, async (c) => {
      const { study } = c.req.valid("param");
      const { invitees } = c.req.valid("json");
      refuseBadAddresses(invitees);
      const day = now().toISOString().slice(0, 10);
      const done = await store.fieldwork.inviteByMail({ study, invitees, day, codeOf });
      await c.get("audit")({
        action: "invitations.made",
        study,
        details: { people: done.invited },
      });
      await mail.wake(study);
      return c.json(done, 201);
    })
    .openapi(codes, async (c) => {
      const { study } = c.req.valid("param");
      const { count } = c.req.valid("json");
      const recipients = Array.from({ length: count }, () => undefined);
      const made = await store.invite({ study, recipients, codeOf });
      await c.get("audit")({
        action: "printed-codes.made",
        study,
        details: { codes: made.length },
      });
      return c.json({ made: made.length }, 201);
    });
}

/** The list was checked before; whoever sends one without that gets the same answers here. */
function refuseBadAddresses(invitees: readonly z.infer<typeof inviteeSchema>[]): void {
  const issues = invitees.flatMap(({ address, name = "", unit = "" }, at): Issue[] => {
    const mistake = addressMistake(address);
    const path = `#/invitees/${at}`;
    if (mistake !== undefined) return [{ path: `${path}/address`, severity: "error", ...mistake }];
    if (!/\p{Cc}/u.test(name + unit)) return [];
    return [{ path, severity: "error", ...controlCharacters }];
  });
  if (issues.length > 0) throw new Invalid("addresses are wrong", issues.slice(0, 100));
}

const controlCharacters = {
  message: {
    de: "Name oder Gruppe enthält unsichtbare Zeichen.",
    en: "Name or group contains invisible characters.",
  },
  advice: { de: "Tippen Sie sie neu.", en: "Type it anew." },
};
