import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  archiveOf,
  archiveWithInlineText,
  archiveWithText,
  guidOf,
} from "../example/exchange-files.ts";
import { exchangeProblems, opened } from "../example/exchange-problems.ts";
import { runTyped } from "../example/run-typed.ts";

const examples = fileURLToPath(new URL("../../example/", import.meta.url));
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-exchange-"));
  await cp(join(examples, "value-interviews"), join(folder, "value"), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...words: string[]) =>
  runTyped(["code", ...words], folder, { env: { MEHRWERT_CODER: "ada", USER: "/home/ada" } });
const file = (name: string) => join(folder, name);
const codings = async (project: string) =>
  JSON.parse((await run("list", project, "--format", "json", "--lang", "de")).out).codings;

test("export shows what is not carried, writes archive and native file, and import brings all back", async () => {
  const preview = await run("export", "value", "--to", "v.qdpx", "--preview", "--lang", "de");
  expect(preview).toMatchObject({ exitCode: 0, err: "" });
  expect(preview.out).toMatch(
    /^Das trägt der Standard nicht; es steht in v\.mehrwert\.json:\n {2}48 /,
  );
  expect(await readdir(folder)).toEqual(["value"]);
  const written = await run("export", "value", "--to", "v.qdpx", "--lang", "de");
  expect(written.exitCode).toBe(0);
  expect(written.out).toBe(preview.out);
  expect(written.err).toContain("v.mehrwert.json");
  const bytes = new Uint8Array(await readFile(file("v.qdpx")));
  expect(exchangeProblems(opened(bytes).xml, "project")).toEqual([]);
  expect((await run("export", "value", "--to", "v.qdpx")).err).toContain("--force");

  const back = await run("import", "v.qdpx", "--out", "back", "--lang", "de");
  expect(back).toMatchObject({ exitCode: 0, err: "" });
  expect(back.out).toContain(
    "4 Transkripte, 48 Codes, 58 Kodierungen, 0 Memos, 4 Fälle, 3 Variablen",
  );
  expect(back.out).toContain("Ergänzt aus der Datei daneben.\nKeine Abweichung.");
  const withoutEvents = (lines: object[]) => lines.map((line) => ({ ...line, addedBy: "" }));
  expect(withoutEvents(await codings("back"))).toEqual(withoutEvents(await codings("value")));
  expect((await run("check", "back")).exitCode).toBe(0);

  await run("export", "back", "--to", "again.qdpx", "--lang", "de");
  expect(new Uint8Array(await readFile(file("again.qdpx")))).toEqual(bytes);
  const added = await run("add", "back", "P1", "V5", "--line", "3", "--as", "ben");
  expect(added).toMatchObject({ exitCode: 0, err: "" });
});

test("without the native file the codings still say the same", async () => {
  await run("export", "value", "--to", "alone.qdpx", "--lang", "de");
  await rm(file("alone.mehrwert.json"));
  expect((await run("import", "alone.qdpx", "--out", "alone")).exitCode).toBe(0);
  const plain = (lines: Record<string, unknown>[]) =>
    lines.map(({ document, start, end, text, codePath, coder, addedAt }) => ({
      ...{ document, start, end, text, codePath, coder, addedAt },
    }));
  expect(plain(await codings("alone"))).toEqual(plain(await codings("value")));
});

test("a codebook goes out and in", async () => {
  expect((await run("export", "value", "--to", "v.qdc", "--lang", "en")).exitCode).toBe(0);
  expect(exchangeProblems(await readFile(file("v.qdc"), "utf8"), "codebook")).toEqual([]);
  const { exitCode, out } = await run("import", "v.qdc", "--out", "book", "--format", "json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    ...{ accepted: true, kind: "codebook", deviations: [] },
    counts: { documents: 0, codes: 48, codings: 0 },
  });
  expect((await run("export", "book", "--to", "book.qdc")).exitCode).toBe(0);
  expect(await readFile(file("book.qdc"), "utf8")).toBe(await readFile(file("v.qdc"), "utf8"));
});

test("the report stands in the project, in the reader's language, and list names things as the file did", async () => {
  const text = "I: Zeit?\r\nE1: Kaum Zeit.\r\n";
  const archive = archiveWithText(
    text,
    [
      { start: 14, end: 18 },
      { start: 90, end: 95 },
    ],
    "MAXQDA 24",
  );
  await writeFile(file("odd.qdpx"), archive);
  const { exitCode, out } = await run("import", "odd.qdpx", "--out", "odd", "--lang", "de");
  expect(exitCode).toBe(0);
  expect(out).toContain("odd.qdpx (MAXQDA 24): 1 Transkript, 1 Code, 1 Kodierung, 0 Memos");
  expect(out).toContain(
    "2 Abweichungen, alle in odd/import-report.json:\n  line-breaks – TextSource “E1”:",
  );
  const report = JSON.parse(await readFile(file("odd/import-report.json"), "utf8"));
  expect(report).toMatchObject({
    ...{ file: "odd.qdpx", origin: "MAXQDA 24", accepted: true, nativeFile: null },
    counts: { documents: 1, codes: 1, codings: 1, memos: 0, cases: 0, variables: 0 },
    deviations: [
      { kind: "line-breaks", where: "TextSource “E1”" },
      { kind: "out-of-range", where: "TextSource “E1”, PlainTextSelection 90–95" },
    ],
  });
  expect(await codings("odd")).toMatchObject([
    {
      ...{ document: "E1", documentTitle: "E1", start: 13, end: 17, text: "Kaum" },
      ...{ codePath: "Zeit", coder: "anna-mueller", coderName: "Anna Müller", speaker: "E1" },
    },
  ]);
});

test("a refused file leaves a report and nothing else, and a sound one may follow", async () => {
  const sound = archiveWithInlineText("Kaum Zeit", [{ start: 0, end: 4 }]);
  await writeFile(file("cut.qdpx"), sound.subarray(0, -40));
  const { exitCode, out, err } = await run("import", "cut.qdpx", "--out", "cut", "--lang", "de");
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
  expect(err).toContain("Aus cut.qdpx wurde nichts importiert");
  expect(err).toContain("keine vollständige REFI-QDA-Datei");
  expect(await readdir(file("cut"))).toEqual(["import-report.json"]);
  const report = JSON.parse(await readFile(file("cut/import-report.json"), "utf8"));
  expect(report).toMatchObject({ accepted: false, counts: { documents: 0 }, deviations: [] });
  expect(report.reasons).toHaveLength(1);
  expect((await run("list", "cut")).exitCode).toBe(1);
  await writeFile(file("cut.qdpx"), sound);
  expect((await run("import", "cut.qdpx", "--out", "cut")).exitCode).toBe(0);
  const over = await run("import", "cut.qdpx", "--out", "cut");
  expect(over.exitCode).toBe(1);
  expect(over.err).toContain("is a coding project already");
});

test("nothing outside the project folder is written by names of a file", async () => {
  const sources = `<TextSource guid="${guidOf(5)}" name="../../../evil" plainTextPath="internal://a.txt"/>`;
  const qde = `<Project xmlns="urn:QDA-XML:project:1.0" name="../x"><Users><User guid="${guidOf(6)}" name="../../root"/></Users><Sources>${sources}</Sources></Project>`;
  await writeFile(file("names.qdpx"), archiveOf({ "project.qde": qde, "sources/a.txt": "Text" }));
  const before = (await readdir(folder)).toSorted();
  expect((await run("import", "names.qdpx", "--out", "names")).exitCode).toBe(0);
  expect((await readdir(folder)).toSorted()).toEqual([...before, "names"].toSorted());
  expect(await readdir(file("names/transcripts"))).toEqual(["evil.v1.txt"]);
  expect(await readdir(file("names/events"))).toEqual(["ada.jsonl"]);
});

test.each([
  [["import", "v.qdpx", "odd.qdpx", "--out", "n"], 2, "import it by itself"],
  [["import", "v.qdpx", "--codebook", "cop-value", "--out", "n"], 2, "brings its codes"],
  [["import", "none.qdpx", "--out", "n"], 1, "There is no"],
  [["import", "v.qdpx", "--out", "."], 1, "is not empty"],
  [["import", "v.qdpx", "--format", "xml", "--out", "n"], 2, "--format knows"],
  [["import", "value/transcripts", "--format", "json"], 2, "--format goes with"],
  [["export", "value"], 2, "Name a document"],
  [["export", "value", "codebook", "--to", "x.qdpx"], 2, "one of the two"],
  [["export", "value", "--to", "x.docx"], 2, "needs a file .qdpx"],
  [["export", "value", "--to", "x.qdpx", "--code", "V5"], 2, "exports the whole project"],
])("code %j is refused with advice", async (words, exitCode, reason) => {
  await writeFile(file("v.qdpx"), archiveWithInlineText("a", []));
  const result = await run(...words);
  expect(result).toMatchObject({ exitCode, out: "" });
  expect(result.err).toContain(reason);
  expect(await readdir(folder)).not.toContain("n");
});

test("a damaged file beside the archive is told, not passed over", async () => {
  await writeFile(file("b.qdpx"), archiveWithInlineText("a", []));
  await writeFile(file("b.mehrwert.json"), "{");
  const { exitCode, err } = await run("import", "b.qdpx", "--out", "b");
  expect(exitCode).toBe(1);
  expect(err).toContain("b.mehrwert.json");
});
