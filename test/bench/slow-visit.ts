import type { Browser, Locator, Page } from "playwright-core";

/** An old phone in a train: a quarter of this processor, 1.6 Mbit/s, 150 ms there and back, 360 pixels. */
const conditions = {
  processorSlowdown: 4,
  network: {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6e6 / 8,
    uploadThroughput: 750e3 / 8,
  },
  viewport: { width: 360, height: 740 },
};

/** A visit with an empty cache under these conditions. Close it at the end. */
export type SlowVisit = {
  page: Page;
  /** Bytes over the wire so far, headers included. */
  bytes: () => number;
  /** Milliseconds until the largest contentful paint so far. */
  largestPaintMs: () => Promise<number>;
  /** Sum of all layout shifts so far that nobody caused. */
  layoutShift: () => Promise<number>;
  /** Presses and gives the milliseconds from the click until the paint after `selector` shows something else. */
  press: (target: Locator, selector: string) => Promise<number>;
  close: () => Promise<void>;
};

type Watched = { __paintMs: number; __shift: number };

/** Opens a page and waits until it is loaded. */
export async function slowVisit(browser: Browser, url: string): Promise<SlowVisit> {
  const { viewport, network, processorSlowdown } = conditions;
  const context = await browser.newContext({ viewport, locale: "de-DE" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let received = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    received += encodedDataLength;
  });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", network);
  await session.send("Emulation.setCPUThrottlingRate", { rate: processorSlowdown });
  // What runs in the page is compiled by tsx, which names inner functions by a function of its own.
  await page.addInitScript("globalThis.__name = (value) => value");
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: "load" });
  return {
    page,
    bytes: () => received,
    largestPaintMs: () => page.evaluate<number>("globalThis.__paintMs"),
    layoutShift: () => page.evaluate<number>("globalThis.__shift"),
    press: async (target, selector) => {
      const settled = page.evaluate(untilChanged, selector);
      await target.click();
      return settled;
    },
    close: () => context.close(),
  };
}

/** Runs in the page before anything else. */
function watch(): void {
  const watched: Watched = Object.assign(globalThis, { __paintMs: 0, __shift: 0 });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) watched.__paintMs = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const isCaused = "hadRecentInput" in entry && entry.hadRecentInput === true;
      if (!isCaused && "value" in entry) watched.__shift += Number(entry.value);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** Runs in the page: from the next click to the frame after the one in which the element reads differently. */
function untilChanged(selector: string): Promise<number> {
  const text = () => document.querySelector(selector)?.textContent;
  const before = text();
  return new Promise((resolve) => {
    const onClick = (event: Event) => {
      const look = () => {
        const after = text();
        if (after === undefined || after === before) requestAnimationFrame(look);
        else requestAnimationFrame(() => resolve(performance.now() - event.timeStamp));
      };
      look();
    };
    addEventListener("click", onClick, { capture: true, once: true });
  });
}
