import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runTyped } from "../example/run-typed.ts";

let folder = "";
const first = `I: Was gilt?
E1: Vorschreiben können wir das niemandem. Ohne Betriebsrat get nichts. 😀

I: Und die Zeit?
E1: Niemand weiß, ob das Arbeitszeit ist.
`;
const run = (...words: string[]) =>
  runTyped(["code", ...words], folder, { env: { MEHRWERT_CODER: "anna" } });
const codings = async () =>
  JSON.parse((await run("list", "coding", "--format", "json")).out).codings as {
    id: string;
    text: string;
    mark: string;
    version: number;
  }[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-correct-"));
  await writeFile(join(folder, "E1.txt"), first);
  await run("import", "E1.txt", "--codebook", "community-manager");
  await run("add", "coding", "E1", "F1.1", "--text", "Vorschreiben können wir das niemandem.");
  await run("add", "coding", "E1", "F1.2", "--text", "Ohne Betriebsrat get nichts.");
  await run("add", "coding", "E1", "F2.4", "--text", "Niemand weiß, ob das Arbeitszeit ist.");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a correction is a new version beside the old, codings move along and are marked", async () => {
  await writeFile(join(folder, "new.txt"), first.replace("get nichts", "geht gar nichts"));
  const { out, exitCode } = await run(
    "correct",
    "coding",
    "E1",
    "new.txt",
    "--reason",
    "verhört",
    "--lang",
    "de",
  );
  expect(exitCode).toBe(0);
  expect(out).toContain(
    "E1 hat jetzt Fassung 2. Kodierungen: 1 unverändert, 1 verschoben, 1 zu prüfen.",
  );
  expect(await readFile(join(folder, "coding/transcripts/E1.v1.txt"), "utf8")).toBe(first);
  expect((await codings()).map(({ text, mark, version }) => [text, mark, version])).toEqual([
    ["Vorschreiben können wir das niemandem.", "unchanged", 2],
    ["Ohne Betriebsrat geht gar nichts.", "review", 2],
    ["Niemand weiß, ob das Arbeitszeit ist.", "moved", 2],
  ]);
  const review = await run("review", "coding");
  expect(review.out.replace(/\s+/g, " ")).toContain("1 codings");
  const id = (await codings()).find(({ mark }) => mark === "review")?.id ?? "";
  expect(JSON.parse((await run("review", "coding", "--format", "json")).out).codings).toMatchObject(
    [{ before: "Ohne Betriebsrat get nichts.", now: "Ohne Betriebsrat geht gar nichts." }],
  );
  expect((await run("review", "coding", id.slice(0, 8))).out).toBe("Reviewed: 1.\n");
  expect((await codings()).filter(({ mark }) => mark === "review")).toEqual([]);
  await run("undo", "coding");
  await run("undo", "coding");
  expect((await codings()).map(({ version, mark }) => `${version} ${mark}`)).toEqual([
    ...["1 unchanged", "1 unchanged", "1 unchanged"],
  ]);
});

test("another text altogether is refused, and so is the same one", async () => {
  const same = await run("correct", "coding", "E1", "E1.txt");
  expect(same.err).toContain("there is nothing to correct");
  await writeFile(join(folder, "other.txt"), "I: Ganz etwas anderes?\nE7: Ja, völlig.\n");
  const other = await run("correct", "coding", "E1", "other.txt", "--lang", "de");
  expect(other.exitCode).toBe(1);
  expect(other.err).toContain(
    "3 von 3 Kodierungen von E1 fänden in other.txt ihren Platz nicht sicher wieder.",
  );
  expect((await codings()).map(({ version }) => version)).toEqual([1, 1, 1]);
  expect((await run("correct", "coding", "E1", "other.txt", "--force")).exitCode).toBe(0);
  expect((await codings()).map(({ mark }) => mark)).toEqual(["review", "review", "review"]);
  expect((await run("correct", "coding", "E9", "other.txt")).err).toContain("There are: E1.");
});

test("a version that was taken back is never written over, and can come back", async () => {
  await writeFile(join(folder, "new.txt"), first.replace("get", "geht"));
  await run("correct", "coding", "E1", "new.txt");
  await run("undo", "coding");
  await writeFile(join(folder, "newer.txt"), first.replace("get", "ging"));
  expect((await run("correct", "coding", "E1", "newer.txt")).exitCode).toBe(0);
  expect((await codings())[1]?.text).toBe("Ohne Betriebsrat ging nichts.");
  expect((await readdir(join(folder, "coding/transcripts"))).sort()).toEqual(
    [1, 2, 3].map((version) => `E1.v${version}.txt`),
  );
  // Back to the first correction: undo the second, then the undo of the first.
  await run("undo", "coding");
  const log = JSON.parse((await run("log", "coding", "--format", "json")).out);
  const [undo] = log.events.filter(
    ({ change }: { change: { kind: string } }) => change.kind === "undone",
  );
  await run("undo", "coding", undo.id.slice(0, 8));
  expect((await codings())[1]?.text).toBe("Ohne Betriebsrat geht nichts.");
});

test("a transcript whose import was taken back can be imported anew", async () => {
  const log = JSON.parse((await run("log", "coding", "--format", "json")).out);
  const first8 = log.events[0].id.slice(0, 8);
  expect((await run("undo", "coding", first8)).err).toContain("3 codings would lose their place");
  expect((await run("undo", "coding", first8, "--force")).exitCode).toBe(0);
  await writeFile(join(folder, "E1.txt"), first.replace("get", "geht"));
  expect((await run("import", "E1.txt")).exitCode).toBe(0);
  const shown = JSON.parse((await run("show", "coding", "E1", "--format", "json")).out);
  expect(shown.transcript.text).toContain("geht nichts");
  // Codings of the first text never point into the second.
  expect(shown.codings).toEqual([]);
  expect(shown.stranded.map(({ reason }: { reason: string }) => reason)).toEqual([
    "no-document",
    "no-document",
    "no-document",
  ]);
});

test("change sets another passage, code, polarity, and chooses a quotation", async () => {
  const [{ id } = { id: "" }] = await codings();
  const start = id.slice(0, 8);
  await run(
    "change",
    "coding",
    start,
    "--text",
    "das niemandem",
    "--code",
    "F1.4",
    "--polarity=-",
    "--quotation",
  );
  const json = JSON.parse((await run("list", "coding", "--format", "json")).out);
  expect(json.codings[0]).toMatchObject({
    text: "das niemandem",
    code: "F1.4",
    polarity: "-",
    isQuotation: true,
  });
  await run("change", "coding", start, "--polarity", "none", "--no-quotation");
  const after = JSON.parse((await run("list", "coding", "--format", "json")).out);
  expect(after.codings[0]).toMatchObject({ polarity: null, isQuotation: false });
  expect((await run("change", "coding", start)).err).toContain("What to change is missing");
  expect((await run("change", "coding", start, "--code", "F1")).err).toContain("is a heading");
  expect((await run("change", "coding", start, "--text", "gibt es nicht")).exitCode).toBe(1);
  expect((await run("change", "coding", "zzzz", "--code", "F1.1")).err).toContain(
    "No id of the codings",
  );
});
