import { openStore } from "@mehrwert/store";
import type { Browser, Page } from "playwright-core";
import { giveCookie, type SignedInAsker, setUpByLink } from "../setup/account.ts";
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
  const started = await startMehrwert({ DATABASE_URL: database.url }, await freePort());
  const ask = await setUpByLink(started);
  await ownsAll(database.url, ask, [large.slug, busy.slug]);
  const server = { ...started, ask };
  const browser = await launchBrowser();
  try {
    const firstMs = await releasedAfterMs(ask, large.slug);
    await releasedAfterMs(ask, busy.slug);
    const page = await newPage(browser, server.url, {});
    await giveCookie(page, server.url, ask.cookie);
    const opened = [];
    for (let visit = 0; visit < visits; visit += 1)
      opened.push(await visitResults(browser, page, `${server.url}/console/studies/large/results`));
    await page.context().close();
    const alone = await new SavesWhileWatched(server, busy, instrument).run({ watchers: 0 });
    const watched = await new SavesWhileWatched(server, busy, instrument).run({ watchers: 20 });
    const openMs = median(opened.map((visit) => visit.openMs));
    const longestTaskMs = Math.max(...opened.map((visit) => visit.processorMs));
    const onTheClockMs = Math.max(...opened.map((visit) => visit.clockMs));
    const lines = [
      `${people} responses × ${countedVariables(instrument)} variables`,
      `first release of all, in the background: ${(firstMs / 1000).toFixed(1)} s`,
      `open, median of ${visits}: ${openMs.toFixed(0)} ms (bar ${bars.openMs})`,
      `longest task, opening, scrolling, two updates: ${longestTaskMs.toFixed(0)} ms of processor time (bar ${bars.longestTaskMs}), ${onTheClockMs.toFixed(0)} ms on the clock`,
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

/** Gives studies made past the server to whoever asks. */
async function ownsAll(databaseUrl: string, ask: SignedInAsker, studies: readonly string[]) {
  const { id } = await (await ask("/api/me")).json();
  const store = await openStore({ databaseUrl });
  for (const study of studies)
    await store.accounts.setStudyRole({ study, person: id, role: "owner" });
  await store.close();
}

/** How long until the first release is there. */
async function releasedAfterMs(ask: SignedInAsker, study: string): Promise<number> {
  const start = performance.now();
  for (;;) {
    const reply = await ask(`/api/studies/${study}/results`);
    const { release }: { release: number } = await reply.json();
    if (release > 0) return performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Opens the page as for the first time, scrolls through it and waits for two updates. */
async function visitResults(browser: Browser, page: Page, address: string) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.clearBrowserCache");
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
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
  return { openMs, ...longestTask((await browser.stopTracing()).toString()) };
}

/** What Chromium notes of one piece of work: microseconds on the clock and of processor time. */
type TraceEvent = {
  name: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
};

/**
 * The longest tasks of the page's main thread, on the clock and in processor time: whatever else runs on the machine
 * lengthens the one and not the other.
 */
function longestTask(trace: string): { clockMs: number; processorMs: number } {
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(trace);
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const isMain = ({ name, args }: TraceEvent) =>
    name === "thread_name" && args?.name === "CrRendererMain";
  const main = new Set(traceEvents.filter(isMain).map(threadOf));
  const tasks = traceEvents.filter(
    (event) => event.name.endsWith("RunTask") && main.has(threadOf(event)),
  );
  if (tasks.length === 0) throw new Error("the trace has no task of the page");
  const longest = (of: (event: TraceEvent) => number | undefined) =>
    tasks.reduce((most, event) => Math.max(most, of(event) ?? 0), 0) / 1000;
  return { clockMs: longest(({ dur }) => dur), processorMs: longest(({ tdur }) => tdur) };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
