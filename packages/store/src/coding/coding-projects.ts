import {
  type Codebook,
  type CodingPhase,
  Conflict,
  canonicalJson,
  NotFound,
  readCodebook,
} from "@mehrwert/study";
import { and, asc, eq } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { codingProjectTable as table } from "../coding-tables.ts";
import { type Database, query } from "../database.ts";
import { databaseErrorCode } from "../database-failure.ts";
import { definitionTextHash } from "../definition-text-hash.ts";

/** Which project, of which study. */
export type CodingPlace = { study: string; project: string };

/** A coding project without its events. */
export type StoredCodingProject = CodingPlace & {
  id: string;
  title: string;
  isSynthetic: boolean;
  /** The one it began with; changes are events. */
  codebook: Codebook;
  codebookHash: string;
  phase: CodingPhase;
  createdAt: Date;
  /** The last event of the blind phase, once that is over. */
  releasedSequence: number | undefined;
};

/** What a project is begun with. */
export type NewCodingProject = Pick<
  StoredCodingProject,
  "study" | "project" | "id" | "title" | "isSynthetic" | "codebook" | "createdAt"
>;

const uniqueViolation = "23505";

/** Whether a row belongs to a project. */
export function isOf(
  of: { study: AnyPgColumn; project: AnyPgColumn },
  { study, project }: CodingPlace,
) {
  return and(eq(of.study, study), eq(of.project, project));
}

/** Begins a project, in the blind phase. @throws Conflict if the study has one of that name */
export async function createCodingProject(
  database: Database,
  { codebook, ...project }: NewCodingProject,
): Promise<void> {
  const text = canonicalJson(codebook);
  const row = {
    ...project,
    codebook: text,
    codebookHash: definitionTextHash(text),
    phase: "blind" as const,
    lastSequence: 0,
  };
  await query("beginning a coding project", async () => {
    try {
      await database.insert(table).values(row);
    } catch (error) {
      if (databaseErrorCode(error) !== uniqueViolation) throw error;
      throw new Conflict(`${project.study} has a coding project ${project.project} already.`);
    }
  });
}

/** The projects of a study, by name. */
export async function codingProjects(
  database: Database,
  study: string,
): Promise<StoredCodingProject[]> {
  const rows = await query("reading coding projects", () =>
    database.select().from(table).where(eq(table.study, study)).orderBy(asc(table.project)),
  );
  return rows.map(projectOf);
}

/** @throws NotFound if there is none */
export async function codingProjectAt(
  database: Database,
  place: CodingPlace,
): Promise<StoredCodingProject> {
  const rows = await query("reading a coding project", () =>
    database.select().from(table).where(isOf(table, place)),
  );
  return projectOf(required(rows[0], place));
}

/** Ends the blind phase for good. @throws NotFound; @throws Conflict if it is over already */
export async function releaseCodings(database: Database, place: CodingPlace): Promise<void> {
  await query("ending a blind phase", () =>
    database.transaction(async (transaction) => {
      const rows = await transaction.select().from(table).where(isOf(table, place)).for("update");
      const { phase, lastSequence } = required(rows[0], place);
      if (phase === "released") throw new Conflict("The blind phase is over already.");
      await transaction
        .update(table)
        .set({ phase: "released", releasedSequence: lastSequence })
        .where(isOf(table, place));
    }),
  );
}

/** The row of a project. @throws NotFound if there is none */
export function required<T>(row: T | undefined, { study, project }: CodingPlace): T {
  if (row === undefined) throw new NotFound(`${study} has no coding project ${project}.`);
  return row;
}

function projectOf({ lastSequence: _, ...row }: typeof table.$inferSelect): StoredCodingProject {
  const read = readCodebook(row.codebook);
  if (!read.ok) throw new RangeError(`The codebook of ${row.project} can no longer be read.`);
  return { ...row, codebook: read.value, releasedSequence: row.releasedSequence ?? undefined };
}
