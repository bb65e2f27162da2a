import { randomUUID } from "node:crypto";
import { defaultMailing } from "@mehrwert/study";
import { codeOf, faultStudy } from "../../faults/load/fault-studies.ts";
import { valueDrivers } from "../../setup/server.ts";
import type { AttackedServer } from "./attacked-server.ts";
import type { Door } from "./door.ts";

const ofAnonymous = ({ studies }: AttackedServer) => ({ study: studies.anonymous.slug });
const plain: Door = { honest: (server) => ({ parameters: ofAnonymous(server) }) };

const newAddress = () => `${randomUUID().slice(0, 8)}@authority.example`;

/** A study of its own, whose invitations have left and whose next round of reminders may begin. */
async function toBeReminded({ store }: AttackedServer): Promise<string> {
  const slug = `reminded-${randomUUID().slice(0, 8)}`;
  await store.createStudy(await faultStudy(slug, { mode: "confidential" }), valueDrivers());
  const invitees = [{ address: newAddress() }];
  await store.fieldwork.inviteByMail({ study: slug, invitees, day: "2026-11-01", codeOf });
  const mail = await store.fieldwork.nextMail({ study: slug, tried: [], codeOf });
  if (mail === undefined) throw new RangeError(`${slug} has no mail`);
  await store.fieldwork.mailSent(mail);
  return slug;
}

/** What a mail server writes when it cannot deliver (RFC 3464). */
const bounce = (address: string) =>
  [
    "From: MAILER-DAEMON@relay.example",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; relay.example",
    "",
    `Final-Recipient: rfc822; ${address}`,
    "Action: failed",
    "Status: 5.1.1",
    "",
    "--b--",
    "",
  ].join("\r\n");

/** Rows for the routes of the field: inviting, reminding, printing, watching. */
export const fieldDoors: Record<string, Door> = {
  "GET /api/studies/:study/mailing": plain,
  "GET /api/studies/:study/mails": plain,
  "GET /api/studies/:study/poster.html": plain,
  "GET /api/studies/:study/progress": plain,
  "GET /api/studies/:study/reminders": plain,
  "GET /api/studies/:study/code-sheet.html": {
    honest: async (server) => {
      await server.newCode(server.studies.anonymous);
      return { parameters: ofAnonymous(server) };
    },
  },
  "PUT /api/studies/:study/mailing": {
    takes: "json",
    honest: (server) => ({ parameters: ofAnonymous(server), body: defaultMailing }),
  },
  "POST /api/studies/:study/mail-previews": {
    takes: "json",
    honest: (server) => ({ parameters: ofAnonymous(server), body: defaultMailing }),
  },
  "POST /api/studies/:study/invitation-checks": {
    takes: "bytes",
    honest: (server) => ({
      parameters: ofAnonymous(server),
      body: `E-Mail;Name\n${newAddress()};Somebody`,
    }),
  },
  "POST /api/studies/:study/invitations": {
    takes: "json",
    honest: (server) => ({
      parameters: ofAnonymous(server),
      body: { invitees: [{ address: newAddress(), name: "Somebody", unit: "North" }] },
    }),
  },
  "POST /api/studies/:study/printed-codes": {
    takes: "json",
    honest: (server) => ({ parameters: ofAnonymous(server), body: { count: 1 } }),
  },
  "POST /api/studies/:study/reminders": {
    takes: "json",
    honest: async (server) => ({
      parameters: { study: await toBeReminded(server) },
      body: { round: 1, to: "not-begun" },
    }),
  },
  "POST /api/studies/:study/uncertain-mails": {
    takes: "json",
    honest: (server) => ({ parameters: ofAnonymous(server), body: { decision: "let-go" } }),
  },
  "POST /api/studies/:study/returned-mails": {
    takes: "bytes",
    honest: async (server) => {
      const { study } = ofAnonymous(server);
      const address = newAddress();
      const of = { study, invitees: [{ address }], day: "2026-11-28", codeOf };
      await server.store.fieldwork.inviteByMail(of);
      return { parameters: { study }, body: bounce(address) };
    },
  },
};
