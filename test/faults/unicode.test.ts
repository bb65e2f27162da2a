import { randomUUID } from "node:crypto";
import { seededRandom } from "@mehrwert/analysis";
import {
  parseDataset,
  problemSchema,
  type Submission,
  simulateAnswers,
  textInCell,
} from "@mehrwert/study";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../setup/server.ts";
import { howOften } from "./how-often.ts";
import { responseTo } from "./load/writer.ts";

const texts = howOften({ inTest: 60, inLong: 2_000 });
const question = "closing-comment";
let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

function withText(text: string): Submission {
  const { answers, presentation } = simulateAnswers(server.instrument, seededRandom(14), {
    skippedShare: 0,
  });
  const body = responseTo(server.study, randomUUID());
  return { ...body, answers: { ...answers, [question]: text }, presentation };
}

async function submit(body: string) {
  const reply = await fetch(`${server.url}/api/studies/demo/responses?lang=de`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  return { status: reply.status, body: await reply.json() };
}

async function storedText(id: string): Promise<unknown> {
  const found = (await server.store.responses("demo")).find((response) => response.id === id);
  return found?.answers[question];
}

/** Nothing was stored, and the reader is told where and why. */
async function expectRefused(submission: Submission, why: string): Promise<void> {
  const { status, body } = await submit(JSON.stringify(submission));
  const { errors } = problemSchema.parse(body);
  expect(status).toBe(422);
  expect(errors?.map(({ pointer }) => pointer)).toEqual([`#/answers/${question}`]);
  expect(errors?.[0]?.detail).toContain(why);
  expect(await storedText(submission.id)).toBeUndefined();
}

const storable = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 300 })
  .filter((text) => !text.includes("\u0000"));

test(`${texts} texts of any characters come back from database and dataset unit by unit`, async () => {
  const kept = new Map<string, string>();
  await fc.assert(
    fc.asyncProperty(storable, async (text) => {
      const submission = withText(text);
      expect((await submit(JSON.stringify(submission))).status).toBe(201);
      kept.set(submission.id, text);
    }),
    { numRuns: texts, seed: 15 },
  );
  const stored = await server.store.responses("demo");
  expect(new Map(stored.map(({ id, answers }) => [id, answers[question]]))).toEqual(kept);
  const reply = await server.ask("/api/studies/demo/dataset.zip");
  const files = Object.entries(unzipSync(new Uint8Array(await reply.arrayBuffer())));
  const dataset = await parseDataset(
    new Map(files.map(([name, bytes]) => [name, strFromU8(bytes)])),
  );
  if (!dataset.ok) throw new Error(JSON.stringify(dataset.issues));
  const [ids = [], column = []] = ["id", question].map((name) => dataset.value.columns.get(name));
  for (const [place, id] of ids.entries()) {
    const text = kept.get(String(id));
    if (text !== undefined) expect(textInCell(String(column[place]))).toBe(text);
  }
});

test.each([
  ["emoji with joiners and skin tones", "👩🏽‍🔬👨‍👩‍👧‍👦🏳️‍🌈"],
  ["right to left, with its marks", "שלום \u202Eabc\u202C \u200Fעברית العربية"],
  ["decomposed letters, which stay decomposed", "Gru\u0308ße e\u0301"],
  ["characters beyond the first plane", "𝔐𝔢𝔥𝔯𝔴𝔢𝔯𝔱 𠜎 🜁"],
  ["line ends of every kind, tabs and trailing blanks", "a\r\nb\nc\rd\te \u2028f  "],
  ["what other systems would read as a command", "=1+1 <script>alert(1)</script> '; drop table --"],
  ["the byte order mark and non-characters", "\uFEFFx\uFFFE\uFFFF"],
])("%s come back as they were typed", async (_, text) => {
  const submission = withText(text);
  expect((await submit(JSON.stringify(submission))).status).toBe(201);
  expect(await storedText(submission.id)).toBe(text);
});

test.each([
  ["NUL, which the database cannot hold", "a\u0000b", "Zeichen"],
  ["half of a surrogate pair", "a\uD83D", "Zeichen"],
  ["the other half", "\uDE00b", "Zeichen"],
])("%s is refused with its place", async (_, text, why) => {
  await expectRefused(withText(text), why);
});

test("what is written in bytes that are no UTF-8 is refused", async () => {
  const [before = "", after = ""] = JSON.stringify(withText("@@")).split("@@");
  const body = Buffer.concat([Buffer.from(before), Buffer.of(0xc3, 0x28), Buffer.from(after)]);
  const reply = await fetch(`${server.url}/api/studies/demo/responses`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  expect(reply.status).toBe(400);
});

test("a text as long as the question allows is stored whole, one character more is refused, a megabyte too: nothing is cut", async () => {
  const asked = server.instrument.pages
    .flatMap((page) => page.elements)
    .find(({ name }) => name === question);
  const longest = asked?.type === "comment" ? asked.maxLength : 0;
  expect(longest).toBeGreaterThan(100);
  const whole = withText("ä".repeat(longest));
  expect((await submit(JSON.stringify(whole))).status).toBe(201);
  expect(await storedText(whole.id)).toBe("ä".repeat(longest));
  await expectRefused(withText("ä".repeat(longest + 1)), "lang");

  const paste = withText("x".repeat(1_000_000));
  const { status, body } = await submit(JSON.stringify(paste));
  const { type, detail } = problemSchema.parse(body);
  expect([status, type]).toEqual([413, "/problems/too-large"]);
  expect(detail).toContain("256 Kilobyte");
  expect(await storedText(paste.id)).toBeUndefined();
});
