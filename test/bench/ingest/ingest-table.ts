import type { BenchResult } from "../main.ts";

/** What the generator tells of one turn: responses stored, others, and how long they took. */
export type Sent = { stored: number; other: number; tookSeconds: number; p50: number; p99: number };

/** The same with the processor time that server and database took. */
export type Turn = Sent & { serverMs: number; databaseMs: number };

type Answered = { answered: number; other: number; p50: number; p95: number; p99: number };

/** What came at its time: saves, and credentials beside them. */
export type Timed = { saves: Answered; credentials: Answered };

/** How it was measured. */
type Method = {
  connections: number;
  secondsEach: number;
  savesPerSecond: number;
  savingSeconds: number;
};

type Found = {
  fsync: string;
  turns: readonly { own: Turn; bare: Turn }[];
  timed: Timed;
  loopDelayMs: number;
};

type Row = [name: string, own: string, bare?: string, bar?: string];

const bars = { ratio: 1.3, saveMs: 300, loopDelayMs: 100 };

/** What was found beside its bars. */
export function ingestTable(found: Found, method: Method): BenchResult {
  const { fsync, turns, timed, loopDelayMs } = found;
  const ratios = turns.map(({ own, bare }) => rate(own) / rate(bare));
  const refused =
    turns.reduce((sum, { own, bare }) => sum + own.other + bare.other, 0) +
    timed.saves.other +
    timed.credentials.other;
  const rows = [...rowsOfTurns(turns, ratios, method), ...rowsOfTimes(timed, loopDelayMs, method)];
  const how = `fsync ${fsync}; ${refused} not answered with yes; medians of ${turns.length} rounds of ${method.secondsEach} s each, in turns`;
  const isMet =
    fsync === "on" &&
    median(ratios) >= bars.ratio &&
    timed.saves.p99 < bars.saveMs &&
    loopDelayMs < bars.loopDelayMs &&
    timed.saves.answered === method.savesPerSecond * method.savingSeconds &&
    refused === 0;
  return { table: [...rows.map(line), `  ${how}`].join("\n"), isMet };
}

function rowsOfTurns(turns: Found["turns"], ratios: readonly number[], method: Method): Row[] {
  const [own, bare] = [turns.map((turn) => turn.own), turns.map((turn) => turn.bare)];
  const row = (name: string, of: (turns: readonly Turn[]) => string): Row => [
    name,
    of(own),
    of(bare),
  ];
  return [
    ["", "Mehrwert", "bare endpoint", "bar"],
    row(`whole responses a second, ${method.connections} connections`, (of) =>
      median(of.map(rate)).toFixed(0),
    ),
    row("  99 of 100 answered within, ms", (of) => median(of.map(({ p99 }) => p99)).toFixed(0)),
    row("  processor of server + database for each, ms", processorEach),
    ["  ratio", median(ratios).toFixed(2), "1", `>= ${bars.ratio}`],
    ["  ratios of the rounds", ratios.map((one) => one.toFixed(2)).join(" ")],
  ];
}

function rowsOfTimes(
  { saves, credentials }: Timed,
  loopDelayMs: number,
  { savesPerSecond, savingSeconds }: Method,
): Row[] {
  return [
    [
      `${savesPerSecond} saves a second for ${savingSeconds} s: p50, p99, ms`,
      `${saves.p50.toFixed(0)}, ${saves.p99.toFixed(0)}`,
      "",
      `p99 < ${bars.saveMs} ms`,
    ],
    [
      `  with ${credentials.answered} blind signatures beside them: p99, ms`,
      credentials.p99.toFixed(0),
    ],
    ["  event loop kept waiting: p99, ms", loopDelayMs.toFixed(0), "", `< ${bars.loopDelayMs}`],
  ];
}

const rate = ({ stored, tookSeconds }: Sent) => stored / tookSeconds;

function processorEach(turns: readonly Turn[]): string {
  const server = turns.map(({ serverMs, stored }) => serverMs / stored);
  const database = turns.map(({ databaseMs, stored }) => databaseMs / stored);
  return [server, database].map((values) => median(values).toFixed(2)).join(" + ");
}

function line([name, own, bare = "", bar = ""]: Row): string {
  return `  ${name.padEnd(52)}${own.padStart(16)}${bare.padStart(16)}   ${bar}`.trimEnd();
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
