import { Invalid, type Issue } from "@mehrwert/study";
import { and, asc, count, eq, sql } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { type CodeOfBytes, codeHash, codeSecret, derivedCode } from "./participation-code.ts";
import { type ParticipationLedger, randomSlots } from "./participation-ledger.ts";
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
  if (credentialKey === undefined) throw refused(noCredentials);
  if (status !== "fielding") throw refused(notFielding);
  if (ledger === undefined) throw refused(noLedger);
  const invited = await query("making invitations", () =>
    database.transaction(async (transaction) => {
      const [study] = await transaction
        .select({ mode: studyTable.mode })
        .from(studyTable)
        .where(eq(studyTable.study, slug))
        .for("update");
      const secret = await codeSecret(transaction, slug);
      if (study === undefined || secret === undefined) throw refused(noCredentials);
      const before = await countInvitations(transaction, slug);
      const slots = randomSlots(before, recipients.length);
      const made = recipients.map((recipient, at) => {
        const slot = slots[at] ?? 0;
        return { recipient, slot, code: derivedCode(secret, String(slot), codeOf) };
      });
      await ledger.extend(slug, before + made.length);
      const batchSize = 1_000;
      for (let start = 0; start < made.length; start += batchSize)
        await transaction.insert(invitationTable).values(
          made.slice(start, start + batchSize).map(({ recipient, slot, code }) => ({
            study: slug,
            mode: study.mode,
            codeHash: codeHash(code),
            slot,
            recipient: recipient ?? null,
          })),
        );
      return made.map(({ code, recipient }) => ({
        code,
        ...(recipient === undefined ? {} : { recipient }),
        hasBegun: false,
      }));
    }),
  );
  await query("settling invitations", () => database.execute(settle));
  return invited;
}

/**
 * The first to look at a new row leaves a mark on its page, which goes to the write-ahead log and would tell there whose
 * code was looked at before which answer. After this, rows have no such mark left to get.
 */
const settle = sql`vacuum (freeze) ${invitationTable}`;

async function countInvitations(queries: Pick<Database, "select">, study: string): Promise<number> {
  const [row] = await queries
    .select({ invitations: count() })
    .from(invitationTable)
    .where(eq(invitationTable.study, study));
  return row?.invitations ?? 0;
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
    if (ledger === undefined) throw refused(noLedger);
    const begun = await ledger.begun(study, rows.length);
    return rows.map(({ slot, recipient }) => ({
      code: derivedCode(secret, String(slot), codeOf),
      ...(recipient === null ? {} : { recipient }),
      hasBegun: begun.has(slot),
    }));
  });
}

/** The place of an invitation in the ledger; undefined if there is no such code. */
async function slotOf(
  database: Database,
  study: string,
  code: string,
): Promise<number | undefined> {
  const { study: ofStudy, codeHash: hash, slot } = invitationTable;
  const [row] = await query("looking for an invitation", () =>
    database
      .select({ slot })
      .from(invitationTable)
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

type Refused = Pick<Issue, "message" | "advice">;

const refused = (why: Refused) =>
  new Invalid("a study cannot invite", [{ path: "#", severity: "error", ...why }]);

const noCredentials: Refused = {
  message: {
    de: "Diese Studie lässt nicht mit Einladungen teilnehmen.",
    en: "This study does not admit by invitation.",
  },
  advice: {
    de: "Legen Sie sie als anonyme Studie an.",
    en: "Set it up as an anonymous study.",
  },
};
const notFielding: Refused = {
  message: {
    de: "Diese Studie nimmt niemanden mehr auf.",
    en: "This study admits nobody any more.",
  },
  advice: {
    de: "Laden Sie ein, solange die Erhebung läuft.",
    en: "Invite while it is collecting responses.",
  },
};
const noLedger: Refused = {
  message: {
    de: "Für Einladungen fehlt der Ordner des Teilnahmeverzeichnisses.",
    en: "Invitations need a folder for the participation ledger.",
  },
  advice: {
    de: "Nennen Sie ihn mit MEHRWERT_PARTICIPATION_FOLDER.",
    en: "Name it with MEHRWERT_PARTICIPATION_FOLDER.",
  },
};
