import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type postgres from "postgres";
import type { Clue, Suspect } from "./attack.ts";

/** Every file below a folder, as it lies on disk. */
export function filesBelow(folder: string): { path: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

const isWriteAheadLog = (path: string) => /pg_wal\/[0-9A-F]{24}$/.test(path);

/** Where a text or an id stands in the files of a kind, first and last: the order in which it was written. */
function placesOf(
  files: readonly { path: string; bytes: Buffer }[],
  needle: Buffer,
): { first: number; last: number } {
  let offset = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (const { bytes } of files) {
    const here = bytes.indexOf(needle);
    if (here >= 0) {
      first = Math.min(first, offset + here);
      last = offset + bytes.lastIndexOf(needle);
    }
    offset += bytes.length;
  }
  return { first: Number.isFinite(first) ? first : -1, last };
}

const asBytes = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");

type Row = Record<string, unknown>;

/** Columns as clues, with what PostgreSQL keeps beside them: the place of the row, and the transaction that wrote it. */
function rowClues(table: string, row: Row): Clue[] {
  return Object.entries(row).map(([column, value]): Clue => {
    const name = `${table}.${column}`;
    if (value instanceof Date) return { name, value: value.getTime() };
    return { name, value: typeof value === "number" ? value : String(value) };
  });
}

/**
 * Everything that is stored, as an attacker with the whole machine would sort it: rows of both sides with their hidden
 * columns, places in the write-ahead log, the ledger, what was counted in the same transaction; and what such an attacker knows besides, the log of the mail server:
 * the order of the mails, who was reminded, and the ids under which the mails once stood in the outbox.
 */
export async function storedEvidence({
  sql,
  folder,
  study,
  mails,
}: {
  sql: postgres.Sql;
  folder: string;
  study: string;
  /** As the mail server logged them: to whom, in which order, under which id, invitation first, then the reminder. */
  mails: readonly { to: string; id: string }[];
}): Promise<{ people: Suspect[]; responses: Suspect[] }> {
  await sql`checkpoint`;
  const files = filesBelow(folder);
  const logs = files.filter(({ path }) => isWriteAheadLog(path));
  const logsInOrder = logs.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const ledger =
    files.find(({ path }) => path.endsWith(`${study}.begun`))?.bytes ?? Buffer.alloc(0);
  const hidden = sql`xmin::text::bigint::float8 as transaction,
    (ctid::text::point)[0]::float8 * 1000 + (ctid::text::point)[1]::float8 as place`;
  const invited = await sql<Row[]>`select ${hidden}, * from invitation where study = ${study}`;
  const answered = await sql<
    Row[]
  >`select ${hidden}, * from survey_response where study = ${study}`;
  const counted = await sql<
    Row[]
  >`select ${hidden}, device, minutes from visit_count where study = ${study}`;
  const people = invited.map((row): Suspect => {
    const { code_hash: hash, slot, recipient } = row;
    const inLog = placesOf(logsInOrder, Buffer.from(String(hash)));
    const mark = ledger.subarray(Number(slot) * 32, Number(slot) * 32 + 32).toString("hex");
    const sent = mails.flatMap(({ to, id }, order) => (to === recipient ? [{ id, order }] : []));
    const places = sent.map(({ id }) => placesOf(logsInOrder, asBytes(id.split("@")[0] ?? "")));
    return {
      id: String(recipient),
      clues: [
        ...rowClues("invitation", row),
        { name: "log: first", value: inLog.first },
        { name: "log: last", value: inLog.last },
        { name: "ledger mark", value: mark },
        { name: "mail", value: sent[0]?.order ?? -1 },
        { name: "mails", value: sent.length },
        { name: "last mail", value: sent.at(-1)?.order ?? -1 },
        { name: "outbox: first", value: places[0]?.first ?? -1 },
        { name: "outbox: last", value: places[0]?.last ?? -1 },
        { name: "outbox: last of all", value: places.at(-1)?.last ?? -1 },
      ],
    };
  });
  const responses = answered.map((row): Suspect => {
    const inLog = placesOf(logsInOrder, asBytes(String(row.id)));
    const visit = counted.find(({ transaction }) => transaction === row.transaction);
    const minutes = Number(visit?.minutes ?? 0);
    const earlier = answered.filter((one) => Number(one.transaction) < Number(row.transaction));
    return {
      id: String(row.id),
      clues: [
        ...rowClues("survey_response", row),
        { name: "log: first", value: inLog.first },
        { name: "log: last", value: inLog.last },
        { name: "minutes counted with it", value: minutes },
        { name: "device counted with it", value: String(visit?.device) },
        { name: "begun, reckoned from both", value: earlier.length - minutes },
      ],
    };
  });
  return { people, responses };
}
