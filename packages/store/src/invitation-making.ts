import { count, eq, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "./database.ts";
import { invitingRefused } from "./inviting-refused.ts";
import { type CodeOfBytes, codeHash, codeSecret, derivedCode } from "./participation-code.ts";
import { type ParticipationLedger, randomSlots } from "./participation-ledger.ts";
import { studyNotFound } from "./study.ts";
import { invitationTable, studyTable } from "./tables.ts";

/** Somebody who is invited: where a mail reaches them, how they are greeted, and which group they belong to. */
export type Invitee = { address: string; name?: string | undefined; unit?: string | undefined };

/** What a transaction that invites must know of its study. Others that invite wait until it ends. */
export type LockedStudy = Pick<
  typeof studyTable.$inferSelect,
  "study" | "mode" | "wave" | "status" | "minimumGroupSize" | "credentialKey"
>;

/** @throws NotFound if there is no such study */
export async function lockedStudy(transaction: Transaction, slug: string): Promise<LockedStudy> {
  const { study, mode, wave, status, minimumGroupSize, credentialKey } = studyTable;
  const [row] = await transaction
    .select({ study, mode, wave, status, minimumGroupSize, credentialKey })
    .from(studyTable)
    .where(eq(study, slug))
    .for("update");
  if (row === undefined) throw studyNotFound(slug);
  return row;
}

/** How many rows a statement inserts at once. */
export const batchSize = 1_000;

/** Writes invitations to the wave under way, at random places of the ledger. `place` is what the code is derived from. */
export async function insertInvitations(
  transaction: Transaction,
  ledger: ParticipationLedger,
  {
    study: { study, mode, wave },
    invitees,
    codeOf,
  }: {
    study: LockedStudy;
    invitees: readonly (Invitee | undefined)[];
    codeOf: CodeOfBytes;
  },
): Promise<{ code: string; place: string; invitee: Invitee | undefined }[]> {
  const secret = await codeSecret(transaction, study);
  if (secret === undefined) throw invitingRefused("noCredentials");
  const before = await countInvitations(transaction, study);
  const slots = randomSlots(before, invitees.length);
  const made = invitees.map((invitee, at) => {
    const slot = slots[at] ?? 0;
    return { invitee, slot, code: derivedCode(secret, String(slot), codeOf) };
  });
  await ledger.extend(study, before + made.length);
  for (let start = 0; start < made.length; start += batchSize)
    await transaction.insert(invitationTable).values(
      made.slice(start, start + batchSize).map(({ invitee, slot, code }) => ({
        study,
        mode,
        wave,
        codeHash: codeHash(code),
        slot,
        recipient: invitee?.address ?? null,
        name: invitee?.name ?? null,
        unit: invitee?.unit ?? null,
      })),
    );
  return made.map(({ code, slot, invitee }) => ({ code, place: String(slot), invitee }));
}

/**
 * To be called once the transaction that invites has ended. The first to look at a new row leaves a mark on its page, which
 * goes to the write-ahead log and would tell there whose code was looked at before which answer. After this, rows have no
 * such mark left to get.
 */
export async function settleInvitations(database: Database): Promise<void> {
  await query("settling invitations", () =>
    database.execute(sql`vacuum (freeze) ${invitationTable}`),
  );
}

async function countInvitations(queries: Pick<Database, "select">, study: string): Promise<number> {
  const [row] = await queries
    .select({ invitations: count() })
    .from(invitationTable)
    .where(eq(invitationTable.study, study));
  return row?.invitations ?? 0;
}
