import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { seededRandom } from "@mehrwert/analysis";
import { openStore, type Store, startEmbeddedPostgres } from "@mehrwert/store";
import type { Study } from "@mehrwert/study";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../setup/database.ts";
import { killDatabaseIn } from "../setup/kill-database.ts";
import { freePort, type MehrwertProcess, startMehrwert } from "../setup/process.ts";
import { howOften } from "./how-often.ts";
import { checkHistory } from "./load/check-history.ts";
import { createFaultStudies } from "./load/fault-studies.ts";
import { History } from "./load/history.ts";
import { draftSave } from "./load/writer.ts";

const stops = howOften({ inTest: 2, inLong: 20 });
const connections = 24;
const { folder, remove } = temporaryFolder();
const dataFolder = join(folder, "data");
let server: MehrwertProcess | undefined;
afterAll(async () => {
  await server?.kill(true);
  killDatabaseIn(folder);
  remove();
});

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const postgres = await startEmbeddedPostgres({ dataFolder });
  const store = await openStore({
    databaseUrl: postgres.url,
    participationFolder: join(dataFolder, "participation"),
  });
  return work(store).finally(async () => {
    await store.close();
    await postgres.stop();
  });
}

/** How a request over one kept-alive connection ended: with a status, refused before it was sent, or broken off. */
type Ending = number | "refused" | "broken off";

function post(agent: Agent, url: string, body: string): Promise<Ending> {
  return new Promise((resolve) => {
    const headers = { "content-type": "application/json", "content-length": body.length };
    const sent = request(url, { method: "POST", agent, headers }, (reply) => {
      reply.resume();
      reply.once("end", () => resolve(reply.statusCode ?? 0));
      reply.once("error", () => resolve("broken off"));
    });
    sent.once("error", (error) =>
      resolve("code" in error && error.code === "ECONNREFUSED" ? "refused" : "broken off"),
    );
    sent.end(body);
  });
}

test(`of ${stops} stops under load from ${connections} connections none breaks a request off, loses what it said yes to, or takes longer than ten seconds`, async () => {
  const studies: { open: Study; anonymous: Study } = await withStore((store) =>
    createFaultStudies(store, 1),
  );
  const history = new History();
  const seconds: number[] = [];
  const endings = new Map<Ending, number>();
  for (let stop = 0; stop < stops; stop += 1) {
    server = await startMehrwert({ MEHRWERT_DATA: dataFolder }, await freePort());
    const url = `${server.url}/api/studies/open/draft-saves`;
    const random = seededRandom(stop);
    const endingsNow = new Map<Ending, number>();
    const sendUntilRefused = async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (let ending: Ending = 200; ending !== "refused"; ) {
        const body = draftSave(randomUUID(), 1, random);
        const operation = { door: "draft-saves", study: "open", body } as const;
        history.invoke(operation);
        ending = await post(agent, url, JSON.stringify(body));
        if (ending === 200) history.acknowledge(operation);
        endingsNow.set(ending, (endingsNow.get(ending) ?? 0) + 1);
      }
      agent.destroy();
    };
    const sending = Array.from({ length: connections }, sendUntilRefused);
    // Every connection has been accepted and answered before the stop; what still knocks may be turned away.
    while ((endingsNow.get(200) ?? 0) < connections * 3) await wait(20);
    await wait(random() * 400);
    const stoppedMs = performance.now();
    expect(await server.stop()).toBe(0);
    seconds.push((performance.now() - stoppedMs) / 1000);
    await Promise.all(sending);
    for (const [ending, count] of endingsNow)
      endings.set(ending, (endings.get(ending) ?? 0) + count);
  }
  console.info(
    `${stops} stops: ${[...endings].map(([ending, count]) => `${count} × ${ending}`).join(", ")}; ended after ${Math.max(...seconds).toFixed(1)} s at most`,
  );
  expect([...endings.keys()].filter((ending) => ending !== 200 && ending !== "refused")).toEqual(
    [],
  );
  expect(endings.get(200)).toBeGreaterThan(stops * connections);
  expect(Math.max(...seconds)).toBeLessThan(10);
  const findings = await withStore((store) => checkHistory(store, history, studies));
  expect(findings).toEqual({ lost: [], altered: [], invented: [] });
}, 600_000);
