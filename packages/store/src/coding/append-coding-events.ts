import {
  type CodingChange,
  Conflict,
  coderName,
  type KnownEvent,
  type LayerContext,
  type LayerRefusal,
  layerOfChange,
} from "@mehrwert/study";
import { and, asc, eq, inArray, or } from "drizzle-orm";
import {
  coderTable,
  codingProjectTable,
  codingEventTable as table,
  transcriptTable,
} from "../coding-tables.ts";
import { type Database, query } from "../database.ts";
import { coderOf, madeBy } from "./coding-events.ts";
import { type CodingPlace, isOf, required } from "./coding-projects.ts";

/** Changes to be added, with who makes them. Several are a run: they count together. */
export type CodingAppend = {
  person: { id: string; name: string };
  at: Date;
  /** Ids come from whoever writes, so that what is sent twice is stored once. */
  changes: readonly { id: string; change: CodingChange }[];
  /** Required for several changes. */
  run?: string | undefined;
  isPlanner: boolean;
};

/** Added, and how many of the changes all coders share; 0 if they were added before. */
export type CodingAppended = { shared: number };

/** Why nothing was added: which change is not allowed, counted from 0. */
export type CodingAppendRefused = { at: number; refused: LayerRefusal };

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
type Project = typeof codingProjectTable.$inferSelect;

/**
 * Adds events to a project, all or none, one writer after the other: each gets the next number, so that two browsers
 * never overwrite each other and no number is missing or given twice. What was sent before is not added again.
 *
 * @returns that they are stored, or which one is refused; then nothing is stored
 * @throws NotFound if there is no such project
 * @throws Conflict if an id stands for something else
 */
export async function appendCodingEvents(
  database: Database,
  place: CodingPlace,
  append: CodingAppend,
): Promise<CodingAppended | CodingAppendRefused> {
  return query("adding coding events", () =>
    database.transaction(async (transaction) => {
      const project = await lockedProject(transaction, place);
      const coder = await coderNamed(transaction, place, append.person);
      if (await isThere(transaction, place, coder, append)) return { shared: 0 };
      const judged = await layersOf(transaction, project, { ...append, coder });
      if (!Array.isArray(judged)) return judged;
      await insertEvents(transaction, project, { ...append, coder, layers: judged });
      return { shared: judged.filter((layer) => layer === undefined).length };
    }),
  );
}

/** A version of a transcript, with the event that says so. @throws Conflict if the version is there already */
export async function addCodingTranscript(
  database: Database,
  place: CodingPlace,
  of: Omit<CodingAppend, "changes" | "run" | "isPlanner"> & {
    id: string;
    text: string;
    change: Extract<CodingChange, { kind: "document-added" | "document-corrected" }>;
  },
): Promise<void> {
  const { id, change, text, ...append } = of;
  const { document, version } = change.transcript;
  await query("adding a transcript", () =>
    database.transaction(async (transaction) => {
      const project = await lockedProject(transaction, place);
      const coder = await coderNamed(transaction, place, append.person);
      const row = { ...place, document, version, text };
      const added = await transaction
        .insert(transcriptTable)
        .values(row)
        .onConflictDoNothing()
        .returning({ version: transcriptTable.version });
      if (added.length === 0) throw new Conflict(`Version ${version} of ${document} is there.`);
      const changes = [{ id, change }];
      await insertEvents(transaction, project, { ...append, coder, changes, layers: [undefined] });
    }),
  );
}

/** What a person is called as a coder of a project; the first time, a name is found. @throws NotFound */
export async function joinAsCoder(
  database: Database,
  place: CodingPlace,
  person: CodingAppend["person"],
): Promise<string> {
  return query("joining a coding project", async () => {
    const present = await coderOf(database, place, person.id);
    if (present !== undefined) return present;
    return database.transaction(async (transaction) => {
      await lockedProject(transaction, place);
      return coderNamed(transaction, place, person);
    });
  });
}

async function lockedProject(transaction: Transaction, place: CodingPlace): Promise<Project> {
  const rows = await transaction
    .select()
    .from(codingProjectTable)
    .where(isOf(codingProjectTable, place))
    .for("update");
  return required(rows[0], place);
}

async function coderNamed(
  transaction: Transaction,
  place: CodingPlace,
  person: CodingAppend["person"],
): Promise<string> {
  const present = await coderOf(transaction, place, person.id);
  if (present !== undefined) return present;
  const others = await transaction
    .select({ coder: coderTable.coder })
    .from(coderTable)
    .where(isOf(coderTable, place));
  const coder = coderName(
    person.name,
    others.map((each) => each.coder),
  );
  await transaction.insert(coderTable).values({ ...place, person: person.id, coder });
  return coder;
}

/** Whether exactly these were added before, by the same coder: a reply got lost. */
async function isThere(
  transaction: Transaction,
  place: CodingPlace,
  coder: string,
  { changes }: Pick<CodingAppend, "changes">,
): Promise<boolean> {
  const ids = changes.map(({ id }) => id);
  const rows = await transaction
    .select()
    .from(table)
    .where(and(isOf(table, place), inArray(table.id, ids)));
  if (rows.length === 0) return false;
  const texts = new Map(rows.map((row) => [row.id, row]));
  const isSame = changes.every(({ id, change }) => {
    const row = texts.get(id);
    return row?.coder === coder && row.change === JSON.stringify(change);
  });
  if (!isSame) throw new Conflict("An id of these events stands for another one.");
  return true;
}

async function layersOf(
  transaction: Transaction,
  project: Project,
  append: Pick<CodingAppend, "changes" | "isPlanner"> & { coder: string },
): Promise<(string | undefined)[] | CodingAppendRefused> {
  const { changes, coder, isPlanner } = append;
  const known = await knownEvents(transaction, project, changes);
  const context: LayerContext = {
    ...{ coder, phase: project.phase, isPlanner },
    known: (id) => known.get(id),
  };
  const layers: (string | undefined)[] = [];
  for (const [at, { id, change }] of changes.entries()) {
    const judged = layerOfChange(change, context);
    if ("refused" in judged) return { at, ...judged };
    layers.push(judged.layer);
    const event = { layer: judged.layer, isSealed: false, isPlanning: false };
    for (const name of [id, madeBy(change)]) if (name !== null) known.set(name, event);
  }
  return layers;
}

/** What is known of the events, runs, codings and memos that changes name. */
async function knownEvents(
  transaction: Transaction,
  project: Project,
  changes: CodingAppend["changes"],
): Promise<Map<string, KnownEvent>> {
  const ids = changes.flatMap(({ change }) => namedIn(change));
  if (ids.length === 0) return new Map();
  const rows = await transaction
    .select()
    .from(table)
    .where(
      and(
        isOf(table, project),
        or(inArray(table.id, ids), inArray(table.runId, ids), inArray(table.makes, ids)),
      ),
    )
    .orderBy(asc(table.sequence));
  const known = new Map<string, KnownEvent>();
  for (const { id, runId, makes, layer, sequence, kind } of rows) {
    const event: KnownEvent = {
      layer: layer ?? undefined,
      isSealed: sequence <= (project.releasedSequence ?? 0),
      isPlanning: /^document-(added|corrected|removed)$/.test(kind),
    };
    for (const name of [id, runId, makes])
      if (name !== null && !known.has(name)) known.set(name, event);
  }
  return known;
}

function namedIn(change: CodingChange): string[] {
  switch (change.kind) {
    case "coding-added":
      return [change.coding.id];
    case "coding-changed":
    case "coding-removed":
      return [change.coding];
    case "memo-written":
    case "memo-removed":
      return [change.memo];
    case "undone":
      return [change.target];
    default:
      return [];
  }
}

async function insertEvents(
  transaction: Transaction,
  project: Project,
  of: Pick<CodingAppend, "at" | "changes" | "run"> & {
    coder: string;
    layers: readonly (string | undefined)[];
  },
): Promise<void> {
  const { study, project: name, lastSequence } = project;
  const { coder, at, changes, layers, run } = of;
  const isRun = changes.length > 1 && run !== undefined;
  const rows = changes.map(({ id, change }, place) => ({
    ...{ study, project: name, sequence: lastSequence + 1 + place, id, coder, at },
    ...{ layer: layers[place] ?? null, makes: madeBy(change) },
    ...{ runId: isRun ? run : null, runSize: isRun ? changes.length : null },
    ...{ kind: change.kind, change: JSON.stringify(change) },
  }));
  await transaction.insert(table).values(rows);
  await transaction
    .update(codingProjectTable)
    .set({ lastSequence: lastSequence + changes.length })
    .where(and(eq(codingProjectTable.study, study), eq(codingProjectTable.project, name)));
}
