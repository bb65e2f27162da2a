import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@mehrwert/store";
import postgres from "postgres";
import { temporaryFolder } from "../setup/database.ts";
import { processesIn } from "../setup/kill-database.ts";
import { freePort, startMehrwert } from "../setup/process.ts";
import { processorMsOf } from "../setup/process-time.ts";
import { ingestStudies } from "./ingest/ingest-studies.ts";
import { outputOf, serving } from "./ingest/run-program.ts";
import type { BenchResult } from "./main.ts";

const rounds = 7;
const secondsEach = 5;
const connections = 32;
const smallestRatio = 1.3;
const savesPerSecond = 300;
const savingSeconds = 60;
const longestSaveMs = 300;
/** Five thousand in ten minutes, for as long as saves are measured. */
const credentials = (5_000 / 600) * savingSeconds;
const longestLoopDelayMs = 100;

/** Of one turn: what the generator tells, and the processor time that server and database took. */
type Turn = Sent & { serverMs: number; databaseMs: number };
type Sent = { stored: number; other: number; tookSeconds: number; p50: number; p99: number };
type Answered = { answered: number; other: number; p50: number; p95: number; p99: number };
type Timed = { saves: Answered; credentials: Answered };

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
  return told({ fsync, turns, timed, loopDelayMs });
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

function told(of: {
  fsync: string;
  turns: readonly { own: Turn; bare: Turn }[];
  timed: Timed;
  loopDelayMs: number;
}): BenchResult {
  const { fsync, turns, timed, loopDelayMs } = of;
  const rate = ({ stored, tookSeconds }: Sent) => stored / tookSeconds;
  const ratios = turns.map(({ own, bare }) => rate(own) / rate(bare));
  const ratio = median(ratios);
  const shown = (values: readonly number[]) => median(values).toFixed(0);
  const each = (of: readonly Turn[]) =>
    [
      of.map(({ serverMs, stored }) => serverMs / stored),
      of.map(({ databaseMs, stored }) => databaseMs / stored),
    ]
      .map((values) => median(values).toFixed(2))
      .join(" + ");
  const failed = turns.reduce((sum, { own, bare }) => sum + own.other + bare.other, 0);
  const { saves, credentials: signed } = timed;
  const row = (name: string, own: string, bare: string, bar: string) =>
    `  ${name.padEnd(52)}${own.padStart(16)}${bare.padStart(16)}   ${bar}`.trimEnd();
  const table = [
    row("", "Mehrwert", "bare endpoint", "bar"),
    row(
      `whole responses a second, ${connections} connections`,
      shown(turns.map(({ own }) => rate(own))),
      shown(turns.map(({ bare }) => rate(bare))),
      "",
    ),
    row(
      "  99 of 100 answered within, ms",
      shown(turns.map(({ own }) => own.p99)),
      shown(turns.map(({ bare }) => bare.p99)),
      "",
    ),
    row(
      "  processor time of server and database for each, ms",
      each(turns.map(({ own }) => own)),
      each(turns.map(({ bare }) => bare)),
      "",
    ),
    row("  ratio", ratio.toFixed(2), "1", `>= ${smallestRatio}`),
    row("  ratios of the rounds", ratios.map((one) => one.toFixed(2)).join(" "), "", ""),
    row(
      `${savesPerSecond} saves a second for ${savingSeconds} s: p50, p99, ms`,
      `${saves.p50.toFixed(0)}, ${saves.p99.toFixed(0)}`,
      "",
      `p99 < ${longestSaveMs} ms`,
    ),
    row(
      `with ${signed.answered} blind signatures beside them: p99, ms`,
      signed.p99.toFixed(0),
      "",
      "",
    ),
    row(
      "  event loop kept waiting: p99, ms",
      loopDelayMs.toFixed(0),
      "",
      `< ${longestLoopDelayMs}`,
    ),
    `  fsync ${fsync}; ${failed + saves.other + signed.other} not answered with yes; medians of ${turns.length} rounds of ${secondsEach} s each, in turns`,
  ].join("\n");
  const isMet =
    fsync === "on" &&
    ratio >= smallestRatio &&
    saves.p99 < longestSaveMs &&
    loopDelayMs < longestLoopDelayMs &&
    saves.answered === savesPerSecond * savingSeconds &&
    failed + saves.other + signed.other === 0;
  return { table, isMet };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
