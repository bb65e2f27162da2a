import { buildWebApps } from "@mehrwert/api";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../setup/browser.ts";
import { temporaryFolder } from "../setup/database.ts";
import { freePort, startMehrwert } from "../setup/process.ts";
import type { BenchResult } from "./main.ts";
import { type Line, sideBySide } from "./side-by-side.ts";
import { type SlowVisit, slowVisit } from "./slow-visit.ts";
import { serveStockPage } from "./stock-surveyjs/serve-stock-page.ts";

const rounds = 5;
const readingMs = 5000;

/** What one visit measured, by the names of the table. */
type Visit = Record<(typeof lines)[number]["name"], number>;

const lines = [
  { name: "first page: largest contentful paint", unit: "s", bar: 1.2 },
  { name: "first page: compressed until usable", unit: "kB", bar: 40 },
  { name: "from start to a usable first question", unit: "s", bar: 0.6 },
  { name: "page turn, median of a visit", unit: "s", bar: 0.3 },
  { name: "page turn, slowest of a visit", unit: "s" },
  { name: "whole questionnaire, compressed", unit: "kB", bar: 400 },
  { name: "layout shift at 360 px, whole visit", unit: "", bar: 0.02 },
] as const satisfies readonly Line[];

/**
 * The participant's page on an old phone in a train, from the first byte to the last page of the demo's questionnaire,
 * beside a stock SurveyJS page of the same one. Both take turns, so that whatever else runs here slows both alike.
 */
export async function bench(): Promise<BenchResult> {
  await buildWebApps({ onProgress: () => undefined });
  const { folder, remove } = temporaryFolder();
  const server = await startMehrwert({ MEHRWERT_DATA: `${folder}/data` }, await freePort());
  const stock = await serveStockPage(await definitionAt(server.url));
  const browser = await launchBrowser();
  const ours: Visit[] = [];
  const theirs: Visit[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await visitOurs(browser, `${server.url}/s/demo`));
      theirs.push(await visitStock(browser, stock.url));
    }
  } finally {
    await browser.close();
    await stock.stop();
    await server.stop();
    remove();
  }
  return sideBySide(lines, ours, theirs);
}

async function definitionAt(url: string): Promise<string> {
  const { instrumentSlug, instrumentVersion } = await (
    await fetch(`${url}/api/studies/demo`)
  ).json();
  const reply = await fetch(`${url}/api/instruments/${instrumentSlug}/${instrumentVersion}`);
  return reply.text();
}

async function visitOurs(browser: Browser, url: string): Promise<Visit> {
  const visit = await slowVisit(browser, url);
  const { page } = visit;
  const bytesUntilUsable = visit.bytes();
  await page.waitForTimeout(readingMs);
  const paintMs = await visit.largestPaintMs();
  await page.locator("input[name=consent]").first().check();
  const submit = page.locator("form:not(.resume) button[type=submit]");
  const startMs = await visit.press(submit, "#progress-text");
  const turnsMs: number[] = [];
  while (!(await page.locator("progress").evaluate(isFull))) {
    turnsMs.push(await visit.press(submit, "#progress-text"));
  }
  return measured(visit, { bytesUntilUsable, paintMs, startMs, turnsMs });
}

function isFull(bar: Element): boolean {
  return bar.getAttribute("value") === bar.getAttribute("max");
}

/** Its first page is the consent question; it is usable once it is drawn. */
async function visitStock(browser: Browser, url: string): Promise<Visit> {
  const visit = await slowVisit(browser, url);
  const { page } = visit;
  const next = page.locator(".sd-navigation__next-btn");
  await next.waitFor();
  const bytesUntilUsable = visit.bytes();
  await page.waitForTimeout(readingMs);
  const paintMs = await visit.largestPaintMs();
  await page.locator("input[type=radio]").first().check({ force: true });
  const startMs = await visit.press(next, ".sd-page");
  const turnsMs: number[] = [];
  while (await next.isVisible()) turnsMs.push(await visit.press(next, ".sd-page"));
  return measured(visit, { bytesUntilUsable, paintMs, startMs, turnsMs });
}

async function measured(
  visit: SlowVisit,
  {
    bytesUntilUsable,
    paintMs,
    startMs,
    turnsMs,
  }: { bytesUntilUsable: number; paintMs: number; startMs: number; turnsMs: number[] },
): Promise<Visit> {
  const sorted = turnsMs.toSorted((a, b) => a - b);
  const layoutShift = await visit.layoutShift();
  const wholeBytes = visit.bytes();
  await visit.close();
  return {
    "first page: largest contentful paint": paintMs / 1000,
    "first page: compressed until usable": bytesUntilUsable / 1000,
    "from start to a usable first question": startMs / 1000,
    "page turn, median of a visit": (sorted[Math.floor(sorted.length / 2)] ?? 0) / 1000,
    "page turn, slowest of a visit": (sorted.at(-1) ?? 0) / 1000,
    "whole questionnaire, compressed": wholeBytes / 1000,
    "layout shift at 360 px, whole visit": layoutShift,
  };
}
