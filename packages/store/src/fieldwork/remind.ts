import { Conflict, type ReminderObstacle } from "@mehrwert/study";
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "../database.ts";
import { mailRoundTable, outboxTable, undeliveredTable } from "../fieldwork-tables.ts";
import { type LockedStudy, lockedStudy } from "../invitation-making.ts";
import { invitingRefused } from "../inviting-refused.ts";
import type { ParticipationLedger } from "../participation-ledger.ts";
import { invitationTable, panelistTable } from "../tables.ts";
import { type Addressee, putIntoOutbox } from "./outbox.ts";

/** Whom a round of reminders goes to: who has not begun, or everybody who was invited, whether they took part or not. */
export type ReminderAudience = "not-begun" | "everybody";

/** The next round of reminders: its number, whom it would reach, and what stands in its way. */
export type ReminderForecast = { round: number; people: number; obstacle?: ReminderObstacle };

type Asked = { study: string; to: ReminderAudience; most: number; day: string };

/** What the next round of reminders would be. `most`: how many rounds the study allows in a wave. */
export async function reminderForecast(
  database: Database,
  ledger: ParticipationLedger | undefined,
  asked: Asked,
): Promise<ReminderForecast> {
  return query("looking at reminders", () =>
    database.transaction(async (transaction) => {
      const study = await lockedStudy(transaction, asked.study);
      const { round, addressees, obstacle } = await plannedRound(transaction, {
        ledger,
        study,
        asked,
      });
      return { round, people: addressees.length, ...(obstacle && { obstacle }) };
    }),
  );
}

/**
 * Puts one round of reminders into the outbox, each person once. `round` is the number that was looked at before: asking
 * twice reminds once.
 *
 * @throws Conflict if another round has begun meanwhile, or something stands in the way
 */
export async function remind(
  database: Database,
  ledger: ParticipationLedger | undefined,
  asked: Asked & { round: number },
): Promise<{ reminded: number }> {
  return query("reminding", () =>
    database.transaction(async (transaction) => {
      const study = await lockedStudy(transaction, asked.study);
      const planned = await plannedRound(transaction, { ledger, study, asked });
      if (planned.obstacle !== undefined)
        throw new Conflict(`No reminder now: ${planned.obstacle}.`);
      const { round, addressees, begun } = planned;
      if (round !== asked.round) throw new Conflict(`Round ${asked.round} has been sent already.`);
      const { study: slug, wave } = study;
      await putIntoOutbox(transaction, { study: slug, wave, round, addressees });
      await transaction
        .insert(mailRoundTable)
        .values({ study: slug, wave, round, mails: addressees.length, begun, day: asked.day });
      return { reminded: addressees.length };
    }),
  );
}

type Round = { round: number; addressees: Addressee[]; begun: number; obstacle?: ReminderObstacle };

/**
 * The two of `too-few` protect people in studies where nobody may know whose answers are whose: whoever begins between two
 * rounds, and whoever is left, must be lost in a group of the study's smallest size.
 */
async function plannedRound(
  transaction: Transaction,
  {
    ledger,
    study,
    asked: { to, most, day },
  }: { ledger: ParticipationLedger | undefined; study: LockedStudy; asked: Asked },
): Promise<Round> {
  const [last] = await transaction
    .select()
    .from(mailRoundTable)
    .where(and(eq(mailRoundTable.study, study.study), eq(mailRoundTable.wave, study.wave)))
    .orderBy(desc(mailRoundTable.round))
    .limit(1);
  const { invited, begun } = await invitedByMail(transaction, ledger, study);
  const round = (last?.round ?? 0) + 1;
  const isForAll = to === "everybody" && study.mode !== "confidential";
  const addressees = invited.filter(({ hasBegun }) => isForAll || !hasBegun);
  const none = (obstacle: ReminderObstacle): Round => ({ round, addressees, begun, obstacle });
  if (study.status !== "fielding") return none("not-fielding");
  if (last === undefined) return none("nobody-invited");
  if (round > most) return none("rounds-used-up");
  if (await mailsUnderWay(transaction, study)) return none("mails-under-way");
  if (last.day >= day) return none("same-day");
  if (addressees.length === 0) return none("nobody-left");
  if (study.mode !== "confidential" && !isForAll) {
    if (begun - last.begun < study.minimumGroupSize) return none("too-few-begun");
    if (addressees.length < study.minimumGroupSize) return none("too-few-left");
  }
  return { round, addressees, begun };
}

async function mailsUnderWay(transaction: Transaction, { study, wave }: LockedStudy) {
  const rows = await transaction
    .select({ mail: outboxTable.mail })
    .from(outboxTable)
    .where(and(eq(outboxTable.study, study), eq(outboxTable.wave, wave)))
    .limit(1);
  return rows.length > 0;
}

type Invited = Addressee & { hasBegun: boolean };

/** Everybody whom mails of this wave reach, and how many of all who were invited have begun, or answered in a panel. */
async function invitedByMail(
  transaction: Transaction,
  ledger: ParticipationLedger | undefined,
  study: LockedStudy,
): Promise<{ invited: Invited[]; begun: number }> {
  const all =
    study.mode === "confidential"
      ? await invitedPanel(transaction, study)
      : await invitedWithCode(transaction, ledger, study);
  const rows = await transaction
    .select({ recipient: undeliveredTable.recipient })
    .from(undeliveredTable)
    .where(eq(undeliveredTable.study, study.study));
  const unreachable = new Set(rows.map(({ recipient }) => recipient));
  return {
    invited: all.filter(({ address }) => !unreachable.has(address.toLowerCase())),
    begun: all.filter(({ hasBegun }) => hasBegun).length,
  };
}

async function invitedPanel(
  transaction: Transaction,
  { study, wave }: LockedStudy,
): Promise<Invited[]> {
  // Written out: the query builder leaves the table's name away, and inside it would mean another one.
  const answered = sql<boolean>`exists (select from panel_response as answered
    where answered.study = panelist.study and answered.participant = panelist.participant
      and answered.wave = ${wave})`;
  const rows = await transaction
    .select({
      place: panelistTable.participant,
      address: panelistTable.recipient,
      name: panelistTable.name,
      hasBegun: answered,
    })
    .from(panelistTable)
    .where(
      and(
        eq(panelistTable.study, study),
        eq(panelistTable.invitedWave, wave),
        isNotNull(panelistTable.recipient),
      ),
    );
  return rows.map(({ address, name, ...row }) => ({
    ...row,
    address: address ?? "",
    name: name ?? undefined,
  }));
}

async function invitedWithCode(
  transaction: Transaction,
  ledger: ParticipationLedger | undefined,
  { study, wave }: LockedStudy,
): Promise<Invited[]> {
  const rows = await transaction
    .select({
      slot: invitationTable.slot,
      address: invitationTable.recipient,
      name: invitationTable.name,
      wave: invitationTable.wave,
    })
    .from(invitationTable)
    .where(eq(invitationTable.study, study));
  if (rows.length === 0) return [];
  if (ledger === undefined) throw invitingRefused("noLedger");
  const begun = await ledger.begun(study, rows.length);
  return rows.flatMap(({ slot, address, name, wave: invitedTo }) =>
    address === null || invitedTo !== wave
      ? []
      : [{ place: String(slot), address, name: name ?? undefined, hasBegun: begun.has(slot) }],
  );
}
