import { statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { setUpByLink } from "../setup/account.ts";
import { temporaryFolder } from "../setup/database.ts";
import { freePort, spawnMehrwert, startMehrwert } from "../setup/process.ts";
import { storedResponses } from "../setup/stored-responses.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

/** Starts with something wrong; returns how it ended and what it said. */
async function failedStart(env: { [name: string]: string }, port?: number) {
  const running = spawnMehrwert(env, port ?? (await freePort()));
  const code = await running.ended;
  return { code, lines: running.output().trim().split("\n") };
}

test("the first start prints links, folder and database grade; the second is ready soon; Ctrl-C is clean", async () => {
  const dataFolder = join(folder, "first");
  const port = await freePort();
  const first = await startMehrwert({ MEHRWERT_DATA: dataFolder }, port);
  await expect.poll(first.output).toContain("is ready");
  expect(first.output()).toContain(`${first.url}/s/demo`);
  expect(first.output()).toContain(`${first.url}/console/studies/demo/results`);
  expect(first.output()).toContain(dataFolder);
  expect(first.output()).toContain("own PostgreSQL 18");
  await expect.poll(first.output).toContain("the accessibility statement (/accessibility) is");
  expect(first.output()).toContain("responsible body; e-mail address for contact; date");
  expect(statSync(dataFolder).mode & 0o777).toBe(0o700);
  process.kill(first.pid, "SIGINT");
  expect(await first.ended).toBe(0);
  expect(first.output()).toContain("Mehrwert has stopped.");

  const second = await startMehrwert({ MEHRWERT_DATA: dataFolder, MEHRWERT_LANG: "de" }, port);
  await expect.poll(second.output).toContain("ist bereit");
  expect(second.output()).not.toContain("Demostudie");
  expect(await storedResponses(await setUpByLink(second), "demo")).toBe(300);
  expect(await second.stop()).toBe(0);
});

test("Ctrl-C in the middle of a first start is clean too, and the next start completes it", async () => {
  const data = { MEHRWERT_DATA: join(folder, "interrupted") };
  const port = await freePort();
  const first = spawnMehrwert(data, port);
  await expect.poll(first.output, { timeout: 60_000, interval: 2 }).toContain("demo study");
  process.kill(first.pid, "SIGINT");
  expect(await first.ended).toBe(0);
  expect(first.output().trim().split("\n").slice(-2)).toEqual([
    "Stopping Mehrwert: finishing what is in flight …",
    "Mehrwert has stopped.",
  ]);
  const second = await startMehrwert(data, port);
  expect(await storedResponses(await setUpByLink(second), "demo")).toBe(300);
  await second.stop();
});

test("a busy port ends with one sentence that names a free one", async () => {
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  const { code, lines } = await failedStart({ MEHRWERT_DATA: join(folder, "busy") }, port);
  other.close();
  expect(code).toBe(1);
  expect(lines.at(-1)).toBe(
    `Port ${port} is already in use. Stop the other program or choose a free port: MEHRWERT_PORT=${port + 1}.`,
  );
});

test("a data folder in use ends with one sentence, and the first server goes on", async () => {
  const dataFolder = join(folder, "shared");
  const first = await startMehrwert({ MEHRWERT_DATA: dataFolder }, await freePort());
  const { code, lines } = await failedStart({ MEHRWERT_DATA: dataFolder });
  expect(code).toBe(1);
  expect(lines.at(-1)).toContain(dataFolder);
  expect(lines.at(-1)).toContain(String(first.pid));
  expect((await fetch(`${first.url}/health`)).status).toBe(200);
  await first.stop();
});

test("a data folder that cannot be written ends with one sentence", async () => {
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  const { code, lines } = await failedStart({ MEHRWERT_DATA: join(file, "data") });
  expect(code).toBe(1);
  expect(lines.at(-1)).toContain("MEHRWERT_DATA");
});

test("wrong settings are listed, each with its mend, in the language of the terminal", async () => {
  const { code, lines } = await failedStart({ MEHRWERT_PROT: "8080", MEHRWERT_LANG: "de" });
  expect(code).toBe(1);
  expect(lines.join("\n")).toContain("MEHRWERT_PROT");
  expect(lines.join("\n")).toContain("MEHRWERT_PORT");
  const unreachable = await failedStart({ DATABASE_URL: "postgres://me:secret@127.0.0.1:9/none" });
  expect(unreachable.code).toBe(1);
  expect(unreachable.lines.at(-1)).toContain("DATABASE_URL");
  expect(unreachable.lines.join("\n")).not.toContain("secret");
});
