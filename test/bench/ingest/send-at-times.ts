import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { type Answered, Connection, postRequest } from "./connection.ts";

/*
 * A generator in a process of its own that sends so many saves a second for so many seconds, whether they are answered
 * or not: each has its time, and its latency counts from then, also where it had to wait for a connection. Beside them
 * it asks for credentials, if there are codes. Tells as JSON how long both took.
 */
const [port = "0", perSecond = "300", seconds = "60", codesFile = ""] = process.argv.slice(2);
const codes: string[] = codesFile === "" ? [] : JSON.parse(readFileSync(codesFile, "utf8"));
const drafts = Array.from({ length: 1_000 }, () => ({ id: randomUUID(), revision: 0 }));
const sealedBytes = 3_000;

/** As many as may wait for a reply at once; whatever is due beyond waits for one of them. */
const mostConnections = 200;
const idle: Connection[] = [];
let open = 0;
const waitingForOne: ((connection: Connection) => void)[] = [];

async function connection(): Promise<Connection> {
  for (let one = idle.pop(); one !== undefined; one = idle.pop()) {
    if (one.isOpen) return one;
    open -= 1;
  }
  if (open >= mostConnections) return new Promise((resolve) => waitingForOne.push(resolve));
  open += 1;
  return Connection.open(Number(port));
}

/** The reply; a connection that the server closes in this very moment is replaced by a new one, as browsers do it. */
async function answered(request: Buffer): Promise<Answered> {
  let one = await connection();
  const reply = await one.send(request).catch(async () => {
    one = await Connection.open(Number(port));
    return one.send(request);
  });
  const next = waitingForOne.shift();
  if (next === undefined) idle.push(one);
  else next(one);
  return reply;
}

function nextSave(n: number): Buffer {
  const draft = drafts[n % drafts.length];
  if (draft === undefined) throw new RangeError("there are drafts");
  draft.revision += 1;
  const { id, revision } = draft;
  const sealed = randomBytes(sealedBytes).toString("base64url");
  const body = { id, revision, writer: id, basedOn: revision - 1, sealed };
  return postRequest("/api/studies/demo/draft-saves", JSON.stringify(body));
}

function nextCredential(n: number): Buffer {
  const blinded = randomBytes(384);
  blinded[0] = 0;
  const body = { participationCode: codes[n], blinded: blinded.toString("base64url") };
  return postRequest("/api/studies/anonymous/credentials", JSON.stringify(body));
}

/** Sends what `next` makes at a fixed rate, and gives how long each took from its own time on. */
async function atTimes(rate: number, next: (n: number) => Buffer) {
  const latenciesMs: number[] = [];
  let other = 0;
  const sending: Promise<void>[] = [];
  const startedMs = performance.now();
  const total = Math.round(rate * Number(seconds));
  for (let n = 0; n < total; n += 1) {
    const dueMs = startedMs + (n * 1000) / rate;
    const early = dueMs - performance.now();
    if (early > 1) await wait(early);
    const request = next(n);
    const send = answered(request).then(({ status, atMs }) => {
      if (status === 200) latenciesMs.push(atMs - dueMs);
      else {
        other += 1;
        process.stderr.write(`a request was answered with ${status}\n`);
      }
    });
    sending.push(send);
  }
  await Promise.all(sending);
  const sorted = latenciesMs.sort((one, another) => one - another);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { answered: sorted.length, other, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

const saves = atTimes(Number(perSecond), nextSave);
const perCodes = codes.length / Number(seconds);
const credentials = codes.length === 0 ? undefined : atTimes(perCodes, nextCredential);
process.stdout.write(JSON.stringify({ saves: await saves, credentials: await credentials }));
process.exit(0);
