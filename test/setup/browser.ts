import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

export { checkAccessibility } from "./check-accessibility.ts";

/** What headless Chromium needs to stay by itself, also as root. */
export const chromiumFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function foundChromium(): string | undefined {
  const named = process.env.MEHRWERT_TEST_CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
  const candidates = [
    ...(named ? [named] : []),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ];
  return candidates.find((candidate) => existsSync(candidate));
}

/**
 * The Chromium the journeys run in: `MEHRWERT_TEST_CHROMIUM`, one found on this machine, or, for root on Debian,
 * Debian's package, installed now.
 * @throws Error that says how to get one
 */
export function ensureChromium(): string {
  const found = foundChromium();
  if (found) return found;
  const isRootOnDebian = process.getuid?.() === 0 && existsSync("/etc/debian_version");
  if (isRootOnDebian) {
    process.stderr.write("Installing Debian's chromium for the browser journeys …\n");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const run = (...args: string[]) => spawnSync("apt-get", args, { stdio: "ignore", env });
    run("update", "-qq");
    run("install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core");
    const installed = foundChromium();
    if (installed) return installed;
  }
  throw new Error(
    "The browser journeys need Chromium and none was found. Install Chromium or Chrome " +
      "(on Debian: apt-get install chromium), or point MEHRWERT_TEST_CHROMIUM to its program file.",
  );
}

/** A headless Chromium with an empty profile. Close it in afterAll. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags, headless: true });
}

/** How a person looks at a page: width in CSS pixels, colours, language, finger or mouse. */
export type View = {
  width?: number;
  colorScheme?: "light" | "dark";
  locale?: "de-DE" | "en-GB";
  touch?: boolean;
  /** `off`: as if the server sent no content security policy. */
  policy?: "off";
};

/** A page in a fresh context, with the addresses outside its own origin that it asked for: there must be none. */
export type WatchedPage = Page & { outsideRequests: string[]; pageErrors: string[] };

/** Opens a fresh page; 1280 px wide, light, German, with a mouse unless told otherwise. */
export async function newPage(
  browser: Browser,
  origin: string,
  view: View = {},
): Promise<WatchedPage> {
  const options: BrowserContextOptions = {
    viewport: { width: view.width ?? 1280, height: view.touch ? 740 : 900 },
    colorScheme: view.colorScheme ?? "light",
    locale: view.locale ?? "de-DE",
    hasTouch: view.touch ?? false,
    isMobile: view.touch ?? false,
    bypassCSP: view.policy === "off",
  };
  const context = await browser.newContext(options);
  const outsideRequests: string[] = [];
  const pageErrors: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    const isLocal = url.startsWith("data:") || url.startsWith("blob:");
    if (!isLocal && new URL(url).origin !== origin) outsideRequests.push(url);
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => pageErrors.push(error.message));
  return Object.assign(page, { outsideRequests, pageErrors });
}
