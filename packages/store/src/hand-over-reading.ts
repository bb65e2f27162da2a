import { type HandedResponse, type HandOver, mayAdmitMore, needsCode } from "@mehrwert/study";
import { asc, eq } from "drizzle-orm";
import { type Database, query } from "./database.ts";
import { readPlan } from "./field-plan.ts";
import { mailingTable, mailRoundTable, progressTable } from "./fieldwork-tables.ts";
import type { ParticipationLedger } from "./participation-ledger.ts";
import {
  admissionKeyTable,
  consentTextTable,
  deletionTable,
  frozenDatasetTable,
  instrumentDefinitionTable,
  invitationTable,
  panelistTable,
  panelResponseTable,
  resultReleaseTable,
  retentionProtocolTable,
  surveyResponseTable,
} from "./tables.ts";

type Reader = Pick<Database, "select">;

/**
 * Everything that belongs to a study, as at one moment. Who was invited and the keys only where `withInvitations` says so,
 * and the keys of an anonymous study only while people can take part, now or in a wave to come. What testers left stays here.
 *
 * @throws NotFound if there is no study of that name
 */
export function readHandOver(
  database: Database,
  ledger: ParticipationLedger | undefined,
  slug: string,
  withInvitations: boolean,
): Promise<HandOver> {
  return query("handing a study over", () =>
    database.transaction(
      async (transaction) => {
        const { study, plan } = await readPlan(transaction, slug);
        const rows = <T>(found: Promise<T[]>) => found;
        const definitions = await transaction
          .select()
          .from(instrumentDefinitionTable)
          .where(eq(instrumentDefinitionTable.study, slug));
        const texts = await rows(
          transaction.select().from(consentTextTable).where(eq(consentTextTable.study, slug)),
        );
        const deletions = await transaction
          .select({ responseHash: deletionTable.responseHash, day: deletionTable.day })
          .from(deletionTable)
          .where(eq(deletionTable.study, slug))
          .orderBy(asc(deletionTable.responseHash));
        const retention = await transaction
          .select({ day: retentionProtocolTable.day, responses: retentionProtocolTable.responses })
          .from(retentionProtocolTable)
          .where(eq(retentionProtocolTable.study, slug))
          .orderBy(asc(retentionProtocolTable.day));
        const frozen = await transaction
          .select()
          .from(frozenDatasetTable)
          .where(eq(frozenDatasetTable.study, slug))
          .orderBy(asc(frozenDatasetTable.wave), asc(frozenDatasetTable.sha256));
        const fieldwork = await fieldworkOf(transaction, slug);
        const withKeys =
          withInvitations &&
          needsCode(study) &&
          (study.mode !== "anonymous" || mayAdmitMore({ study, plan }));
        const keys = withKeys ? await keysOf(transaction, slug) : undefined;
        return {
          ...{ study, plan, deletions, retention, ...fieldwork },
          consentTexts: Object.fromEntries(
            texts.map(({ consentHash, text }) => [consentHash, text]),
          ),
          frozen: frozen.map(({ study: _, file, ...each }) => ({ ...each, isKept: file !== null })),
          definitions: new Map(definitions.map((each) => [each.definitionHash, each.definition])),
          responses: await responsesOf(transaction, slug),
          releases: await releasesOf(transaction, slug),
          files: new Map(frozen.flatMap(({ sha256, file }) => (file ? [[sha256, file]] : []))),
          invitations: withInvitations ? await invitedTo(transaction, ledger, slug) : [],
          ...(keys && { keys }),
        };
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    ),
  );
}

async function keysOf(transaction: Reader, slug: string): Promise<HandOver["keys"]> {
  const [row] = await transaction
    .select()
    .from(admissionKeyTable)
    .where(eq(admissionKeyTable.study, slug));
  if (row === undefined) return undefined;
  const { codeSecret, privateKey } = row;
  return { codeSecret, ...(privateKey !== null && { privateKey }) };
}

async function responsesOf(transaction: Reader, slug: string): Promise<HandedResponse[]> {
  const { response, participant, study } = panelResponseTable;
  const panel = await transaction
    .select({ response, participant })
    .from(panelResponseTable)
    .where(eq(study, slug));
  const whose = new Map(panel.map((row) => [row.response, row.participant]));
  const found = await transaction
    .select()
    .from(surveyResponseTable)
    .where(eq(surveyResponseTable.study, slug))
    .orderBy(asc(surveyResponseTable.id));
  return found.map(
    ({ study: _, mode: __, bodyHash: ___, lastPage, consentHash, receiptHash, ...rest }) => {
      const person = whose.get(rest.id);
      return {
        ...rest,
        ...(lastPage === null ? {} : { lastPage }),
        ...(consentHash === null ? {} : { consentHash }),
        ...(receiptHash === null ? {} : { receiptHash }),
        ...(person === undefined ? {} : { participant: person }),
      };
    },
  );
}

/** What was released, so that releases elsewhere are held against it too. */
async function releasesOf(transaction: Reader, slug: string): Promise<HandOver["releases"]> {
  const { study, wave, memory, results } = resultReleaseTable;
  const rows = await transaction
    .select({ wave, memory, results })
    .from(resultReleaseTable)
    .where(eq(study, slug))
    .orderBy(asc(wave));
  return rows.map((row) => ({
    ...{ wave: row.wave, memory: JSON.parse(row.memory), results: JSON.parse(row.results) },
  }));
}

async function invitedTo(
  transaction: Reader,
  ledger: ParticipationLedger | undefined,
  slug: string,
): Promise<HandOver["invitations"]> {
  const invited = await transaction
    .select()
    .from(invitationTable)
    .where(eq(invitationTable.study, slug))
    .orderBy(asc(invitationTable.codeHash));
  const panel = await transaction
    .select()
    .from(panelistTable)
    .where(eq(panelistTable.study, slug))
    .orderBy(asc(panelistTable.codeHash));
  const marks = (await ledger?.marks(slug)) ?? new Map<number, string>();
  return [
    ...invited.map(({ codeHash, slot, wave, ...person }) => {
      const mark = marks.get(slot);
      return { codeHash, slot, wave, ...whoIs(person), ...(mark && { mark }) };
    }),
    ...panel.map(({ codeHash, participant, invitedWave, ...person }) => ({
      ...{ codeHash, participant, ...whoIs(person) },
      ...(invitedWave !== null && { wave: invitedWave }),
    })),
  ];
}

type Addressee = { recipient: string | null; name: string | null; unit: string | null };

const whoIs = ({ recipient, name, unit }: Addressee) => ({
  ...(recipient !== null && { recipient }),
  ...(name !== null && { name }),
  ...(unit !== null && { unit }),
});

/** How the study writes to people, and what was shown of how far it is. */
async function fieldworkOf(
  transaction: Reader,
  slug: string,
): Promise<Pick<HandOver, "mailing" | "rounds" | "progress">> {
  const [written] = await transaction
    .select({ mailing: mailingTable.mailing })
    .from(mailingTable)
    .where(eq(mailingTable.study, slug));
  const rounds = await transaction
    .select()
    .from(mailRoundTable)
    .where(eq(mailRoundTable.study, slug))
    .orderBy(asc(mailRoundTable.wave), asc(mailRoundTable.round));
  const progress = await transaction
    .select()
    .from(progressTable)
    .where(eq(progressTable.study, slug))
    .orderBy(asc(progressTable.wave), asc(progressTable.day));
  return {
    ...written,
    rounds: rounds.map(({ study: _, ...each }) => each),
    progress: progress.map(({ study: _, ...each }) => each),
  };
}
