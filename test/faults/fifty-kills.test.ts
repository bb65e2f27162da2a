import { join } from "node:path";
import { seededRandom } from "@mehrwert/analysis";
import {
  definitionHash,
  demoStudy,
  parseDataset,
  type SurveyResponse,
  simulateAnswers,
} from "@mehrwert/study";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setUpByLink } from "../setup/account.ts";
import { temporaryFolder } from "../setup/database.ts";
import { freePort, type MehrwertProcess, startMehrwert } from "../setup/process.ts";
import { valueDrivers } from "../setup/server.ts";

const kills = 50;
const writers = 6;
const { folder, remove } = temporaryFolder();
const random = seededRandom(50);
let port: number;
let server: MehrwertProcess;
let ask: Awaited<ReturnType<typeof setUpByLink>>;

beforeAll(async () => {
  port = await freePort();
  server = await startMehrwert({ MEHRWERT_DATA: join(folder, "data") }, port);
  ask = await setUpByLink(server);
}, 120_000);

afterAll(async () => {
  await server.stop();
  remove();
});

async function responses(): Promise<(n: number) => SurveyResponse> {
  const instrument = valueDrivers();
  const hash = await definitionHash(instrument);
  const study = demoStudy(instrument, hash);
  return () => ({
    id: crypto.randomUUID(),
    wave: study.wave,
    instrumentSlug: study.instrumentSlug,
    instrumentVersion: study.instrumentVersion,
    definitionHash: hash,
    language: "de",
    ...simulateAnswers(instrument, random),
  });
}

/** Posts until told to stop. Keeps what was acknowledged, and sends what was not again, as a participant's page does. */
async function write(
  next: (n: number) => SurveyResponse,
  acknowledged: Map<string, SurveyResponse>,
  isOver: () => boolean,
) {
  let open: SurveyResponse | undefined;
  for (let n = 0; !isOver(); n++) {
    open ??= next(n);
    const reply = await fetch(`${server.url}/api/studies/demo/responses`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(open),
    }).catch(() => undefined);
    if (reply?.status === 201 || reply?.status === 200) {
      acknowledged.set(open.id, open);
      open = undefined;
    } else if (reply) {
      throw new Error(`unexpected ${reply.status}: ${await reply.text()}`);
    } else {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function storedIds(): Promise<string[]> {
  const reply = await ask("/api/studies/demo/dataset.zip");
  const files = unzipSync(new Uint8Array(await reply.arrayBuffer()));
  const texts = new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const dataset = await parseDataset(texts);
  if (!dataset.ok) throw new Error(JSON.stringify(dataset.issues));
  return [...(dataset.value.columns.get("id") ?? [])];
}

test(`after ${kills} random kill -9 under load from ${writers} writers, every acknowledged response is there once`, async () => {
  const next = await responses();
  const acknowledged = new Map<string, SurveyResponse>();
  let isOver = false;
  const writing = Array.from({ length: writers }, () => write(next, acknowledged, () => isOver));
  for (let kill = 0; kill < kills; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 30 + random() * 400));
    await server.kill(kill % 2 === 0);
    server = await startMehrwert({ MEHRWERT_DATA: join(folder, "data") }, port);
  }
  isOver = true;
  await Promise.all(writing);

  const stored = await storedIds();
  const counts = new Map<string, number>();
  for (const id of stored) counts.set(id, (counts.get(id) ?? 0) + 1);
  const lost = [...acknowledged.keys()].filter((id) => counts.get(id) !== 1);
  console.info(`${acknowledged.size} acknowledged over ${kills} kills, ${lost.length} lost`);
  expect(acknowledged.size).toBeGreaterThan(kills);
  expect(lost).toEqual([]);
}, 900_000);
