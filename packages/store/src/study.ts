import {
  Conflict,
  canonicalJson,
  defaultFinishingDays,
  type Instrument,
  Invalid,
  missingInformation,
  missingSettings,
  modeFaults,
  NotFound,
  type Study,
} from "@mehrwert/study";
import { and, asc, eq, lt, sql } from "drizzle-orm";
import { studyRoleTable } from "./account-tables.ts";
import { type Database, query } from "./database.ts";
import { databaseErrorCode } from "./database-failure.ts";
import { definitionTextHash } from "./definition-text-hash.ts";
import { newCodeSecret } from "./participation-code.ts";
import { admissionKeyTable, instrumentDefinitionTable, studyTable } from "./tables.ts";

/** A study whose participants would not be told everything must not be in the field. */
function refuseEmptyTexts(study: Study): void {
  if (study.status === "planned") return;
  const missing = missingInformation(study);
  if (missing.length === 0) return;
  const issues = missing.map(({ name, language }) => ({
    path: `#/informationSheet/${name}/${language}`,
    severity: "error" as const,
    message: {
      de: "Dieser Text der Informationen für Teilnehmende fehlt.",
      en: "This text of the information for participants is missing.",
    },
    advice: {
      de: "Tragen Sie ihn in jeder Sprache der Studie ein.",
      en: "Fill it in, in every language of the study.",
    },
  }));
  throw new Invalid("a study requires every text of its information sheet", issues);
}

/**
 * A study that does not fix what its instrument leaves to it would let nobody in; one whose instrument breaks the promise
 * of its mode must let nobody in.
 */
function refuseWhatDoesNotFit(study: Study, instrument: Instrument): void {
  const issues = [...missingSettings(study, instrument), ...modeFaults(study, instrument)];
  if (issues.length > 0) throw new Invalid("a study requires what its instrument needs", issues);
}

/**
 * Keeps a study and, if given, the instrument definition it fields, in one transaction. One that is only planned may be
 * incomplete; its definition is kept when it is opened.
 *
 * @param credentialPrivateKey of the study's credential key: PKCS 8 in PEM
 * @throws Conflict if the slug is taken
 * @throws Invalid if a text of the information sheet is missing or empty, or the study does not fix what the instrument needs
 * @throws RangeError if the definition does not have the hash the study names, or only one of the two credential keys is given
 */
export async function createStudy(
  database: Database,
  study: Study,
  instrument?: Instrument,
  credentialPrivateKey?: string,
): Promise<void> {
  refuseEmptyTexts(study);
  const isPlanned = study.status === "planned";
  if (instrument !== undefined && !isPlanned) refuseWhatDoesNotFit(study, instrument);
  const definition =
    instrument === undefined || isPlanned ? undefined : definitionText(study, instrument);
  await insertNewStudy(
    database,
    { study, privateKey: credentialPrivateKey },
    async (transaction) => {
      if (definition === undefined) return;
      await transaction
        .insert(instrumentDefinitionTable)
        .values({ study: study.slug, ...versionOf(study), definition });
    },
  );
}

/** A study that begins to be planned, whose it is (the id of a person), and the private key of its credentials if it has any. */
export type BegunStudy = { study: Study; owner: string; privateKey?: string | undefined };

/**
 * Keeps a study that is only planned, with its owner, in one transaction.
 *
 * @throws Conflict if the slug is taken
 * @throws RangeError if only one of the two credential keys is given
 */
export async function beginStudy(database: Database, begun: BegunStudy): Promise<void> {
  const { owner: person } = begun;
  await insertNewStudy(database, begun, async (transaction) => {
    const role = { study: begun.study.slug, person, role: "owner" as const };
    await transaction.insert(studyRoleTable).values(role);
  });
}

async function insertNewStudy(
  database: Database,
  { study, privateKey }: Omit<BegunStudy, "owner">,
  insertMore: (transaction: Pick<Database, "insert">) => Promise<void>,
): Promise<void> {
  if ((study.credentialKey === undefined) !== (privateKey === undefined))
    throw new RangeError("a study requires both of its credential keys or neither");
  const { slug, ...rest } = study;
  await query("creating a study", async () => {
    try {
      await database.transaction(async (transaction) => {
        await transaction.insert(studyTable).values({ study: slug, ...rest });
        if (study.mode !== "open")
          await transaction.insert(admissionKeyTable).values({
            ...{ study: slug, codeSecret: newCodeSecret() },
            privateKey: privateKey ?? null,
          });
        await insertMore(transaction);
      });
    } catch (error) {
      const uniqueViolation = "23505";
      if (databaseErrorCode(error) !== uniqueViolation) throw error;
      throw new Conflict(`There is already a study called ${slug}.`);
    }
  });
}

export function versionOf({ instrumentSlug, instrumentVersion, definitionHash }: Study) {
  return { instrumentSlug, instrumentVersion, definitionHash };
}

/** @throws RangeError if the definition does not have the hash the study names */
export function definitionText(study: Study, instrument: Instrument): string {
  const text = canonicalJson(instrument);
  if (definitionTextHash(text) !== study.definitionHash)
    throw new RangeError("a study requires the definition that its hash names");
  return text;
}

/**
 * Fields a newer version of the instrument from now on: the one fielded so far becomes an earlier version, whose
 * responses are kept and still accepted.
 *
 * @throws NotFound if there is no study of that name
 * @throws Conflict if the study has fielded this version already, or fields another instrument
 * @throws Invalid if the study does not fix what this version needs, or this version breaks the promise of its mode
 */
export async function fieldInstrumentVersion(
  database: Database,
  slug: string,
  instrument: Instrument,
): Promise<Study> {
  const definition = canonicalJson(instrument);
  const definitionHash = definitionTextHash(definition);
  const { slug: instrumentSlug, version: instrumentVersion } = instrument.mehrwert;
  return query("fielding another instrument version", () =>
    database.transaction(async (transaction) => {
      const [row] = await transaction
        .select()
        .from(studyTable)
        .where(eq(studyTable.study, slug))
        .for("update");
      if (row === undefined) throw studyNotFound(slug);
      const before = studyOf(row);
      refuseWhatDoesNotFit(before, instrument);
      const earlierVersions = [
        ...(before.earlierVersions ?? []),
        { instrumentVersion: before.instrumentVersion, definitionHash: before.definitionHash },
      ];
      const isKnown = earlierVersions.some((one) => one.instrumentVersion === instrumentVersion);
      if (isKnown || before.instrumentSlug !== instrumentSlug)
        throw new Conflict(
          `The study ${slug} cannot field ${instrumentSlug} ${instrumentVersion}.`,
        );
      const fielded = { instrumentVersion, definitionHash, earlierVersions };
      await transaction.update(studyTable).set(fielded).where(eq(studyTable.study, slug));
      await transaction
        .insert(instrumentDefinitionTable)
        .values({ study: slug, instrumentSlug, instrumentVersion, definitionHash, definition });
      return { ...before, ...fielded };
    }),
  );
}

/** @throws NotFound if there is no study of that name */
export async function findStudy(database: Database, slug: string): Promise<Study> {
  const rows = await query("reading a study", () =>
    database.select().from(studyTable).where(eq(studyTable.study, slug)),
  );
  const row = rows[0];
  if (row === undefined) throw studyNotFound(slug);
  return studyOf(row);
}

/** Every study, by slug. */
export async function allStudies(database: Database): Promise<Study[]> {
  const rows = await query("reading the studies", () =>
    database.select().from(studyTable).orderBy(asc(studyTable.study)),
  );
  return rows.map(studyOf);
}

/**
 * Opens or closes a study. When closing returns, every response that was still being stored
 * is stored or refused, and no other will be.
 *
 * @throws NotFound if there is no study of that name
 */
export async function setStudyStatus(
  database: Database,
  slug: string,
  status: Study["status"],
): Promise<void> {
  const rows = await query("setting the status of a study", () =>
    database
      .update(studyTable)
      .set({ status })
      .where(eq(studyTable.study, slug))
      .returning({ study: studyTable.study }),
  );
  if (rows.length === 0) throw studyNotFound(slug);
}

/**
 * Ends the fielding of a study: nobody can begin any more, and who has begun may finish until the day returned. A study
 * that is finishing or closed stays as it is.
 *
 * @param day today, `YYYY-MM-DD`
 * @throws NotFound if there is no study of that name
 */
export async function finishStudy(
  database: Database,
  slug: string,
  day: string,
): Promise<string | undefined> {
  const days = sql`coalesce(${studyTable.finishingDays}, ${defaultFinishingDays}::integer)`;
  const lastDay = sql<string>`case when ${studyTable.status} = 'fielding' then ${day}::date + ${days} else ${studyTable.lastDay} end`;
  const status = sql<
    Study["status"]
  >`case when ${studyTable.status} = 'fielding' then 'finishing' else ${studyTable.status} end`;
  const rows = await query("ending a study", () =>
    database
      .update(studyTable)
      .set({ status, lastDay })
      .where(eq(studyTable.study, slug))
      .returning({ lastDay: studyTable.lastDay }),
  );
  const row = rows[0];
  if (row === undefined) throw studyNotFound(slug);
  return row.lastDay ?? undefined;
}

/** Closes every study whose last day of finishing lies before this day, `YYYY-MM-DD`. Gives how many. */
export async function closeFinishedStudies(database: Database, day: string): Promise<number> {
  const rows = await query("closing studies", () =>
    database
      .update(studyTable)
      .set({ status: "closed" })
      .where(and(eq(studyTable.status, "finishing"), lt(studyTable.lastDay, day)))
      .returning({ study: studyTable.study }),
  );
  return rows.length;
}

/** The error for a study nobody knows. */
export function studyNotFound(slug: string): NotFound {
  return new NotFound(`There is no study called ${slug}.`);
}

/** A row as the study it stands for: what is not there has no key. */
export function studyOf({ study, ...row }: typeof studyTable.$inferSelect): Study {
  const { earlierVersions, assigned, codeSalt, retentionDate, languages, ...rest } = row;
  const { credentialKey, lastDay, finishingDays, groupedBy, ...always } = rest;
  return {
    slug: study,
    ...always,
    ...(earlierVersions === null ? {} : { earlierVersions }),
    ...(assigned === null ? {} : { assigned }),
    ...(codeSalt === null ? {} : { codeSalt }),
    ...(retentionDate === null ? {} : { retentionDate }),
    ...(credentialKey === null ? {} : { credentialKey }),
    ...(lastDay === null ? {} : { lastDay }),
    ...(finishingDays === null ? {} : { finishingDays }),
    ...(languages === null ? {} : { languages }),
    ...(groupedBy === null ? {} : { groupedBy }),
  };
}
