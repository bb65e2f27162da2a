import type { Mailing } from "@mehrwert/study";
import type postgres from "postgres";
import type { Database } from "../database.ts";
import type { Invitee } from "../invitation-making.ts";
import type { CodeOfBytes } from "../participation-code.ts";
import type { ParticipationLedger } from "../participation-ledger.ts";
import {
  type FieldCounts,
  fieldCounts,
  keepShownProgress,
  type ShownProgress,
  shownProgress,
} from "./field-counts.ts";
import { type InvitedByMail, inviteByMail } from "./invite-by-mail.ts";
import { type MailState, mailState, noteReturned } from "./mail-state.ts";
import { inMailTurn } from "./mail-turn.ts";
import { findMailing, saveMailing } from "./mailing.ts";
import {
  handOver,
  mailPutBack,
  mailRefused,
  mailSent,
  mailUncertain,
  nextMail,
  noteTrouble,
  type OutgoingMail,
  queueMail,
  settleUncertain,
  studiesWithMail,
  type Undelivered,
} from "./outbox.ts";
import { printedCodes } from "./printed-codes.ts";
import {
  type ReminderAudience,
  type ReminderForecast,
  remind,
  reminderForecast,
} from "./remind.ts";

type MailId = Pick<OutgoingMail, "study" | "mail">;
type Reminding = { study: string; to: ReminderAudience; most: number; day: string };

/** Invitations by mail, the outbox and how far a study is. What each does and throws is said where it is defined. */
export type FieldworkStore = {
  mailing(study: string): Promise<Mailing>;
  saveMailing(study: string, mailing: Mailing): Promise<void>;
  inviteByMail(of: {
    study: string;
    invitees: readonly Invitee[];
    day: string;
    codeOf: CodeOfBytes;
  }): Promise<InvitedByMail>;
  reminderForecast(of: Reminding): Promise<ReminderForecast>;
  remind(of: Reminding & { round: number }): Promise<{ reminded: number }>;
  printedCodes(of: { study: string; codeOf: CodeOfBytes }): Promise<string[]>;
  mailState(of: { study: string; wave: number }): Promise<MailState>;
  noteReturned(
    study: string,
    returned: readonly Undelivered[],
  ): Promise<{ noted: string[]; unknown: string[] }>;
  settleUncertain(study: string, decision: "send-again" | "let-go"): Promise<number>;
  queueMail(mail: { to: string; subject: string; text: string }): Promise<void>;
  studiesWithMail(): Promise<string[]>;
  inMailTurn(study: string, work: () => Promise<void>): Promise<boolean>;
  nextMail(of: {
    study: string;
    tried: readonly string[];
    codeOf: CodeOfBytes;
  }): Promise<OutgoingMail | undefined>;
  handOver(mail: MailId): Promise<boolean>;
  mailSent(mail: MailId): Promise<void>;
  mailUncertain(mail: MailId): Promise<void>;
  mailPutBack(mail: MailId): Promise<void>;
  mailRefused(mail: MailId, undelivered: Undelivered): Promise<void>;
  noteTrouble(study: string, trouble: string | undefined): Promise<void>;
  fieldCounts(of: { study: string; wave: number; mode: string }): Promise<FieldCounts>;
  shownProgress(study: string, wave: number): Promise<ShownProgress[]>;
  keepShownProgress(of: { study: string; wave: number }, shown: ShownProgress): Promise<void>;
};

/** `locks`: a pool of its own for turns, which hold a connection as long as they last. */
export function fieldworkStore(on: {
  database: Database;
  pool: postgres.Sql;
  locks: postgres.Sql;
  ledger: ParticipationLedger | undefined;
}): FieldworkStore {
  const { database, ledger } = on;
  return {
    mailing: (study) => findMailing(database, study),
    saveMailing: (study, mailing) => saveMailing(database, study, mailing),
    inviteByMail: (of) => inviteByMail(database, ledger, of),
    reminderForecast: (of) => reminderForecast(database, ledger, of),
    remind: (of) => remind(database, ledger, of),
    printedCodes: (of) => printedCodes(database, of),
    mailState: (of) => mailState(database, of),
    noteReturned: (study, returned) => noteReturned(database, study, returned),
    settleUncertain: (study, decision) => settleUncertain(database, study, decision),
    queueMail: (mail) => queueMail(database, mail),
    studiesWithMail: () => studiesWithMail(database),
    inMailTurn: (study, work) => inMailTurn(on, study, work),
    nextMail: (of) => nextMail(database, of),
    handOver: (mail) => handOver(database, mail),
    mailSent: (mail) => mailSent(database, mail),
    mailUncertain: (mail) => mailUncertain(database, mail),
    mailPutBack: (mail) => mailPutBack(database, mail),
    mailRefused: (mail, undelivered) => mailRefused(database, mail, undelivered),
    noteTrouble: (study, trouble) => noteTrouble(database, study, trouble),
    fieldCounts: (of) => fieldCounts(on, of),
    shownProgress: (study, wave) => shownProgress(database, study, wave),
    keepShownProgress: (of, shown) => keepShownProgress(database, of, shown),
  };
}
