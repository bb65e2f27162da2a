import { readSecretCode, receiptHash } from "@mehrwert/privacy";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, test, vi } from "vitest";
import { checkAccessibility, type View, type WatchedPage } from "../setup/browser.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { Participant } from "./participant.ts";

const journey = withServerAndBrowser();

afterEach(() => {
  expect(journey.server.log.join("")).not.toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}/);
});

/** Somebody who has answered and sees the thank-you page, with the code shown there. */
async function submitted(view?: View): Promise<{ page: WatchedPage; code: string }> {
  const page = await journey.newPage(view);
  const participant = new Participant(page, journey.server.url);
  await participant
    .opens("demo")
    .consents()
    .answers({ "value-drivers": ["vd-1", "vd-2"] })
    .submits();
  return { page, code: await shownCode(page) };
}

async function shownCode(page: Page): Promise<string> {
  return (await page.locator(".secret-code-shown").textContent()) ?? "";
}

async function withdraws(page: Page, typed: string, study = "demo"): Promise<void> {
  await page.goto(`${journey.server.url}/s/${study}/withdraw`);
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Tab");
  await page.locator("#code").focus();
  await page.keyboard.type(typed);
  await page.keyboard.press("Enter");
}

/** The code with its last character replaced by another one, which does not make it a code of another kind by chance. */
function mistyped(code: string): string {
  const others = [..."23456789"].map((last) => `${code.slice(0, -1)}${last}`);
  const isMistyped = (other: string) => {
    const read = readSecretCode("receipt", other);
    return !read.ok && read.mistake === "check";
  };
  return others.find(isMistyped) ?? code;
}

const everywhere = (page: Page) =>
  page.evaluate(() => JSON.stringify([location.href, { ...sessionStorage }, { ...localStorage }]));

async function responsesFile(): Promise<string> {
  const reply = await journey.server.ask("/api/studies/demo/dataset.zip");
  const files = unzipSync(new Uint8Array(await reply.arrayBuffer()));
  return strFromU8(files["responses.csv"] ?? new Uint8Array());
}

describe("the code after sending", () => {
  test("is shown once, belongs to the stored response, and is kept nowhere", async () => {
    const { page, code } = await submitted();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await everywhere(page)).not.toContain(code.slice(0, 11));
    const stored = await journey.server.store.responses("demo");
    const hash = await receiptHash({ code, study: "demo" });
    const known = stored.map(({ id }) => ({ id, receiptHash: hash }));
    const found = await Promise.all(
      known.map((one) => journey.server.store.hasReceipt("demo", one)),
    );
    expect(found.filter(Boolean)).toHaveLength(1);
    expect(stored.at(0)?.consentHash).toMatch(/^[0-9a-f]{64}$/);
    await page.reload();
    await page.getByText("Der Löschcode ist hier nicht mehr zu sehen").waitFor();
    expect(await page.locator(".secret-code-shown").count()).toBe(0);
  });

  test("is the one that was sent first, also when its first answer got lost", async () => {
    const page = await journey.newPage();
    const participant = new Participant(page, journey.server.url);
    const hashes: unknown[] = [];
    await page.route("**/responses", async (route) => {
      hashes.push(route.request().postDataJSON().receiptHash);
      const reply = await route.fetch();
      if (hashes.length === 1) await route.abort("connectionreset");
      else await route.fulfill({ response: reply });
    });
    await participant
      .opens("demo")
      .consents()
      .answers({ "value-drivers": ["vd-3"] })
      .submits();
    expect(hashes).toHaveLength(2);
    expect(new Set(hashes)).toEqual(
      new Set([await receiptHash({ code: await shownCode(page), study: "demo" })]),
    );
  });

  test("is shown, and counts, also where a reload came between storing and the reply", async () => {
    const page = await journey.newPage();
    const participant = new Participant(page, journey.server.url);
    const hashes: unknown[] = [];
    await page.route("**/responses", async (route) => {
      hashes.push(route.request().postDataJSON().receiptHash);
      await route.fetch();
      await route.abort("connectionreset");
    });
    await participant
      .opens("demo")
      .consents()
      .answers({ "value-drivers": ["vd-4"] })
      .triesToSubmit();
    await page.getByText("Noch nicht gesendet", { exact: true }).waitFor();
    await participant.reloads().done();
    await page.getByText("Ihre Antworten sind gespeichert.").waitFor();
    expect(hashes).toEqual([await receiptHash({ code: await shownCode(page), study: "demo" })]);
  });

  test.each<View>([
    { width: 1280, locale: "de-DE" },
    { width: 320, locale: "en-GB", colorScheme: "dark" },
  ])("stands on a page without accessibility faults and within %o", async (view) => {
    const { page } = await submitted(view);
    expect(await checkAccessibility(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      view.width ?? 0,
    );
    await page.locator(".secret-code-actions button").first().press("Enter");
    await expect.poll(() => page.locator(".secret-code-said").textContent()).toMatch(/\.$/);
  });
});

describe("the withdrawal page", () => {
  test("deletes by keyboard alone, from database, results and dataset; a second use finds nothing", async () => {
    const { store } = journey.server;
    const before = new Set((await store.responses("demo")).map(({ id }) => id));
    const { page, code } = await submitted();
    const added = (await store.responses("demo")).find(({ id }) => !before.has(id));
    expect(await responsesFile()).toContain(added?.id);
    const sent: string[] = [];
    page.on("request", (request) => sent.push(`${request.url()} ${request.postData()}`));

    await withdraws(page, mistyped(code));
    await page.getByText("Ein Zeichen ist falsch, oder zwei sind vertauscht").waitFor();
    expect(await page.locator("#code").getAttribute("aria-invalid")).toBe("true");
    expect(sent.join(" ")).not.toContain("withdrawals");
    await withdraws(page, code.toLowerCase().replaceAll("-", " "));
    await page.getByRole("heading", { name: "Ihre Antworten sind gelöscht" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect(sent.join(" ").toUpperCase()).not.toContain(code.slice(0, 5));
    const left = (await store.responses("demo")).map(({ id }) => id);
    expect(left).not.toContain(added?.id);
    expect(left).toHaveLength(before.size);
    expect(await responsesFile()).not.toContain(added?.id);

    await withdraws(page, code);
    await page.getByText("Zu diesem Code gibt es in dieser Befragung keine Antworten").waitFor();
    expect(await everywhere(page)).not.toContain(code.slice(0, 11));
  });

  test.each<View>([
    { width: 1280, locale: "de-DE" },
    { width: 320, locale: "en-GB", colorScheme: "dark" },
  ])("has no accessibility faults, with and without a complaint, within %o", async (view) => {
    const page = await journey.newPage(view);
    await page.goto(`${journey.server.url}/s/demo/withdraw`);
    expect(await checkAccessibility(page)).toEqual([]);
    await withdraws(page, "12345");
    await page.locator(".has-error").waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(view.width ?? 0);
  });

  test("says what went wrong when the server cannot be reached, and keeps what was typed", async () => {
    const { page, code } = await submitted();
    await page.route("**/withdrawals", (route) => route.abort());
    await withdraws(page, code);
    await page.getByText("Der Server war nicht zu erreichen").waitFor();
    expect(await page.locator("#code").inputValue()).toBe(code);
  });

  test("an unknown study has a page that says so", async () => {
    const page = await journey.newPage();
    const reply = await page.goto(`${journey.server.url}/s/nowhere/withdraw`);
    expect(reply?.status()).toBe(404);
    await page.getByRole("heading", { name: "Diese Befragung gibt es nicht" }).waitFor();
  });
});

test("who consented to other information keeps the answers and decides again", async () => {
  const { store, study } = journey.server;
  const page = await journey.newPage();
  const participant = new Participant(page, journey.server.url);
  const answers = { "value-drivers": ["vd-6", "vd-5"] };
  await participant.opens("demo").consents().answers(answers).done();
  const purpose = { de: "Ein anderer Zweck", en: "Another purpose" };
  const changed = { ...study, informationSheet: { ...study.informationSheet, purpose } };
  const reading = vi.spyOn(store, "study").mockImplementation(async () => changed);
  await participant.triesToSubmit();
  await page.getByText("Die Informationen zur Befragung wurden geändert").waitFor();
  await page.getByRole("button", { name: "Seite neu laden" }).click();
  await page.getByText("Bitte entscheiden Sie noch einmal").waitFor();
  await page.getByText("Ein anderer Zweck").waitFor();
  await participant.consents().submits();
  reading.mockRestore();
  const stored = await participant.stored(journey.server);
  expect(stored?.answers).toEqual({ consent: "yes", ...answers });
  const texts = await store.consentTexts("demo");
  expect(texts.get(stored?.consentHash ?? "")).toContain("Ein anderer Zweck");
});
