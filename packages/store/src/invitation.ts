import { and, asc, count, eq } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { insertInvitations, lockedStudy, settleInvitations } from "./invitation-making.ts";
import { invitingRefused } from "./inviting-refused.ts";
import { type CodeOfBytes, codeHash, codeSecret, derivedCode } from "./participation-code.ts";
import type { ParticipationLedger } from "./participation-ledger.ts";
import { findStudy } from "./study.ts";
import { admissionKeyTable, invitationTable, studyTable } from "./tables.ts";

/** An invitation as whoever sends or prints it needs it: the code, to whom if to anybody, and whether it is used. */
export type Invitation = { code: string; recipient?: string; hasBegun: boolean };

/** The private key of a study's credentials in PKCS 8, PEM; undefined if it has none. */
export async function credentialPrivateKey(
  database: Database,
  study: string,
): Promise<string | undefined> {
  const [row] = await query("reading a credential key", () =>
    database
      .select({ privateKey: admissionKeyTable.privateKey })
      .from(admissionKeyTable)
      .where(eq(admissionKeyTable.study, study)),
  );
  return row?.privateKey ?? undefined;
}

/**
 * Makes invitations to a study that admits by credential: one for each recipient, or one without any for an urn of
 * printed codes. From the first one on the mode of the study is fixed.
 *
 * @throws NotFound if there is no such study
 * @throws Invalid if the study does not admit by credential or takes nobody any more, or no ledger is configured
 */
export async function invite(
  database: Database,
  ledger: ParticipationLedger | undefined,
  {
    study: slug,
    recipients,
    codeOf,
  }: { study: string; recipients: readonly (string | undefined)[]; codeOf: CodeOfBytes },
): Promise<Invitation[]> {
  const { credentialKey, status } = await findStudy(database, slug);
  if (credentialKey === undefined) throw invitingRefused("noCredentials");
  if (status !== "fielding") throw invitingRefused("notFielding");
  if (ledger === undefined) throw invitingRefused("noLedger");
  const invited = await query("making invitations", () =>
    database.transaction(async (transaction) => {
      const study = await lockedStudy(transaction, slug);
      const invitees = recipients.map((address) =>
        address === undefined ? undefined : { address },
      );
      const made = await insertInvitations(transaction, ledger, { study, invitees, codeOf });
      return made.map(({ code, invitee }) => ({
        code,
        ...(invitee === undefined ? {} : { recipient: invitee.address }),
        hasBegun: false,
      }));
    }),
  );
  await settleInvitations(database);
  return invited;
}

/** Every invitation of a study, in the order of their codes' hashes, which says nothing about people. */
export async function invitations(
  database: Database,
  ledger: ParticipationLedger | undefined,
  { study, codeOf }: { study: string; codeOf: CodeOfBytes },
): Promise<Invitation[]> {
  return query("reading invitations", async () => {
    const secret = await codeSecret(database, study);
    const rows = await database
      .select()
      .from(invitationTable)
      .where(eq(invitationTable.study, study))
      .orderBy(asc(invitationTable.codeHash));
    if (rows.length === 0 || secret === undefined) return [];
    if (ledger === undefined) throw invitingRefused("noLedger");
    const begun = await ledger.begun(study, rows.length);
    return rows.map(({ slot, recipient }) => ({
      code: derivedCode(secret, String(slot), codeOf),
      ...(recipient === null ? {} : { recipient }),
      hasBegun: begun.has(slot),
    }));
  });
}

/** The place of an invitation to the wave under way in the ledger; undefined if there is no such code. */
async function slotOf(
  database: Database,
  study: string,
  code: string,
): Promise<number | undefined> {
  const { study: ofStudy, codeHash: hash, slot, wave } = invitationTable;
  const [row] = await query("looking for an invitation", () =>
    database
      .select({ slot })
      .from(invitationTable)
      .innerJoin(studyTable, and(eq(studyTable.study, ofStudy), eq(studyTable.wave, wave)))
      .where(and(eq(ofStudy, study), eq(hash, codeHash(code)))),
  );
  return row?.slot;
}

/** Whether somebody could begin with this code; looking uses nothing up. */
export async function isInvitationFree(
  database: Database,
  ledger: ParticipationLedger | undefined,
  { study, code }: { study: string; code: string },
): Promise<boolean> {
  const slot = await slotOf(database, study, code);
  if (slot === undefined) await ledger?.lookAtNothing(study);
  if (slot === undefined || ledger === undefined) return false;
  return ledger.isFree(study, slot);
}

/**
 * Uses an invitation up. `mark` is the hash of what is to be signed: the same again is granted again.
 *
 * @returns false if there is no such code, or it was used for something else
 */
export async function useInvitation(
  database: Database,
  ledger: ParticipationLedger | undefined,
  { study, code, mark }: { study: string; code: string; mark: Uint8Array },
): Promise<boolean> {
  const slot = await slotOf(database, study, code);
  if (slot === undefined) await ledger?.lookAtNothing(study);
  if (slot === undefined || ledger === undefined) return false;
  return ledger.begin(study, slot, mark);
}

/** Looks at the start whether the ledger has room for every invitation there is. @throws StoreUnavailable if not */
export async function requireLedger(
  database: Database,
  ledger: ParticipationLedger | undefined,
): Promise<void> {
  const rows = await query("counting invitations", () =>
    database
      .select({ study: invitationTable.study, invitations: count() })
      .from(invitationTable)
      .groupBy(invitationTable.study),
  );
  for (const { study, invitations: slots } of rows) await ledger?.requireRoom(study, slots);
}
