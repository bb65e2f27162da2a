import { randomUUID } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "../database.ts";
import { mailRoundTable } from "../fieldwork-tables.ts";
import {
  batchSize,
  type Invitee,
  insertInvitations,
  type LockedStudy,
  lockedStudy,
  settleInvitations,
} from "../invitation-making.ts";
import { invitingRefused } from "../inviting-refused.ts";
import { type CodeOfBytes, codeHash, codeSecret, derivedCode } from "../participation-code.ts";
import type { ParticipationLedger } from "../participation-ledger.ts";
import { invitationTable, panelistTable } from "../tables.ts";
import { type Addressee, putIntoOutbox } from "./outbox.ts";

/** What became of a list: how many mails wait to be sent, and who had been invited to this wave before. */
export type InvitedByMail = { invited: number; alreadyInvited: string[] };

/**
 * Invites people to the wave under way and puts their mails into the outbox, in one transaction: either both are there or
 * neither. Whoever was invited to this wave before is left out, whatever the case of the letters.
 *
 * @param day today, `YYYY-MM-DD`
 * @throws NotFound if there is no such study
 * @throws Invalid if it takes nobody, or has no personal invitations
 */
export async function inviteByMail(
  database: Database,
  ledger: ParticipationLedger | undefined,
  {
    study: slug,
    invitees,
    day,
    codeOf,
  }: { study: string; invitees: readonly Invitee[]; day: string; codeOf: CodeOfBytes },
): Promise<InvitedByMail> {
  const done = await query("inviting by mail", () =>
    database.transaction(async (transaction) => {
      const study = await lockedStudy(transaction, slug);
      if (study.status !== "fielding") throw invitingRefused("notFielding");
      const before = await invitedBefore(transaction, study);
      const fresh: Invitee[] = [];
      const alreadyInvited: string[] = [];
      for (const invitee of invitees) {
        const key = invitee.address.toLowerCase();
        if (before.has(key)) alreadyInvited.push(invitee.address);
        else fresh.push(invitee);
        before.add(key);
      }
      const addressees = await invited(transaction, { ledger, study, fresh, codeOf });
      await putIntoOutbox(transaction, { study: slug, wave: study.wave, round: 0, addressees });
      await countIntoRound(transaction, study, { mails: addressees.length, day });
      return { invited: addressees.length, alreadyInvited };
    }),
  );
  await settleInvitations(database);
  return done;
}

/** Addresses that were invited to this wave, in small letters. */
async function invitedBefore(transaction: Transaction, study: LockedStudy): Promise<Set<string>> {
  const rows =
    study.mode === "confidential"
      ? await transaction
          .select({ recipient: panelistTable.recipient })
          .from(panelistTable)
          .where(
            and(eq(panelistTable.study, study.study), eq(panelistTable.invitedWave, study.wave)),
          )
      : await transaction
          .select({ recipient: invitationTable.recipient })
          .from(invitationTable)
          .where(and(eq(invitationTable.study, study.study), eq(invitationTable.wave, study.wave)));
  return new Set(
    rows.flatMap(({ recipient }) => (recipient === null ? [] : [recipient.toLowerCase()])),
  );
}

type Inviting = {
  ledger: ParticipationLedger | undefined;
  study: LockedStudy;
  fresh: readonly Invitee[];
  codeOf: CodeOfBytes;
};

async function invited(
  transaction: Transaction,
  { ledger, study, fresh, codeOf }: Inviting,
): Promise<Addressee[]> {
  if (study.mode === "confidential")
    return invitedPanelists(transaction, { ledger, study, fresh, codeOf });
  if (study.credentialKey === null) throw invitingRefused("noCredentials");
  if (ledger === undefined) throw invitingRefused("noLedger");
  const made = await insertInvitations(transaction, ledger, { study, invitees: fresh, codeOf });
  return made.flatMap(({ place, invitee }) =>
    invitee === undefined ? [] : [{ place, ...invitee }],
  );
}

/** A panel stays over waves: who belongs to it is invited anew, who does not joins it. */
async function invitedPanelists(
  transaction: Transaction,
  { study: { study, mode, wave }, fresh, codeOf }: Inviting,
): Promise<Addressee[]> {
  const secret = await codeSecret(transaction, study);
  if (secret === undefined) throw invitingRefused("noCredentials");
  const addressees: Addressee[] = [];
  for (let start = 0; start < fresh.length; start += batchSize) {
    const batch = fresh.slice(start, start + batchSize);
    const addresses = batch.map(({ address }) => address.toLowerCase());
    const members = await transaction
      .update(panelistTable)
      .set({ invitedWave: wave })
      .where(
        and(
          eq(panelistTable.study, study),
          inArray(sql`lower(${panelistTable.recipient})`, addresses),
        ),
      )
      .returning();
    const known = new Set(members.map(({ recipient }) => recipient?.toLowerCase()));
    const joining = batch
      .filter(({ address }) => !known.has(address.toLowerCase()))
      .map((invitee) => ({ ...invitee, place: randomUUID() }));
    if (joining.length > 0)
      await transaction.insert(panelistTable).values(
        joining.map(({ place, address, name, unit }) => ({
          study,
          mode,
          participant: place,
          codeHash: codeHash(derivedCode(secret, place, codeOf)),
          recipient: address,
          name: name ?? null,
          unit: unit ?? null,
          invitedWave: wave,
        })),
      );
    addressees.push(
      ...members.map(({ participant, recipient, name }) => ({
        place: participant,
        address: recipient ?? "",
        ...(name === null ? {} : { name }),
      })),
      ...joining,
    );
  }
  return addressees;
}

async function countIntoRound(
  transaction: Transaction,
  { study, wave }: LockedStudy,
  { mails, day }: { mails: number; day: string },
): Promise<void> {
  if (mails === 0) return;
  await transaction
    .insert(mailRoundTable)
    .values({ study, wave, round: 0, mails, begun: 0, day })
    .onConflictDoUpdate({
      target: [mailRoundTable.study, mailRoundTable.wave, mailRoundTable.round],
      set: { mails: sql`${mailRoundTable.mails} + ${mails}`, day },
    });
}
