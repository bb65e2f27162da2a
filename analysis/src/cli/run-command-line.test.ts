import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "@mehrwert/statistics";
import {
  buildDataset,
  datasetFiles,
  definitionHash,
  demoStudy,
  parseInstrument,
  simulateAnswers,
} from "@mehrwert/study";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

const instrumentFile = new URL(
  "../../../instruments/value-drivers/1.0.0/instrument.json",
  import.meta.url,
);
let folder = "";
let data = "";
let files: { [name: string]: Uint8Array } = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-cli-"));
  data = join(folder, "data");
  files = await simulatedFiles();
  await mkdir(data);
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(data, name), bytes);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The dataset of twelve simulated people. */
async function simulatedFiles() {
  const parsed = parseInstrument(JSON.parse(await readFile(instrumentFile, "utf8")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const hash = await definitionHash(parsed.value);
  const study = demoStudy(parsed.value, hash);
  const random = seededRandom(1);
  const responses = Array.from({ length: 12 }, (_, number) => ({
    id: `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`,
    wave: 1,
    instrumentSlug: study.instrumentSlug,
    instrumentVersion: study.instrumentVersion,
    definitionHash: hash,
    language: "de" as const,
    ...simulateAnswers(parsed.value, random),
  }));
  const dataset = buildDataset({
    study,
    instruments: [parsed.value],
    responses,
    createdOn: "2026-11-23",
    softwareVersion: "0.1.0",
  });
  const texts = await datasetFiles(dataset);
  return Object.fromEntries(texts.map(({ name, text }) => [name, new TextEncoder().encode(text)]));
}

type Reply = () => Response | Promise<Response>;

async function run(line: string, settings: { env?: Record<string, string>; reply?: Reply } = {}) {
  const written = { stdout: "", stderr: "", url: "" };
  const exitCode = await runCommandLine(line.split(" "), {
    env: settings.env ?? {},
    cwd: folder,
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    fetch: async (url) => {
      written.url = String(url);
      return settings.reply?.() ?? Promise.reject(new TypeError("connection refused"));
    },
    now: () => new Date(),
    softwareVersion: "0.1.0",
  });
  return { exitCode, ...written };
}

const zipped: Reply = () => new Response(new Uint8Array(zipSync(files)));

test("dataset fetches, checks and writes a dataset that rank can read", async () => {
  const fetched = await run("dataset --study demo --out fetched", { reply: zipped });
  expect(fetched).toMatchObject({ exitCode: 0, stderr: "" });
  expect(fetched.url).toBe("http://127.0.0.1:8080/api/studies/demo/dataset.zip");
  expect(fetched.stdout).toContain("12 responses");
  expect(fetched.stdout).toContain("Next: npx -y pnpm@12 mehrwert rank fetched");
  expect(fetched.stdout).toContain("This study began with responses made by a program");
  expect((await readdir(join(folder, "fetched"))).sort()).toEqual(Object.keys(files).sort());
  const ranked = await run("rank fetched --draws 20");
  expect(ranked.exitCode).toBe(0);
  expect(ranked.stdout).toContain("SIMULATED DATA");
  expect(ranked.stdout.replace(/\s+/g, " ")).toContain("others may have been added");
  expect(ranked.stdout).toContain("Knowledge transfer");
  expect(ranked.stderr).toContain("--question transformation-barriers");
});

test("dataset leaves a folder alone that holds something, and --force replaces nothing but a dataset", async () => {
  await run("dataset --study demo --out twice", { reply: zipped });
  const again = await run("dataset --study demo --out twice", { reply: zipped });
  expect(again).toMatchObject({ exitCode: 1, stdout: "" });
  expect(again.stderr).toContain("--force");
  expect(await run("dataset --study demo --out twice --force", { reply: zipped })).toMatchObject({
    exitCode: 0,
  });
  await writeFile(join(folder, "twice", "thesis.txt"), "years of work");
  const refused = await run("dataset --study demo --out twice --force", { reply: zipped });
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain("thesis.txt");
  expect(await readFile(join(folder, "twice", "thesis.txt"), "utf8")).toBe("years of work");
  expect((await readdir(folder)).filter((name) => name.includes("partial"))).toEqual([]);
});

test.each([
  ["no server answers", undefined, "No server answers at http://127.0.0.1:8080"],
  ["the study is unknown", () => new Response("", { status: 404 }), 'no study "demo"'],
  ["the server refuses", () => new Response("", { status: 500 }), "HTTP 500"],
  ["the reply is no zip", () => new Response("<html>"), "neither a folder nor a zip file"],
] as const)(
  "dataset says in one sentence that %s, writes nothing, and exits with 1",
  async (_, reply, text) => {
    const settings = reply === undefined ? {} : { reply };
    const result = await run("dataset --study demo --out nowhere", settings);
    expect(result).toMatchObject({ exitCode: 1, stdout: "" });
    expect(result.stderr).toContain(text);
    await expect(readdir(join(folder, "nowhere"))).rejects.toThrow();
  },
);

test("dataset refuses a reply that was changed on its way", async () => {
  const changed = { ...files, "responses.csv": new TextEncoder().encode("id\r\n") };
  const reply = () => new Response(new Uint8Array(zipSync(changed)));
  const result = await run("dataset --study demo --out changed", { reply });
  expect(result.exitCode).toBe(1);
  expect(result.stderr).toContain("The file was changed after the export");
});

test("rank --format json prints JSON and nothing else", async () => {
  const { exitCode, stdout, stderr } = await run("rank data --format json --draws 20 --seed 7");
  expect(exitCode).toBe(0);
  expect(stderr).toBe("");
  const document = JSON.parse(stdout);
  expect(document.format).toBe("mehrwert-ranking");
  expect(document.statistics[0].interval).toMatchObject({ seed: 7, draws: 20 });
});

test("rank --all writes every format, --out takes the format from the file's ending", async () => {
  const all = await run("rank data --all reports/deep --draws 20 --lang de");
  expect(all).toMatchObject({ exitCode: 0, stdout: "" });
  expect((await readdir(join(folder, "reports", "deep"))).sort()).toEqual([
    "ranking-value-drivers-2.svg",
    "ranking-value-drivers-3.svg",
    "ranking-value-drivers-4.svg",
    "ranking-value-drivers-5.svg",
    "ranking-value-drivers.csv",
    "ranking-value-drivers.html",
    "ranking-value-drivers.json",
    "ranking-value-drivers.md",
    "ranking-value-drivers.svg",
  ]);
  const html = await readFile(join(folder, "reports/deep/ranking-value-drivers.html"), "utf8");
  expect(html).toContain("<svg");
  expect(html).toContain("SIMULIERTE DATEN");
  expect(html).not.toMatch(/(src|href)=|url\(|@import/);
  await run("rank data --out table.csv --draws 20");
  expect(await readFile(join(folder, "table.csv"), "utf8")).toMatch(/^position,item,/);
  await run("rank data --out table.txt --draws 20");
  expect(await readFile(join(folder, "table.txt"), "utf8")).toMatch(/^Ranking table: /);
});

test("rank replaces a report only with --force, and names a place where nothing can be written", async () => {
  await writeFile(join(folder, "mine.html"), "years of work");
  const refused = await run("rank data --out mine.html --draws 20");
  expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
  expect(refused.stderr).toContain("--force");
  expect(await readFile(join(folder, "mine.html"), "utf8")).toBe("years of work");
  expect((await run("rank data --out mine.html --draws 20 --force")).exitCode).toBe(0);
  expect(await readFile(join(folder, "mine.html"), "utf8")).toContain("<svg");
  const below = await run("rank data --out mine.html/deep/report.md --draws 20");
  expect(below).toMatchObject({ exitCode: 1, stdout: "" });
  expect(below.stderr).toContain("Nothing can be written to");
  expect((await run("rank data --all mine.html --draws 20")).stderr).toContain("needs a folder");
});

test("rank stays within 80 columns where the terminal is not known", async () => {
  for (const language of ["de", "en"]) {
    const { stdout } = await run(`rank data --draws 20 --lang ${language}`);
    const widest = Math.max(...stdout.split("\n").map((line) => line.length));
    expect(widest).toBeLessThanOrEqual(80);
  }
});

test("rank takes a zip file and another question", async () => {
  await writeFile(join(folder, "dataset.zip"), zipSync(files));
  const result = await run("rank dataset.zip --question transformation-barriers --draws 20");
  expect(result.exitCode).toBe(0);
  expect(result.stdout).toContain("No ranking holds all 9 options");
});

test("rank never writes into the dataset and refuses one that was changed", async () => {
  const inside = await run("rank data --out data/report.html --draws 20");
  expect(inside.exitCode).toBe(1);
  expect(inside.stderr).toContain("holds the dataset");
  const copy = join(folder, "copy");
  await mkdir(copy);
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(copy, name), bytes);
  await writeFile(join(copy, "responses.csv"), "\uFEFFid", { flag: "a" });
  const changed = await run("rank copy --lang de");
  expect(changed).toMatchObject({ exitCode: 1, stdout: "" });
  expect(changed.stderr).toContain("wurde nach dem Export verändert");
});

test.each([
  ["rank", "Name either the folder of a dataset or a file with --rankings."],
  ["rank data --question other", "it holds: value-drivers, transformation-barriers"],
  ["rank data --seed x", "--seed needs a whole number"],
  ["rank data --format pdf", "There is no format pdf"],
  ["rank data --all a --format csv", "--all writes every format"],
  ["rank data --lang fr", "--lang knows de and en"],
  ["rank data --nonsense", "There is no option '--nonsense'"],
  ["nonsense", "There is no command 'nonsense'"],
  ["dataset --out x", "'--study <slug>' is required"],
  ["dataset --study demo --out x --server nowhere", "is no address of a server"],
])("mehrwert %s ends with one sentence of ours and no result", async (line, sentence) => {
  const { exitCode, stdout, stderr } = await run(line);
  expect(exitCode).toBe(line.includes("other") ? 1 : 2);
  expect(stdout).toBe("");
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("help and messages follow --lang, MEHRWERT_LANG and the terminal, in this order", async () => {
  const german = (await run("--help", { env: { LANG: "de_AT.UTF-8" } })).stdout;
  expect(german).toContain("Aufruf: npx -y pnpm@12 mehrwert <Befehl>");
  expect(german).toContain("Beispiele:");
  const english = await run("--help --lang en", { env: { LANG: "de_AT.UTF-8" } });
  expect(english).toMatchObject({ exitCode: 0 });
  expect(english.stdout).toContain("Examples:");
  const env = { LANG: "de_DE", LC_ALL: "C", MEHRWERT_LANG: "de" };
  expect((await run("nonsense", { env })).stderr).toContain("Den Befehl 'nonsense' gibt es nicht.");
  const missing = await run("dataset --study demo --lang de");
  expect(missing.stderr).toBe(
    "Die Option '--out <Ordner>' ist nötig. „npx -y pnpm@12 mehrwert dataset --help“ zeigt, was es gibt.\n",
  );
  for (const command of [
    "dataset",
    "rank",
    "compare",
    "groups",
    "plan",
    "scales",
    "describe",
    "maxdiff",
  ]) {
    const help = (await run(`${command} --help --lang de`)).stdout;
    expect(help).not.toMatch(
      /[<[](slug|folder|url|number|file|share|column|name|variable|item|options)\b/,
    );
  }
  const withoutWish = await run("nonsense", { env: { LANG: "de_DE", LC_ALL: "C" } });
  expect(withoutWish.stderr).toContain("There is no command");
});

test("instrument check names place, fault and advice and exits with 1; list shows what is there", async () => {
  const source = JSON.parse(await readFile(instrumentFile, "utf8"));
  const good = join(folder, "instruments/value-drivers/1.0.0");
  await mkdir(good, { recursive: true });
  await writeFile(join(good, "instrument.json"), JSON.stringify(source));
  const fine = await run("instrument check instruments");
  expect(fine).toMatchObject({ exitCode: 0, stderr: "" });
  expect(fine.stdout).toContain("value-drivers/1.0.0/instrument.json: all right");
  expect((await run("instrument list instruments")).stdout).toContain("value-drivers 1.0.0");
  const bad = join(folder, "instruments/value-drivers/2.0.0");
  await mkdir(bad, { recursive: true });
  await writeFile(join(bad, "instrument.json"), JSON.stringify(source));
  const misplaced = await run("instrument check instruments --lang de");
  expect(misplaced.exitCode).toBe(1);
  expect(misplaced.stdout).toContain("gehört aber nach value-drivers/1.0.0");
  expect(misplaced.stderr).toContain("Nicht brauchbar: 1 von 2.");
  await writeFile(join(bad, "instrument.json"), "{");
  expect((await run("instrument check instruments")).stdout).toContain("not valid JSON");
  expect((await run("instrument check nowhere")).exitCode).toBe(1);
});
