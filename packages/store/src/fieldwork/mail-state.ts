import { and, asc, count, eq } from "drizzle-orm";
import { type Database, query } from "../database.ts";
import {
  mailRoundTable,
  mailTroubleTable,
  outboxTable,
  undeliveredTable,
} from "../fieldwork-tables.ts";
import { invitationTable, panelistTable } from "../tables.ts";
import { dropWaiting, keepUndelivered, type Undelivered } from "./outbox.ts";

/** One round of mails: 0 is the invitation. */
export type MailRound = { round: number; mails: number; day: string };

/** Where the mails of a study's wave are. What has left is what is in neither list. */
export type MailState = {
  rounds: MailRound[];
  waiting: number;
  /** Of those that wait, the invitations. */
  unsent: number;
  /** Handed over while the sender died: nobody knows whether they arrived. Who they were for, to ask or to decide. */
  uncertain: string[];
  undelivered: Undelivered[];
  /** Why nothing leaves at present. */
  trouble?: string;
};

/** Where the mails of a wave are. */
export async function mailState(
  database: Database,
  { study, wave }: { study: string; wave: number },
): Promise<MailState> {
  return query("reading where mails are", async () => {
    const rounds = await database
      .select({ round: mailRoundTable.round, mails: mailRoundTable.mails, day: mailRoundTable.day })
      .from(mailRoundTable)
      .where(and(eq(mailRoundTable.study, study), eq(mailRoundTable.wave, wave)))
      .orderBy(asc(mailRoundTable.round));
    const states = await database
      .select({ state: outboxTable.state, kind: outboxTable.kind, mails: count() })
      .from(outboxTable)
      .where(eq(outboxTable.study, study))
      .groupBy(outboxTable.state, outboxTable.kind);
    const uncertain = await database
      .select({ recipient: outboxTable.recipient })
      .from(outboxTable)
      .where(and(eq(outboxTable.study, study), eq(outboxTable.state, "uncertain")))
      .orderBy(asc(outboxTable.recipient));
    const [trouble] = await database
      .select({ reply: mailTroubleTable.reply })
      .from(mailTroubleTable)
      .where(eq(mailTroubleTable.study, study));
    const still = states.filter(({ state }) => state !== "uncertain");
    const sum = (of: typeof still) => of.reduce((total, { mails }) => total + mails, 0);
    return {
      rounds,
      waiting: sum(still),
      unsent: sum(still.filter(({ kind }) => kind === "invitation")),
      uncertain: uncertain.map(({ recipient }) => recipient),
      undelivered: await undelivered(database, study),
      ...(trouble && { trouble: trouble.reply }),
    };
  });
}

async function undelivered(database: Database, study: string): Promise<Undelivered[]> {
  const { recipient, reason, statusCode, reply } = undeliveredTable;
  const rows = await database
    .select({ recipient, reason, statusCode, reply })
    .from(undeliveredTable)
    .where(eq(undeliveredTable.study, study))
    .orderBy(asc(recipient));
  return rows.map((row) => ({
    recipient: row.recipient,
    reason: row.reason,
    ...(row.statusCode === null ? {} : { statusCode: row.statusCode }),
    ...(row.reply === null ? {} : { reply: row.reply }),
  }));
}

/**
 * Notes mails that came back. Only addresses that the study has invited count; the others are given back.
 */
export async function noteReturned(
  database: Database,
  study: string,
  returned: readonly Undelivered[],
): Promise<{ noted: string[]; unknown: string[] }> {
  return query("noting returned mails", async () => {
    const invited = await invitedAddresses(database, study);
    const known = returned.filter(({ recipient }) => invited.has(recipient.toLowerCase()));
    await database.transaction(async (transaction) => {
      for (const one of known) await keepUndelivered(transaction, study, one);
      await dropWaiting(
        transaction,
        study,
        known.map(({ recipient }) => recipient.toLowerCase()),
      );
    });
    const isKnown = new Set(known);
    return {
      noted: known.map(({ recipient }) => recipient),
      unknown: returned.filter((one) => !isKnown.has(one)).map(({ recipient }) => recipient),
    };
  });
}

async function invitedAddresses(database: Database, study: string): Promise<Set<string>> {
  const found: { recipient: string | null }[] = [
    ...(await database
      .select({ recipient: invitationTable.recipient })
      .from(invitationTable)
      .where(eq(invitationTable.study, study))),
    ...(await database
      .select({ recipient: panelistTable.recipient })
      .from(panelistTable)
      .where(eq(panelistTable.study, study))),
  ];
  return new Set(
    found.flatMap(({ recipient }) => (recipient === null ? [] : [recipient.toLowerCase()])),
  );
}
