import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { draftSecrets, openDraft } from "@mehrwert/privacy";
import type { Answers } from "@mehrwert/study";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumFlags, ensureChromium } from "../setup/browser.ts";
import { startServer, type TestServer } from "../setup/server.ts";

const isLong = process.env.MODE === "long";
/** How many browsers are killed, and how many tabs are closed after each wait. */
const kills = isLong ? 200 : 5;
const tabsPerWait = isLong ? 20 : 1;

const profile = mkdtempSync(join(tmpdir(), "mehrwert-profile-"));
let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
  rmSync(profile, { recursive: true, force: true });
});

/** A Chromium on the profile that its predecessors left, as somebody starts it again after a crash. */
function launch(): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    args: [...chromiumFlags],
    headless: true,
    locale: "de-DE",
  });
}

/** Kills the browser with this profile and all its processes at once, as a crash or the power button does. */
function killBrowser(): void {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      if (command.includes(profile)) process.kill(Number(pid), "SIGKILL");
    } catch {
      // Ended in the meantime.
    }
  }
}

async function begins(context: BrowserContext): Promise<{ page: Page; code: string }> {
  const page = await context.newPage();
  await page.goto(`${server.url}/s/demo`);
  await page.locator("input[name=consent][value=yes]").check();
  await page.locator("form.consent button[type=submit]").click();
  await page.locator("input[value=member]").check();
  await page.locator(".endings > .mw-button").first().click();
  const code = (await page.locator(".secret-code-shown").textContent()) ?? "";
  await page.getByText("Jetzt weiter ausfüllen").click();
  return { page, code };
}

async function resumes(context: BrowserContext, code: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.url}/s/demo`);
  await page.locator("details.resumption").evaluate((details) => details.setAttribute("open", ""));
  await page.locator("#resume-code").fill(code);
  await page.locator("form.resume button").click();
  await page.locator("progress").waitFor();
  return page;
}

/** The answers that the server has, opened with the code as only their participant can. */
async function onServer(code: string): Promise<Answers> {
  const { responseId, key } = await draftSecrets(code, "demo");
  const found = await server.store.responseDraft("demo", responseId);
  if (found.state !== "open") return {};
  const { sealed, revision } = found.draft;
  const text = await openDraft(key, sealed, { responseId, revision });
  return JSON.parse(text ?? "{}").draft.answers;
}

const choices = ["never", "former", "member", "lead"];

async function answer(page: Page, round: number): Promise<string> {
  const inputs = page.locator("#q-network-experience input");
  const values = await inputs.evaluateAll((all) => all.map((one) => one.getAttribute("value")));
  const value = values[round % values.length] ?? choices[0] ?? "";
  await page.locator(`#q-network-experience input[value="${value}"]`).check();
  return value;
}

test.runIf(process.platform === "linux")(
  `of answers given two seconds before one of ${kills} kills of the browser none is lost`,
  async () => {
    let context = await launch();
    const { code, page: first } = await begins(context);
    let page = first;
    const lost: number[] = [];
    for (let round = 0; round < kills; round += 1) {
      const given = await answer(page, round);
      await page.waitForTimeout(2_000);
      const gone = new Promise((resolve) => context.once("close", resolve));
      killBrowser();
      await gone;
      if ((await onServer(code))["network-experience"] !== given) lost.push(round);
      context = await launch();
      page = await resumes(context, code);
      const shown = await page.locator("#q-network-experience input:checked").getAttribute("value");
      if (shown !== given && !lost.includes(round)) lost.push(round);
    }
    console.info(
      `${kills} browsers killed two seconds after an answer: ${lost.length} answers lost`,
    );
    expect(lost).toEqual([]);
    await context.close();
  },
  1_800_000,
);

test.each([0, 500, 1_000, 2_000])(
  "a tab closed %i ms after an answer loses it only within the first two seconds, if at all",
  async (waitMs) => {
    const context = await launch();
    const { code, page: first } = await begins(context);
    let page = first;
    let lost = 0;
    let before = "member";
    for (let round = 0; round < tabsPerWait; round += 1) {
      const given = await answer(page, round);
      await page.waitForTimeout(waitMs);
      await page.close();
      page = await resumes(context, code);
      const shown = await page.locator("#q-network-experience input:checked").getAttribute("value");
      if (shown !== given) lost += 1;
      // Lost or not, what comes back is something that was answered.
      expect([given, before]).toContain(shown);
      before = shown ?? "";
    }
    console.info(`tabs closed ${waitMs} ms after an answer: ${lost} of ${tabsPerWait} lost`);
    if (waitMs >= 2_000) expect(lost).toBe(0);
    await context.close();
  },
  600_000,
);
