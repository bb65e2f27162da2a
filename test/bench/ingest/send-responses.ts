import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { Connection, postRequest } from "./connection.ts";

/*
 * A generator in a process of its own: so many connections, each sends the next response as soon as the one before is
 * acknowledged, for so many seconds. Tells as JSON how many were stored, how long they took and its processor time.
 */
const [file = "", port = "0", connections = "32", seconds = "5"] = process.argv.slice(2);
const bodies: string[] = JSON.parse(readFileSync(file, "utf8"));
const requests = bodies.map((body) => postRequest("/api/studies/demo/responses", body));
const idPlaces = requests.map((request) => request.indexOf('"id":"') + 6);

const latenciesMs: number[] = [];
let other = 0;
let sent = 0;

/** The next response, each with an id of its own, written into the bytes that are there already. */
function next(): Buffer {
  const place = sent % requests.length;
  sent += 1;
  const request = Buffer.from(requests[place] ?? "");
  request.write(randomUUID(), idPlaces[place] ?? 0, "latin1");
  return request;
}

async function sendUntil(connection: Connection, endMs: number): Promise<void> {
  while (performance.now() < endMs) {
    const startedMs = performance.now();
    const { status, atMs } = await connection.send(next());
    if (status === 201) latenciesMs.push(atMs - startedMs);
    else {
      other += 1;
      process.stderr.write(`a response was answered with ${status}\n`);
    }
  }
  connection.close();
}

const open = await Promise.all(
  Array.from({ length: Number(connections) }, () => Connection.open(Number(port))),
);
const startedMs = performance.now();
await Promise.all(
  open.map((connection) => sendUntil(connection, startedMs + Number(seconds) * 1000)),
);
const tookSeconds = (performance.now() - startedMs) / 1000;
const sorted = latenciesMs.sort((one, another) => one - another);
const { user, system } = process.cpuUsage();
process.stdout.write(
  JSON.stringify({
    stored: sorted.length,
    other,
    tookSeconds,
    p50: sorted[Math.floor(sorted.length * 0.5)],
    p99: sorted[Math.floor(sorted.length * 0.99)],
    processorSeconds: (user + system) / 1e6,
  }),
);
