import {
  canonicalJson,
  type HandOver,
  Invalid,
  type Issue,
  type LocalizedText,
} from "@mehrwert/study";
import { eq, inArray } from "drizzle-orm";
import { studyRoleTable } from "./account-tables.ts";
import { type Database, query } from "./database.ts";
import { definitionTextHash } from "./definition-text-hash.ts";
import { responseHash } from "./deletion.ts";
import { appendDeletions, type DeletionJournal, keptDeletions } from "./deletion-journal.ts";
import { mailingTable, mailRoundTable, progressTable } from "./fieldwork-tables.ts";
import { givenResponse } from "./given-response.ts";
import type { ParticipationLedger } from "./participation-ledger.ts";
import { firstRevision } from "./result-release.ts";
import {
  admissionKeyTable,
  consentTextTable,
  deletionTable,
  fieldPlanTable,
  frozenDatasetTable,
  instrumentDefinitionTable,
  invitationTable,
  libraryInstrumentTable,
  panelistTable,
  panelResponseTable,
  resultReleaseTable,
  retentionProtocolTable,
  studyTable,
  surveyResponseTable,
} from "./tables.ts";

type Reader = Pick<Database, "select">;
type Outside = {
  ledger: ParticipationLedger | undefined;
  journal: DeletionJournal | undefined;
};

/** Whose the study becomes, the id of a person; and hashes of definitions that the library has already. */
export type TakenInBy = { owner: string; known: ReadonlySet<string> };

/**
 * Takes a study in that another installation handed over: all of it, or nothing. Its questionnaires become versions of
 * the library, but for those it has already.
 *
 * @throws Invalid with everything here that stands in its way: a study or responses of the same name, another
 * questionnaire under the same version, answers that were deleted here
 */
export async function takeHandOver(
  database: Database,
  { ledger, journal }: Outside,
  handOver: HandOver,
  by: TakenInBy,
): Promise<void> {
  const { slug } = handOver.study;
  await query("taking a study in", async () => {
    const noted = journal === undefined ? [] : await keptDeletions(journal.file);
    const deleted = new Set(
      noted.filter(({ study }) => study === slug).map((each) => each.responseHash),
    );
    let hasLedger = false;
    try {
      await database.transaction(async (transaction) => {
        const issues = await obstacles(transaction, { handOver, deleted, ledger });
        if (issues.length > 0) throw new Invalid("a study cannot be taken in", issues);
        await insertStudy(transaction, handOver, by);
        await insertResponses(transaction, handOver);
        await insertInvited(transaction, handOver);
        const marks = handOver.invitations.filter(({ slot }) => slot !== undefined);
        if (marks.length > 0) {
          hasLedger = true;
          await ledger?.restore(slug, marks);
        }
        if (journal !== undefined)
          await appendDeletions(
            journal,
            handOver.deletions.map((each) => ({ study: slug, ...each })),
          );
      });
    } catch (error) {
      if (hasLedger) await ledger?.remove(slug);
      throw error;
    }
  });
}

const obstacle = (path: string, message: LocalizedText, advice: LocalizedText): Issue => ({
  ...{ path, severity: "error", message, advice },
});

async function obstacles(
  transaction: Reader,
  {
    handOver,
    deleted,
    ledger,
  }: { handOver: HandOver; deleted: ReadonlySet<string>; ledger: ParticipationLedger | undefined },
): Promise<Issue[]> {
  const { study, responses, definitions, invitations } = handOver;
  const issues: Issue[] = [];
  const { slug } = study;
  const same = await transaction
    .select({ study: studyTable.study })
    .from(studyTable)
    .where(eq(studyTable.study, slug));
  if (same.length > 0)
    issues.push(
      obstacle(
        "study.json#/study/slug",
        {
          de: `Hier gibt es schon eine Studie ${slug}.`,
          en: `There is already a study ${slug} here.`,
        },
        {
          de: "Löschen Sie die hiesige, wenn sie dieselbe ist, oder lassen Sie sie, wie sie ist.",
          en: "Delete the one here if it is the same, or leave it as it is.",
        },
      ),
    );
  const hits = responses.filter(({ id }) => deleted.has(responseHash(id))).length;
  if (hits > 0)
    issues.push(
      obstacle(
        "responses.jsonl",
        {
          de: `${hits} dieser Antworten wurden auf diesem Server gelöscht und dürfen nicht wiederkommen.`,
          en: `${hits} of these answers were deleted on this server and must not come back.`,
        },
        {
          de: "Nehmen Sie die Studie auf einer anderen Installation auf.",
          en: "Take the study in on another installation.",
        },
      ),
    );
  const ids = responses.map(({ id }) => id);
  const taken = await takenIds(transaction, ids);
  if (taken > 0)
    issues.push(
      obstacle(
        "responses.jsonl",
        {
          de: `${taken} dieser Antworten stehen hier schon in einer anderen Studie.`,
          en: `${taken} of these answers stand here already, in another study.`,
        },
        {
          de: "Dieselben Antworten dürfen nicht zweimal da sein; sehen Sie nach, welche Studie es ist.",
          en: "The same answers must not be there twice; see which study it is.",
        },
      ),
    );
  for (const text of definitions.values())
    issues.push(...(await otherDefinition(transaction, text)));
  if (ledger === undefined && invitations.some(({ slot }) => slot !== undefined))
    issues.push(
      obstacle(
        "invitations.jsonl",
        {
          de: "Für Einladungen fehlt der Ordner des Teilnahmeverzeichnisses.",
          en: "Invitations need a folder for the participation ledger.",
        },
        {
          de: "Nennen Sie ihn mit MEHRWERT_PARTICIPATION_FOLDER.",
          en: "Name it with MEHRWERT_PARTICIPATION_FOLDER.",
        },
      ),
    );
  return issues;
}

async function takenIds(transaction: Reader, ids: readonly string[]): Promise<number> {
  let taken = 0;
  for (let start = 0; start < ids.length; start += batchSize) {
    const found = await transaction
      .select({ id: surveyResponseTable.id })
      .from(surveyResponseTable)
      .where(inArray(surveyResponseTable.id, ids.slice(start, start + batchSize)));
    taken += found.length;
  }
  return taken;
}

function placeOf(definition: string): { slug: string; version: string } {
  const { mehrwert } = JSON.parse(definition);
  return { slug: String(mehrwert.slug), version: String(mehrwert.version) };
}

async function otherDefinition(transaction: Reader, definition: string): Promise<Issue[]> {
  const { slug, version } = placeOf(definition);
  const found = await transaction
    .select()
    .from(libraryInstrumentTable)
    .where(eq(libraryInstrumentTable.slug, slug));
  const other = found.find(
    (row) => row.version === version && row.definitionHash !== definitionTextHash(definition),
  );
  if (other === undefined) return [];
  return [
    obstacle(
      `definitions/${definitionTextHash(definition)}.json`,
      {
        de: `Die Bibliothek hat unter ${slug} ${version} einen anderen Fragebogen.`,
        en: `The library has another questionnaire under ${slug} ${version}.`,
      },
      {
        de: "Zwei verschiedene Fragebögen können nicht dieselbe Fassung sein; nehmen Sie die Studie anderswo auf.",
        en: "Two different questionnaires cannot be the same version; take the study in elsewhere.",
      },
    ),
  ];
}

const batchSize = 500;
type Writer = Pick<Database, "insert">;

async function insertStudy(
  transaction: Writer,
  handOver: HandOver,
  { owner: person, known }: TakenInBy,
): Promise<void> {
  const { study, plan, definitions, consentTexts, deletions, retention, frozen, files } = handOver;
  const { mailing, rounds, progress } = handOver;
  const { slug, ...rest } = study;
  await transaction.insert(studyTable).values({ study: slug, ...rest });
  await transaction.insert(studyRoleTable).values({ study: slug, person, role: "owner" });
  await transaction.insert(fieldPlanTable).values({ study: slug, plan, revision: 1 });
  for (const [definitionHash, definition] of definitions) {
    const place = placeOf(definition);
    const version = {
      instrumentSlug: place.slug,
      instrumentVersion: place.version,
      definitionHash,
    };
    await transaction
      .insert(instrumentDefinitionTable)
      .values({ study: slug, ...version, definition });
    if (known.has(definitionHash)) continue;
    await transaction
      .insert(libraryInstrumentTable)
      .values({ ...place, definitionHash, definition })
      .onConflictDoNothing();
  }
  for (const [consentHash, text] of Object.entries(consentTexts))
    await transaction.insert(consentTextTable).values({ study: slug, consentHash, text });
  for (const each of deletions)
    await transaction.insert(deletionTable).values({ study: slug, ...each });
  for (const each of retention)
    await transaction.insert(retentionProtocolTable).values({ study: slug, ...each });
  if (mailing !== undefined)
    await transaction.insert(mailingTable).values({ study: slug, mailing });
  for (const each of rounds)
    await transaction.insert(mailRoundTable).values({ study: slug, ...each });
  for (const each of progress)
    await transaction.insert(progressTable).values({ study: slug, ...each });
  for (const { wave, memory, results } of handOver.releases) {
    const texts = { memory: JSON.stringify(memory), results: JSON.stringify(results) };
    await transaction
      .insert(resultReleaseTable)
      .values({ ...{ study: slug, wave, revision: firstRevision() }, ...texts });
  }
  for (const { isKept, ...each } of frozen) {
    const file = isKept ? files.get(each.sha256) : undefined;
    await transaction
      .insert(frozenDatasetTable)
      .values({ study: slug, ...each, file: file ?? null });
  }
}

async function insertInvited(
  transaction: Writer,
  { study, invitations, keys }: HandOver,
): Promise<void> {
  const { slug, mode } = study;
  if (keys !== undefined) {
    const { codeSecret, privateKey = null } = keys;
    await transaction.insert(admissionKeyTable).values({ study: slug, codeSecret, privateKey });
  }
  for (const { codeHash, slot, wave, participant, ...person } of invitations) {
    const { recipient = null, name = null, unit = null } = person;
    const row = { study: slug, mode, codeHash, recipient, name, unit };
    if (participant !== undefined) {
      const panelist = { ...row, invitedWave: wave ?? null };
      await transaction
        .insert(panelistTable)
        .values({ ...panelist, participant })
        .onConflictDoUpdate({
          target: [panelistTable.study, panelistTable.participant],
          set: panelist,
        });
    } else if (slot !== undefined)
      await transaction.insert(invitationTable).values({ ...row, slot, wave: wave ?? study.wave });
  }
}

/** In a panel without its invitations, people are known by their pseudonyms alone, with codes that open nothing. */
async function insertResponses(transaction: Writer, { study, responses }: HandOver): Promise<void> {
  const { slug, mode } = study;
  for (let start = 0; start < responses.length; start += batchSize) {
    const batch = responses.slice(start, start + batchSize);
    const rows = batch.map(({ participant: _, ...handed }) => {
      const { response, receiptHash = null, bodyHash } = givenResponse(slug, handed);
      return { study: slug, mode, ...response, receiptHash, bodyHash };
    });
    await transaction.insert(surveyResponseTable).values(rows);
    const panel = batch.flatMap(({ participant, id, wave }) =>
      participant === undefined ? [] : [{ study: slug, mode, participant, wave, response: id }],
    );
    if (panel.length === 0) continue;
    const people = panel.map(({ participant }) => ({
      ...{ study: slug, mode, participant, recipient: null },
      codeHash: definitionTextHash(canonicalJson({ nobody: participant })),
    }));
    await transaction.insert(panelistTable).values(people).onConflictDoNothing();
    await transaction.insert(panelResponseTable).values(panel);
  }
}
