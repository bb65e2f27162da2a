import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@mehrwert/store";
import postgres from "postgres";
import { temporaryFolder } from "../setup/database.ts";
import { processesIn } from "../setup/kill-database.ts";
import { freePort, startMehrwert } from "../setup/process.ts";
import { processorMsOf } from "../setup/process-time.ts";
import { ingestStudies } from "./ingest/ingest-studies.ts";
import { ingestTable, type Sent, type Timed, type Turn } from "./ingest/ingest-table.ts";
import { outputOf, serving } from "./ingest/run-program.ts";
import type { BenchResult } from "./main.ts";

const rounds = 7;
const secondsEach = 5;
const connections = 32;
const savesPerSecond = 300;
const savingSeconds = 60;
/** Five thousand in ten minutes, for as long as saves are measured. */
const credentials = (5_000 / 600) * savingSeconds;

/**
 * Whole responses over HTTP, validated and on disk when they are acknowledged, beside Hono and postgres with one insert
 * of the same row for each request and nothing else; both take turns, against one PostgreSQL with fsync. Then saves that
 * come at their times whether the server keeps up or not, with blind signatures beside them.
 */
export async function bench(): Promise<BenchResult> {
  const { folder, remove } = temporaryFolder();
  const postgresServer = await startEmbeddedPostgres({ dataFolder: join(folder, "data") });
  try {
    return await measured(folder, postgresServer);
  } finally {
    await postgresServer.stop();
    remove();
  }
}

async function measured(
  folder: string,
  { url, adminUrl }: { url: string; adminUrl: string },
): Promise<BenchResult> {
  const fsync = await settingOf(adminUrl, "fsync");
  const participationFolder = join(folder, "participation");
  const { bodies, codes } = await ingestStudies({
    databaseUrl: url,
    participationFolder,
    invitations: credentials,
  });
  const [bodiesFile, codesFile] = [join(folder, "bodies.json"), join(folder, "codes.json")];
  writeFileSync(bodiesFile, JSON.stringify(bodies));
  writeFileSync(codesFile, JSON.stringify(codes));
  const loopDelayFile = join(folder, "loop-delay");
  const [port, barePort] = [await freePort(), await freePort()];
  const bare = await serving("bare-endpoint", [url, String(barePort)]);
  const probe = new URL("./ingest/loop-delay.mjs", import.meta.url).href;
  const server = await startMehrwert(
    {
      DATABASE_URL: url,
      MEHRWERT_PARTICIPATION_FOLDER: participationFolder,
      NODE_OPTIONS: `--import ${probe}`,
      LOOP_DELAY_FILE: loopDelayFile,
    },
    port,
  );
  const turns = await takenTurns(bodiesFile, {
    own: { port, pid: server.pid, databaseFolder: folder },
    bare: { port: barePort, pid: bare.pid, databaseFolder: folder },
  });
  await bare.stop();
  process.kill(server.pid, "SIGUSR2");
  const timed: Timed = JSON.parse(
    await outputOf("send-at-times", [
      String(port),
      String(savesPerSecond),
      String(savingSeconds),
      codesFile,
    ]),
  );
  await server.stop();
  const loopDelayMs = Number(readFileSync(loopDelayFile, "utf8"));
  const found = { fsync, turns, timed, loopDelayMs };
  return ingestTable(found, { connections, secondsEach, savesPerSecond, savingSeconds });
}

type Measured = { port: number; pid: number; databaseFolder: string };

/** One round nobody counts, then the others; who begins changes with each. */
async function takenTurns(bodiesFile: string, { own, bare }: { own: Measured; bare: Measured }) {
  const send = async ({ port, pid, databaseFolder }: Measured): Promise<Turn> => {
    const args = [bodiesFile, port, connections, secondsEach].map(String);
    const usedMs = () => ({
      server: processorMsOf(pid),
      database: processesIn(databaseFolder).reduce((sum, one) => sum + processorMsOf(one), 0),
    });
    const before = usedMs();
    const sent: Sent = JSON.parse(await outputOf("send-responses", args));
    const after = usedMs();
    return {
      ...sent,
      serverMs: after.server - before.server,
      databaseMs: after.database - before.database,
    };
  };
  const turns: { own: Turn; bare: Turn }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const isFirst = round % 2 === 0;
    const early = await send(isFirst ? own : bare);
    const late = await send(isFirst ? bare : own);
    if (round > 0) turns.push(isFirst ? { own: early, bare: late } : { own: late, bare: early });
  }
  return turns;
}

async function settingOf(adminUrl: string, name: string): Promise<string> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const [row] = await sql`select current_setting(${name}) as value`;
  await sql.end();
  return String(row?.value);
}
