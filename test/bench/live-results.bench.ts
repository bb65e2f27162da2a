import { openStore } from "@mehrwert/store";
import type { Page } from "playwright-core";
import { launchBrowser, newPage } from "../setup/browser.ts";
import { freePort, startMehrwert } from "../setup/process.ts";
import type { BenchResult } from "./main.ts";
import { SavesWhileWatched } from "./saves-while-watched.ts";
import { benchDatabase, countedVariables, fieldWideStudy, wideInstrument } from "./wide-study.ts";

const people = Number(process.env.MEHRWERT_BENCH_PEOPLE ?? 50_000);
const variables = 200;
const visits = 5;
const bars = { openMs: 2000, longestTaskMs: 200, savesPerSecond: 100, saveP99Ms: 500 };

/**
 * Results of a large study in the console, from the address to the first figures, and how long the page ever stands
 * still while it is opened, scrolled through and kept up to date; then saves while twenty people watch a study whose
 * results are computed anew all the time.
 */
export async function bench(): Promise<BenchResult> {
  const database = await benchDatabase();
  const instrument = wideInstrument(variables);
  const store = await openStore({ databaseUrl: database.url });
  const draft = await store.createLibraryDraft("wide", JSON.stringify(instrument));
  await store.publishInstrument(instrument, draft.revision);
  const large = await fieldWideStudy(store, { slug: "large", instrument, people });
  const busy = await fieldWideStudy(store, { slug: "busy", instrument, people: 1000 });
  await store.close();
  const server = await startMehrwert({ DATABASE_URL: database.url }, await freePort());
  const browser = await launchBrowser();
  try {
    const firstMs = await releasedAfterMs(server.url, large.slug);
    await releasedAfterMs(server.url, busy.slug);
    const page = await newPage(browser, server.url, {});
    const opened = [];
    for (let visit = 0; visit < visits; visit += 1)
      opened.push(await visitResults(page, `${server.url}/console/studies/large/results`));
    await page.context().close();
    const alone = await new SavesWhileWatched(server, busy, instrument).run({ watchers: 0 });
    const watched = await new SavesWhileWatched(server, busy, instrument).run({ watchers: 20 });
    const openMs = median(opened.map((visit) => visit.openMs));
    const longestTaskMs = Math.max(...opened.map((visit) => visit.longestTaskMs));
    const lines = [
      `${people} responses × ${countedVariables(instrument)} variables`,
      `first release of all, in the background: ${(firstMs / 1000).toFixed(1)} s`,
      `open, median of ${visits}: ${openMs.toFixed(0)} ms (bar ${bars.openMs})`,
      `longest task, opening, scrolling, two updates: ${longestTaskMs.toFixed(0)} ms (bar ${bars.longestTaskMs})`,
      `saves at ${bars.savesPerSecond}/s, nobody watching: ${alone.inWords()}`,
      `saves at ${bars.savesPerSecond}/s, 20 watching: ${watched.inWords()} (bar p99 ${bars.saveP99Ms} ms)`,
    ];
    const isMet =
      openMs <= bars.openMs &&
      longestTaskMs <= bars.longestTaskMs &&
      watched.p99Ms < bars.saveP99Ms &&
      watched.failed === 0;
    return { table: lines.join("\n"), isMet };
  } finally {
    await browser.close();
    await server.stop();
    await database.stop();
  }
}

/** How long until the first release is there. */
async function releasedAfterMs(origin: string, study: string): Promise<number> {
  const start = performance.now();
  for (;;) {
    const reply = await fetch(`${origin}/api/studies/${study}/results`);
    const { release }: { release: number } = await reply.json();
    if (release > 0) return performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Opens the page as for the first time, scrolls through it and waits for two updates. */
async function visitResults(page: Page, address: string) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.clearBrowserCache");
  await page.addInitScript(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: "longtask", buffered: true });
    Object.assign(globalThis, { longTasks: tasks });
  });
  const start = performance.now();
  await page.goto(address);
  await page.locator(".figure svg").first().waitFor();
  await page.locator(".question h3").first().waitFor();
  const openMs = performance.now() - start;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 900) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(50);
  }
  await page.waitForTimeout(11_000);
  const longestTaskMs = await page.evaluate<number>("Math.max(0, ...longTasks)");
  return { openMs, longestTaskMs };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
