import { expect, test } from "vitest";
import { checkAccessibility } from "../setup/browser.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { Participant } from "./participant.ts";

const journey = withServerAndBrowser();

const participant = async () => new Participant(await journey.newPage(), journey.server.url);
const address = () => `${journey.server.url}/s/demo`;

test("without any script the page tells everything there is to know, and what the questionnaire needs", async () => {
  const page = await journey.newPage();
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: false });
  const plain = await context?.newPage();
  await plain?.goto(`${address()}?lang=de`);
  const text = async () => String(await plain?.locator("main").allInnerTexts());
  const { title, informationSheet } = journey.server.study;
  expect(await text()).toContain(title.de);
  expect(await text()).toContain(informationSheet.purpose.de);
  expect(await text()).toContain("Der Fragebogen selbst braucht JavaScript");
  await plain?.locator("details:not(.resumption) summary").click();
  expect(await text()).toContain(informationSheet.rights.de);
  await plain?.getByRole("link", { name: "English" }).click();
  expect(await text()).toContain(title.en);
  await context?.close();
});

test("the questionnaire comes while somebody reads, and starting asks the server for nothing more", async () => {
  const { page } = await participant();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(address(), { waitUntil: "load" });
  const first = [...asked];
  expect(
    first.filter((path) => !/^\/(s\/demo|questionnaire\/assets\/index-.*)$/.test(path)),
  ).toEqual([]);
  await page.waitForLoadState("networkidle");
  expect(asked.some((path) => path.includes("/assets/mount-app"))).toBe(true);
  expect(asked).toContain("/api/studies/demo");
  const before = asked.length;
  await page.locator("input[name=consent][value=yes]").check();
  await page.locator("form:not(.resume) button[type=submit]").click();
  await page.locator("progress").waitFor();
  expect(asked.slice(before)).toEqual([]);
});

test("who comes back to the beginning reads the very same page, free of accessibility faults", async () => {
  const person = await participant();
  await person.opens("demo").done();
  const main = person.page.locator("main");
  const first = await main.allInnerTexts();
  await person.consents().goesBack().done();
  // What is only for those who begin is gone: the shared device, and the way in with a code.
  const beginning = /\n+Dieses Gerät[^\n]*|\n+Schon begonnen\?[^\n]*/g;
  const again = await main.allInnerTexts();
  expect(again).toEqual(first.map((text) => text.replace(beginning, "")));
  expect(again).not.toEqual(first);
  expect(await checkAccessibility(person.page)).toEqual([]);
  await person.switchesTo("en").done();
  expect(new URL(person.page.url()).search).toBe("?lang=en");
  await person.reloads().done();
  expect(await person.heading()).toBe(journey.server.study.title.en);
});

test("a decision counts only for the questionnaire it was made about", async () => {
  const person = await participant();
  const changed = JSON.stringify({ ...journey.server.study, definitionHash: "1".repeat(64) });
  await person.page.route("**/api/studies/demo", (route) =>
    route.fulfill({ contentType: "application/json", body: changed }),
  );
  await person.opens("demo").done();
  await person.page.locator("input[name=consent][value=yes]").check();
  await person.page.locator("form:not(.resume) button[type=submit]").click();
  await person.page.locator("[aria-pressed]").first().waitFor();
  expect(await person.page.locator("input[name=consent]:checked").count()).toBe(0);
  await person.consents().done();
});

test("consent counts only for the information it was given to, even if that changed before the start", async () => {
  const person = await participant();
  const { study } = journey.server;
  const rights = { de: "Neue Rechte.", en: "New rights." };
  const changed = { ...study, informationSheet: { ...study.informationSheet, rights } };
  await person.page.route("**/api/studies/demo", (route) =>
    route.fulfill({ contentType: "application/json", body: JSON.stringify(changed) }),
  );
  await person.opens("demo").done();
  await person.page.locator("input[name=consent][value=yes]").check();
  await person.page.locator("form:not(.resume) button[type=submit]").click();
  await person.page.getByText("Bitte entscheiden Sie noch einmal").waitFor();
  expect(await person.page.locator("input[name=consent]:checked").count()).toBe(0);
  await person.page.locator("details:not(.resumption) summary").click();
  await person.page.getByText("Neue Rechte.").waitFor();
});

test("the way past the header leads to the content and leaves the address alone", async () => {
  const { page } = await participant();
  await page.goto(address());
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  expect(page.url()).toBe(address());
});

test("on paper the whole information sheet is open", async () => {
  const { page } = await participant();
  await page.goto(address());
  const rights = page.getByText(journey.server.study.informationSheet.rights.de);
  expect(await rights.isVisible()).toBe(false);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await rights.isVisible()).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(await rights.isVisible()).toBe(false);
});

test("who has begun never sees the first page again on a reload, not even for a moment", async () => {
  const person = await participant();
  await person.opens("demo").consents().goesOn().done();
  await person.page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const look = () => {
      seen.push(document.querySelector("h1")?.textContent ?? "");
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await person.reloads().done();
  await person.page.locator("progress").waitFor();
  const seen = await person.page.evaluate<string[]>("globalThis.seen");
  expect(seen).not.toContain(journey.server.study.title.de);
  expect(seen).toContain(await person.heading());
});
