import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runTyped } from "../example/run-typed.ts";

const shipped = new URL("../../../instruments/", import.meta.url);
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-codebook-"));
  for (const path of [
    "cop-value/1.0.0/codebook.json",
    "interview-guide-value/1.0.0/interview-guide.json",
  ]) {
    const target = join(folder, "instruments", path);
    await mkdir(join(target, ".."), { recursive: true });
    await writeFile(target, await readFile(new URL(path, shipped)));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (typed: string) => runTyped(typed.split(" "), folder);

test("instrument codebook prints the newest version in both languages and names what there is", async () => {
  const german = await run("instrument codebook cop-value --lang de");
  expect(german.exitCode).toBe(0);
  expect(german.out).toContain("# Codebuch: Wert und Gelingen von Netzwerken");
  expect((await run("instrument codebook cop-value --out book.html")).exitCode).toBe(0);
  expect(await readFile(join(folder, "book.html"), "utf8")).toContain("Anchor example");
  expect((await run("instrument codebook cop-value --out book.html")).err).toContain("--force");
  expect((await run("instrument codebook cop-value --format pdf")).exitCode).toBe(2);
  const none = await run("instrument codebook other --lang de");
  expect(none.exitCode).toBe(1);
  expect(none.err).toContain("dort liegen: cop-value");
  expect((await run("instrument list")).out).toContain("cop-value 1.0.0  Codebook: value");
});

test("instrument check holds guides against their codebook", async () => {
  expect(await run("instrument check")).toMatchObject({ exitCode: 0, err: "" });
  const path = join(folder, "instruments/interview-guide-value/1.0.0/interview-guide.json");
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replaceAll('"T8"', '"T9"'));
  const refused = await run("instrument check --lang de");
  expect(refused.exitCode).toBe(1);
  expect(refused.out).toContain("Das Codebuch cop-value enthält keinen Code „T9“.");
  await writeFile(path, text);
  const book = join(folder, "instruments/cop-value/1.0.0/codebook.json");
  const json = await readFile(book, "utf8");
  await writeFile(book, json.replace('"parent": "V"', '"parent": "X"'));
  const broken = await run("instrument check");
  expect(broken.out).toContain("/codes/1/parent: There is no category “X”.");
  await writeFile(book, json);
});
