import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { openStore } from "@mehrwert/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { howOften } from "../faults/how-often.ts";
import { faultStudy } from "../faults/load/fault-studies.ts";
import { type SignedInAsker, setUpByLink } from "../setup/account.ts";
import { testDatabase } from "../setup/database.ts";
import { freePort, type MehrwertProcess, startMehrwert } from "../setup/process.ts";
import { memoryOf } from "../setup/process-memory.ts";
import { processorMsOf } from "../setup/process-time.ts";
import { valueDrivers } from "../setup/server.ts";
import { newCodingProject } from "./doors/coding-doors.ts";
import { doors, otherPlatformFile } from "./doors/doors.ts";
import { pathOf } from "./doors/knock.ts";

const drippers = howOften({ inTest: 100, inLong: 1_000 });
const mediaTypes = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  bytes: "application/octet-stream",
} as const;

let database: Awaited<ReturnType<typeof testDatabase>>;
let server: MehrwertProcess;
let ask: SignedInAsker;
beforeAll(async () => {
  database = await testDatabase();
  const store = await openStore({ databaseUrl: database.url });
  await store.createStudy(await faultStudy("open"), valueDrivers());
  await store.close();
  // Without a limit V8 collects garbage when the machine gets full, and the test would measure the machine. With one,
  // a server that really needs more dies.
  const env = { DATABASE_URL: database.url, NODE_OPTIONS: "--max-old-space-size=192" };
  server = await startMehrwert(env, await freePort());
  // Whoever imports first starts a thread that reads files, and so do the first transcript and its correction; that is no attack's cost.
  ask = await setUpByLink(server);
  const again = await openStore({ databaseUrl: database.url });
  const { id } = await (await ask("/api/me")).json();
  await again.accounts.setStudyRole({ study: "open", person: id, role: "owner" });
  parameters.project = (await newCodingProject(again, "open")).project;
  await again.close();
  const imported = await ask("/api/library/import?fileName=a.json&as=first", {
    method: "POST",
    headers: { "content-type": mediaTypes.bytes },
    body: JSON.stringify(otherPlatformFile),
  });
  expect(imported.status).toBe(201);
  for (const text of ["E0: ja.", "E0: ja, ja."]) {
    const transcript = `/api/studies/open/coding/${parameters.project}/transcripts/E0?fileName=E0.txt`;
    const read = await ask(transcript, {
      method: "POST",
      headers: { "content-type": mediaTypes.bytes },
      body: text,
    });
    expect(read.status).toBe(201);
  }
});
afterAll(async () => {
  await server?.stop();
  await database.drop();
});

/** Opens a connection of its own, which nothing between here and the server tidies up. */
function opened(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.off("error", reject);
      socket.on("error", () => undefined);
      resolve(socket);
    });
  });
}

/** Sends a head, then pieces of a body until something comes back; gives the status and how long it took. */
async function sent(
  head: string,
  pieces: Iterable<string>,
): Promise<{ status: number; tookMs: number }> {
  const socket = await opened();
  const begunMs = performance.now();
  let reply = "";
  const answered = new Promise<void>((resolve) => {
    socket.on("data", (chunk) => {
      reply += chunk.toString("latin1");
      resolve();
    });
    socket.on("close", () => resolve());
  });
  let isAnswered = false;
  answered.then(() => (isAnswered = true)).catch(() => undefined);
  socket.write(head);
  for (const piece of pieces) {
    if (isAnswered || socket.destroyed) break;
    if (!socket.write(piece, "latin1")) await Promise.race([drained(socket), answered]);
  }
  await answered;
  const tookMs = performance.now() - begunMs;
  socket.destroy();
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(reply)?.[1] ?? 0), tookMs };
}

const drained = (socket: Socket) =>
  new Promise<void>((resolve) => {
    socket.once("drain", () => resolve());
    socket.once("close", () => resolve());
  });

const megabyte = "x".repeat(1024 * 1024);

function* chunks(count: number, piece: string): Generator<string> {
  for (let n = 0; n < count; n += 1) yield `${piece.length.toString(16)}\r\n${piece}\r\n`;
  yield "0\r\n\r\n";
}

/** Bodies that cost whoever is not careful memory or time; each as its head's last lines and its pieces. */
const bodies: {
  name: string;
  lines: (size: number) => string;
  text?: string;
  pieces?: () => Iterable<string>;
}[] = [
  {
    name: "brackets a hundred thousand deep",
    lines: length,
    text: `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
  },
  {
    name: "braces a hundred thousand deep",
    lines: length,
    text: `${'{"a":'.repeat(30_000)}1${"}".repeat(30_000)}`,
  },
  { name: "a hundred thousand names", lines: length, text: `{${names(100_000)}}` },
  { name: "as many names as fit", lines: length, text: `{${names(18_000)}}` },
  { name: "a name twice", lines: length, text: '{"id":1,"id":2}' },
  { name: "nothing but quotation marks", lines: length, text: '"'.repeat(200_000) },
  { name: "nothing but backslashes", lines: length, text: `{"a":"${"\\".repeat(200_000)}"}` },
  {
    name: "a number of two hundred thousand digits",
    lines: length,
    text: `{"a":${"9".repeat(200_000)}}`,
  },
  {
    name: "fifty megabytes, announced",
    lines: () => length(50 * 1024 * 1024),
    pieces: () => Array(50).fill(megabyte),
  },
  {
    name: "fifty megabytes, not announced",
    lines: () => "transfer-encoding: chunked\r\n",
    pieces: () => chunks(50, megabyte),
  },
  {
    name: "a length that is none",
    lines: () => "content-length: 9999999999999999999999\r\n",
    text: "{}",
  },
];

function length(size: number): string {
  return `content-length: ${size}\r\n`;
}

function names(count: number): string {
  return Array.from({ length: count }, (_, n) => `"k${n}":1`).join(",");
}

/** Files that are read as what they are called. */
const fileNames: Record<string, string> = {
  "POST /api/library/import": "survey.json",
  "POST /api/studies/:study/coding/:project/transcripts/:document": "attack.txt",
};

const parameters = {
  study: "open",
  slug: "value-drivers",
  version: "1.0.0",
  file: "dictionary.json",
  project: "",
  document: "E1",
  kind: "closed",
  person: "00000000-0000-4000-8000-000000000000",
  comment: "00000000-0000-4000-8000-000000000000",
  "*": "x",
};

test.runIf(process.platform === "linux")(
  "bodies that are too much, for every route that takes one: each costs less than a second of the processor, all together less than 160 MB more than the server had",
  async () => {
    const taking = Object.entries(doors).filter(([, { takes }]) => takes !== undefined);
    const before = memoryOf(server.pid);
    let dearest = { name: "", costMs: 0, tookMs: 0, status: 0 };
    let attempts = 0;
    for (const [route, { takes = "json" }] of taking) {
      const [method] = route.split(" ");
      const query = takes === "bytes" ? { fileName: fileNames[route] ?? "", as: "attack" } : {};
      const path = pathOf(route, { parameters, query });
      for (const { name, lines, text = "", pieces = () => [text] } of bodies) {
        const head = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${ask.cookie}\r\ncontent-type: ${mediaTypes[takes]}\r\n${lines(text.length)}\r\n`;
        const usedMs = processorMsOf(server.pid);
        const found = await sent(head, pieces());
        const costMs = processorMsOf(server.pid) - usedMs;
        attempts += 1;
        // A file and a form may be of this size: they are refused for what they say, or read and found wrong row by row.
        const refused =
          takes === "json" ? [400, 413, 422] : [400, 409, 413, 422, 429, 303, 201, 200];
        expect(refused, `${route}: ${name}`).toContain(found.status);
        if (costMs > dearest.costMs) dearest = { name: `${route}: ${name}`, costMs, ...found };
      }
    }
    const after = memoryOf(server.pid);
    console.info(
      `${attempts} bodies that are too much: the dearest took ${dearest.costMs} ms of the processor, ${dearest.tookMs.toFixed(0)} ms in all (${dearest.name}, ${dearest.status}); memory ${before.nowMb.toFixed(0)} MB before, ${after.nowMb.toFixed(0)} MB after, ${after.mostMb.toFixed(0)} MB at most`,
    );
    // What else runs on this machine is not the server's: its own time counts.
    expect(dearest.costMs).toBeLessThan(1_000);
    expect(after.mostMb - before.nowMb).toBeLessThan(160);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
  },
  300_000,
);

test("addresses and headers that are too long are refused by every route", async () => {
  let attempts = 0;
  for (const route of Object.keys(doors)) {
    const [method] = route.split(" ");
    const path = pathOf(route, { parameters });
    for (const head of [
      `${method} ${path}?${"q=1&".repeat(10_000)} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`,
      `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nx-long: ${"x".repeat(100_000)}\r\n\r\n`,
      `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${"a: b\r\n".repeat(10_000)}\r\n`,
    ]) {
      const { status } = await sent(head, []);
      attempts += 1;
      expect({ route, status }).toEqual({ route, status: 431 });
    }
  }
  console.info(`${attempts} addresses and headers that are too long: all refused`);
});

test(`${drippers} connections that send a byte now and then hold nobody up, and are let go`, async () => {
  const head = "POST /api/studies/open/draft-saves HTTP/1.1\r\nhost: 127.0.0.1\r\nx-slow: ";
  const sockets = await Promise.all(Array.from({ length: drippers }, opened));
  let closed = 0;
  for (const socket of sockets) {
    socket.once("close", () => (closed += 1));
    socket.resume();
    socket.write(head);
  }
  const begunMs = performance.now();
  const waitsMs: number[] = [];
  while (closed < drippers && performance.now() - begunMs < 60_000) {
    for (const socket of sockets) if (!socket.destroyed) socket.write("x");
    const askedMs = performance.now();
    expect((await fetch(`${server.url}/api/studies/open`)).status).toBe(200);
    waitsMs.push(performance.now() - askedMs);
    await wait(500);
  }
  const letGoSeconds = (performance.now() - begunMs) / 1000;
  const median = waitsMs.toSorted((one, other) => one - other)[Math.floor(waitsMs.length / 2)] ?? 0;
  console.info(
    `${drippers} slow connections: others waited ${median.toFixed(0)} ms (median of ${waitsMs.length}); all let go after ${letGoSeconds.toFixed(0)} s`,
  );
  expect(closed).toBe(drippers);
  expect(letGoSeconds).toBeLessThan(30);
  expect(median).toBeLessThan(500);
}, 120_000);
