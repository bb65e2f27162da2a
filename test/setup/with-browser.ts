import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchBrowser, newPage, type View, type WatchedPage } from "./browser.ts";
import { startServer, type TestServer } from "./server.ts";

/** Opens a fresh page that is watched and closed when its test ends. */
export type OpenPage = (origin: string, view?: View) => Promise<WatchedPage>;

/**
 * One browser for a journey file. After every test: no page asked for anything outside its own origin, and none
 * had an uncaught error. Call it at the top level of the file.
 */
export function withBrowser(): { newPage: OpenPage } {
  let browser: Browser | undefined;
  let open: WatchedPage[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    const pages = open;
    open = [];
    await Promise.all(pages.map((page) => page.context().close()));
    expect(pages.flatMap((page) => page.outsideRequests)).toEqual([]);
    expect(pages.flatMap((page) => page.pageErrors)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    newPage: async (origin, view) => {
      if (!browser) throw new Error("the browser starts in beforeAll: open pages inside tests");
      const page = await newPage(browser, origin, view);
      open.push(page);
      return page;
    },
  };
}

/** A browser as `withBrowser` gives it, and the server with the study `demo`, as `startServer` gives it. */
export function withServerAndBrowser(study: Parameters<typeof startServer>[0] = {}): {
  readonly server: TestServer;
  newPage: (view?: View) => Promise<WatchedPage>;
  /** A page of the administrator, who owns the study. */
  newConsolePage: (view?: View) => Promise<WatchedPage>;
} {
  let server: TestServer | undefined;
  beforeAll(async () => {
    server = await startServer(study);
  });
  afterAll(async () => {
    await server?.stop();
  });
  const browser = withBrowser();
  const running = () => {
    if (!server) throw new Error("the server starts in beforeAll: use it inside tests");
    return server;
  };
  return {
    get server() {
      return running();
    },
    newPage: (view) => browser.newPage(running().url, view),
    newConsolePage: async (view) => {
      const page = await browser.newPage(running().url, view);
      await running().signsIn(page);
      return page;
    },
  };
}
