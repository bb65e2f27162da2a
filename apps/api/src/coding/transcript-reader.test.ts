import { readdirSync } from "node:fs";
import { strToU8 } from "fflate";
import { expect, test, vi } from "vitest";
import { hostileDocument, wordDocument } from "../example/word-document.ts";
import { type ReadingLimits, TranscriptReader } from "./transcript-reader.ts";

vi.setConfig({ testTimeout: 120_000 });

const plain = (text: string) => ({ fileName: "E1.txt", bytes: Uint8Array.from(strToU8(text)) });
const hostile = () => ({ fileName: "E1.docx", bytes: hostileDocument() });

/** How long the thread of the test stood still at most, while something went on. */
async function longestStop(run: () => Promise<unknown>): Promise<number> {
  let [last, longest] = [performance.now(), 0];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 5);
  await run();
  clearInterval(timer);
  look();
  return longest;
}

const readerWith = (limits: Partial<ReadingLimits> = {}) => new TranscriptReader(limits);

test("read tells text, speakers, hash and length, and a refusal as importTranscript does", async () => {
  const reader = readerWith();
  expect(await reader.read(plain("I: Und?\nE1: Schön 😀.\n"))).toMatchObject({
    ok: true,
    value: { format: "txt", encoding: "UTF-8", speakers: ["I", "E1"], length: 21 },
  });
  expect(await reader.read(plain(" "))).toMatchObject({
    ok: false,
    issues: [{ message: { en: "The file holds no text." } }],
  });
});

test("carry finds codings again in the corrected text", async () => {
  const [before, after] = ["E1: so war es.", "E1: ja, so war es."];
  const coding = { id: "c", excerpt: { document: "E1", version: 1, start: 4, end: 10 } };
  const codings = [coding] as unknown as Parameters<TranscriptReader["carry"]>[0]["codings"];
  const carried = await readerWith().carry({ before, after, codings });
  expect(carried).toMatchObject({
    ok: true,
    value: { carried: [{ coding: "c", start: 8, end: 14, mark: "moved" }] },
  });
});

test("what takes too long is refused in both languages; meanwhile nothing stands still, and the next file is read", async () => {
  const reader = readerWith({ timeMs: 500 });
  await reader.read(plain("E1: ja."));
  const file = hostile();
  let refused: Awaited<ReturnType<TranscriptReader["read"]>> | undefined;
  const stop = await longestStop(async () => {
    refused = await reader.read(file);
  });
  expect(refused).toMatchObject({
    ok: false,
    issues: [
      {
        severity: "error",
        message: {
          de: "Die Datei einzulesen dauert zu lange; es wurde abgebrochen.",
          en: "Reading the file takes too long; it was stopped.",
        },
        advice: { en: expect.stringContaining("Split it") },
      },
    ],
  });
  expect(stop).toBeLessThan(1000);
  expect(await reader.read(plain("E1: nein."))).toMatchObject({ ok: true });
});

test("what takes too much memory is refused, and the next file is read", async () => {
  const reader = readerWith({ memoryMb: 96, timeMs: 60_000 });
  expect(await reader.read(hostile())).toMatchObject({
    ok: false,
    issues: [{ message: { en: "Reading the file takes too much memory; it was stopped." } }],
  });
  expect(await reader.read(plain("E1: nein."))).toMatchObject({ ok: true });
});

test("a document as large as long interviews get is read within the usual limits", async () => {
  const run = "<w:r><w:rPr><w:b/></w:rPr><w:t>Wort und Wort. </w:t></w:r>";
  const body = `<w:p>${run.repeat(20)}</w:p>`.repeat(1000);
  const file = { fileName: "E1.docx", bytes: wordDocument(body) };
  expect(await readerWith().read(file)).toMatchObject({ ok: true, value: { length: 301_000 } });
});

test.runIf(process.platform === "linux")(
  "a thread that has nothing to do ends, and the next file starts another",
  async () => {
    const threads = () => readdirSync("/proc/self/task").length;
    const before = threads();
    const reader = readerWith({ idleMs: 300 });
    await reader.read(plain("E1: ja."));
    expect(threads()).toBeGreaterThan(before);
    await expect.poll(threads, { timeout: 10_000 }).toBeLessThanOrEqual(before);
    expect(await reader.read(plain("E1: nein."))).toMatchObject({ ok: true });
  },
);
