import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { openStore, startEmbeddedPostgres } from "@mehrwert/store";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { markedResponse, markedStudy } from "../fixtures/marked-responses.ts";
import { temporaryFolder } from "../setup/database.ts";

const writer = fileURLToPath(new URL("../fixtures/write-responses.ts", import.meta.url));
const projectFolder = fileURLToPath(new URL("../..", import.meta.url));

/** Kills at once whatever works in a folder below this one: every process of a PostgreSQL server does. */
function killServerIn(folder: string): void {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name)))
    try {
      const worksIn = readlinkSync(`/proc/${pid}/cwd`);
      if (worksIn.startsWith(`${folder}/`)) process.kill(Number(pid), "SIGKILL");
    } catch {
      // Ended in the meantime.
    }
}

/** Lets six writers write and kills them and their server once that many responses are acknowledged. */
async function writeUntilKilled(dataFolder: string, acknowledged: number) {
  const child = spawn(process.execPath, ["--import", "tsx", writer, dataFolder], {
    cwd: projectFolder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const sent: string[] = [];
  const kept: string[] = [];
  const gone = once(child, "close");
  createInterface({ input: child.stdout }).on("line", (line) => {
    const [word, id] = line.split(" ");
    if (id !== undefined) (word === "sent" ? sent : kept).push(id);
    if (kept.length < acknowledged || child.killed) return;
    child.kill("SIGKILL");
    killServerIn(dataFolder);
  });
  await gone;
  return { sent, kept };
}

const place = temporaryFolder();
afterAll(() => {
  killServerIn(place.folder);
  place.remove();
});

test.runIf(process.platform === "linux")(
  "ten kills of the writers and their database lose no acknowledged response and double none",
  async () => {
    const dataFolder = join(place.folder, "data");
    const [moments = []] = fc.sample(fc.array(fc.nat(400), { minLength: 9, maxLength: 9 }), {
      seed: 20261123,
      numRuns: 1,
    });
    const sent: string[] = [];
    const kept: string[] = [];
    for (const acknowledged of [1, ...moments]) {
      const round = await writeUntilKilled(dataFolder, acknowledged);
      sent.push(...round.sent);
      kept.push(...round.kept);
    }
    const server = await startEmbeddedPostgres({ dataFolder });
    const store = await openStore({ databaseUrl: server.url });
    const stored = new Map((await store.responses("marked")).map((found) => [found.id, found]));
    expect(kept.length).toBeGreaterThan(500);
    expect(kept.filter((id) => !stored.has(id))).toEqual([]);
    for (const [id, found] of stored) expect(found).toEqual(markedResponse(id));

    for (const id of sent) await store.saveSurveyResponse(markedStudy.slug, markedResponse(id));
    expect(await store.countResponses("marked")).toBe(sent.length);
    await store.close();
    await server.stop();
  },
  300_000,
);
