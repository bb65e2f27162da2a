import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, ne, notInArray, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "../database.ts";
import { mailTroubleTable, outboxTable, undeliveredTable } from "../fieldwork-tables.ts";
import { batchSize } from "../invitation-making.ts";
import { type CodeOfBytes, codeSecret, derivedCode } from "../participation-code.ts";

/** The study under which mails of the installation itself stand: none. */
export const noStudy = "";

/** To whom a mail of a round goes, and from what their code is derived. */
export type Addressee = { place: string; address: string; name?: string | undefined };

/** A mail to send. Its id stays the same over every attempt. A code belongs to mails of studies, texts to all others. */
export type OutgoingMail = {
  study: string;
  mail: string;
  kind: "invitation" | "reminder" | "account";
  recipient: string;
  name?: string;
  code?: string;
  subject?: string;
  body?: string;
  attempts: number;
};

/** What a mail server said of an address. */
export type Undelivered = {
  recipient: string;
  reason: "refused" | "returned" | "given-up";
  /** Enhanced status code (RFC 3463), such as 5.1.1. */
  statusCode?: string | undefined;
  reply?: string | undefined;
};

/** Puts mails of one round beside what they are about: in the same transaction. */
export async function putIntoOutbox(
  transaction: Transaction,
  {
    study,
    wave,
    round,
    addressees,
  }: { study: string; wave: number; round: number; addressees: readonly Addressee[] },
): Promise<void> {
  const kind = round === 0 ? "invitation" : "reminder";
  for (let start = 0; start < addressees.length; start += batchSize)
    await transaction.insert(outboxTable).values(
      addressees.slice(start, start + batchSize).map(({ place, address, name }) => ({
        ...({ study, mail: randomUUID(), kind, wave, round, place, recipient: address } as const),
        name: name ?? null,
        state: "waiting" as const,
      })),
    );
}

/** Puts a mail of the installation itself into the outbox: to reset a password, to invite a colleague. */
export async function queueMail(
  queries: Pick<Database, "insert">,
  { to, subject, text }: { to: string; subject: string; text: string },
): Promise<void> {
  await query("queueing a mail", async () => {
    await queries.insert(outboxTable).values({
      ...({ study: noStudy, mail: randomUUID(), kind: "account", recipient: to } as const),
      ...({ subject, body: text, state: "waiting" } as const),
    });
  });
}

/** Studies with mails that may leave now, or were being handed over; the empty one stands for the installation's own. */
export async function studiesWithMail(database: Database): Promise<string[]> {
  const rows = await query("looking for mails", () =>
    database
      .selectDistinct({ study: outboxTable.study })
      .from(outboxTable)
      .where(and(ne(outboxTable.state, "uncertain"), mayLeave)),
  );
  return rows.map(({ study }) => study);
}

/** Mails of a study wait while it is not in the field. */
const mayLeave = sql`(outbox.study = '' or exists
  (select from study where study.study = outbox.study and study.status = 'fielding'))`;

/**
 * The next mail of a study, in an order that is random: that of its ids. Those tried least come first.
 *
 * @param tried ids that are left out
 */
export async function nextMail(
  database: Database,
  { study, tried, codeOf }: { study: string; tried: readonly string[]; codeOf: CodeOfBytes },
): Promise<OutgoingMail | undefined> {
  return query("taking a mail", async () => {
    const [row] = await database
      .select()
      .from(outboxTable)
      .where(
        and(
          eq(outboxTable.study, study),
          eq(outboxTable.state, "waiting"),
          tried.length === 0 ? undefined : notInArray(outboxTable.mail, [...tried]),
          mayLeave,
        ),
      )
      .orderBy(asc(outboxTable.attempts), asc(outboxTable.mail))
      .limit(1);
    if (row === undefined) return undefined;
    const { mail, kind, recipient, name, place, subject, body, attempts } = row;
    const secret = place === null ? undefined : await codeSecret(database, study);
    const code =
      place === null || secret === undefined ? undefined : derivedCode(secret, place, codeOf);
    return {
      ...{ study, mail, kind, recipient, attempts },
      ...(name === null ? {} : { name }),
      ...(code === undefined ? {} : { code }),
      ...(subject === null ? {} : { subject }),
      ...(body === null ? {} : { body }),
    };
  });
}

const isMail = ({ study, mail }: Pick<OutgoingMail, "study" | "mail">) =>
  and(eq(outboxTable.study, study), eq(outboxTable.mail, mail));

type Mail = Pick<OutgoingMail, "study" | "mail">;

/**
 * Notes that a mail is being handed over, before its last byte leaves. Of all who try, one is told yes; from then on it is
 * never sent again by itself.
 */
export async function handOver(database: Database, mail: Mail): Promise<boolean> {
  const rows = await query("handing a mail over", () =>
    database
      .update(outboxTable)
      .set({ state: "handing-over" })
      .where(and(isMail(mail), eq(outboxTable.state, "waiting")))
      .returning({ mail: outboxTable.mail }),
  );
  return rows.length === 1;
}

/** The mail server has taken it: nothing is left of it here. */
export async function mailSent(database: Database, mail: Mail): Promise<void> {
  await query("noting that a mail was sent", () =>
    database.delete(outboxTable).where(isMail(mail)),
  );
}

/** The last byte left and no reply came: nobody knows whether it arrived, and it is not sent again by itself. */
export async function mailUncertain(database: Database, mail: Mail): Promise<void> {
  await query("noting an uncertain mail", () =>
    database.update(outboxTable).set({ state: "uncertain" }).where(isMail(mail)),
  );
}

/** The mail server has certainly not taken it: it waits for the next attempt. */
export async function mailPutBack(database: Database, mail: Mail): Promise<void> {
  await query("putting a mail back", () =>
    database
      .update(outboxTable)
      .set({ state: "waiting", attempts: sql`${outboxTable.attempts} + 1` })
      .where(isMail(mail)),
  );
}

/** The mail server will not take it for this recipient: the mail goes, the reason stays. */
export async function mailRefused(
  database: Database,
  mail: Mail,
  undelivered: Undelivered,
): Promise<void> {
  await query("noting a refused mail", () =>
    database.transaction(async (transaction) => {
      await transaction.delete(outboxTable).where(isMail(mail));
      if (mail.study !== noStudy) await keepUndelivered(transaction, mail.study, undelivered);
    }),
  );
}

/** Keeps why an address is not reached; what was known before is replaced. */
export async function keepUndelivered(
  queries: Pick<Database, "insert">,
  study: string,
  { recipient, reason, statusCode, reply }: Undelivered,
): Promise<void> {
  const known = { reason, statusCode: statusCode ?? null, reply: reply?.slice(0, 500) ?? null };
  await queries
    .insert(undeliveredTable)
    .values({ study, recipient: recipient.toLowerCase(), ...known })
    .onConflictDoUpdate({
      target: [undeliveredTable.study, undeliveredTable.recipient],
      set: known,
    });
}

/** What keeps a study's mails from leaving; undefined: nothing any more. */
export async function noteTrouble(
  database: Database,
  study: string,
  trouble: string | undefined,
): Promise<void> {
  await query("noting trouble with mails", async () => {
    if (trouble === undefined) {
      await database.delete(mailTroubleTable).where(eq(mailTroubleTable.study, study));
      return;
    }
    const reply = trouble.slice(0, 500);
    await database
      .insert(mailTroubleTable)
      .values({ study, reply })
      .onConflictDoUpdate({ target: mailTroubleTable.study, set: { reply } });
  });
}

/**
 * Decides about mails of which nobody knows whether they arrived, because the sender died while they were handed over:
 * to send them again under the same ids, or to let them go. Gives how many there were.
 */
export async function settleUncertain(
  database: Database,
  study: string,
  decision: "send-again" | "let-go",
): Promise<number> {
  const uncertain = and(eq(outboxTable.study, study), eq(outboxTable.state, "uncertain"));
  const rows = await query("settling uncertain mails", () =>
    decision === "let-go"
      ? database.delete(outboxTable).where(uncertain).returning({ mail: outboxTable.mail })
      : database
          .update(outboxTable)
          .set({ state: "waiting" })
          .where(uncertain)
          .returning({ mail: outboxTable.mail }),
  );
  return rows.length;
}

/** Takes mails that still wait out of the outbox, for people nothing more may be sent to. */
export async function dropWaiting(
  queries: Pick<Database, "delete">,
  study: string,
  recipients: readonly string[],
): Promise<void> {
  if (recipients.length === 0) return;
  await queries
    .delete(outboxTable)
    .where(
      and(
        eq(outboxTable.study, study),
        ne(outboxTable.state, "handing-over"),
        inArray(sql`lower(${outboxTable.recipient})`, [...recipients]),
      ),
    );
}
