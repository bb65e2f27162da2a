import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { seededRandom } from "@mehrwert/analysis";
import { projectFolder } from "@mehrwert/api";
import {
  buildDataset,
  datasetFiles,
  definitionHash,
  demoResponses,
  demoStudy,
  parseInstrument,
} from "@mehrwert/study";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessibility, launchBrowser, newPage } from "../setup/browser.ts";
import { unspokenFigures } from "../setup/page-checks/unspoken-figures.ts";
import { valueDrivers } from "../setup/server.ts";
import { rankedLabels } from "./ranked-labels.ts";

const folder = mkdtempSync(join(tmpdir(), "mehrwert-report-pages-"));
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  await writeDemoDataset(join(folder, "data"));
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function writeDemoDataset(target: string): Promise<void> {
  const file = join(projectFolder, "instruments/value-drivers/1.0.0/instrument.json");
  const parsed = parseInstrument(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const hash = await definitionHash(parsed.value);
  const dataset = buildDataset({
    study: demoStudy(parsed.value, hash),
    instruments: [parsed.value],
    responses: demoResponses(parsed.value, hash, seededRandom(1)),
    createdOn: "2026-11-23",
    softwareVersion: "0.1.0",
  });
  mkdirSync(target);
  for (const { name, text } of await datasetFiles(dataset)) writeFileSync(join(target, name), text);
}

/** Runs a command as a person would, and opens the page it wrote. */
async function reportPage(words: string, language: "de" | "en", width: number) {
  const page = join(folder, `${words.split(" ")[0]}-${language}.html`);
  const command = ["--import", "tsx", "analysis/src/cli/main.ts", ...words.split(" ")];
  const ending = ["--lang", language, "--out", page, "--force"];
  const data = join(folder, "data");
  const argv = [...command, data, ...ending];
  await promisify(execFile)(process.execPath, argv, { cwd: projectFolder });
  const url = pathToFileURL(page).href;
  const view = await newPage(browser, "null", { width });
  await view.goto(url);
  return view;
}

test.each([
  ["rank --draws 50", "de", 360],
  ["rank --draws 50", "en", 1280],
  ["groups --starts 5 --check-draws 0", "de", 1280],
  ["groups --starts 5 --check-draws 0", "en", 360],
  ["compare --by d-lead", "de", 360],
  ["compare", "en", 1280],
  ["plan --draws 20", "de", 1280],
  ["plan --draws 20", "en", 360],
] as const)(
  "mehrwert %s in %s is a page for everyone at %i px, marked as simulated",
  async (words, language, width) => {
    const page = await reportPage(words, language, width);
    expect(await checkAccessibility(page)).toEqual([]);
    expect(await page.evaluate(unspokenFigures, rankedLabels(valueDrivers()))).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    expect(page.pageErrors).toEqual([]);
    const mark = { de: "SIMULIERTE DATEN", en: "SIMULATED DATA" }[language];
    await page.getByText(mark).first().waitFor();
    // Each figure is in the page twice, for wide and for narrow screens; one of the two shows.
    const shown = await page.locator("figure svg:visible").count();
    expect(await page.locator("figure").count()).toBe(shown);
    expect(shown > 0 || words.startsWith("plan")).toBe(true);
    await page.context().close();
  },
);

test.each([
  ["scores", "de", 360],
  ["scores", "en", 1280],
  ["dictionary", "de", 1280],
  ["dictionary", "en", 360],
] as const)("mehrwert %s in %s is a page for everyone at %i px", async (words, language, width) => {
  const page = await reportPage(words, language, width);
  expect(await checkAccessibility(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
  expect(page.pageErrors).toEqual([]);
  await page.context().close();
});
