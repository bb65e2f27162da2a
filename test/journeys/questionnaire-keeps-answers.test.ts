import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser, newPage } from "../setup/browser.ts";
import { startServer, type TestServer } from "../setup/server.ts";
import { Participant } from "./participant.ts";

let server: TestServer;
let browser: Browser;
let participant: Participant;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
beforeEach(async () => {
  participant = new Participant(await newPage(browser, server.url), server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const given = {
  "network-experience": "member",
  "value-drivers": ["vd-5", "vd-2", "vd-8"],
  "value-drivers-reason": "Weil es zählt.",
};
const stored = () => participant.stored(server);

test("a switch of language midway keeps page and answers, and the response says the last language", async () => {
  await participant.opens("demo").consents().answers(given).switchesTo("en").done();
  expect(await participant.heading()).toBe(
    server.instrument.pages.find(({ name }) => name === "values")?.title.en,
  );
  expect(await participant.page.locator(".place-label").allInnerTexts()).toHaveLength(3);
  await participant.submits();
  expect(await participant.heading()).toBe("Thank you!");
  expect(await stored()).toMatchObject({ language: "en", answers: given });
});

test("a reload midway keeps page, language, answers and the order shown", async () => {
  await participant.opens("demo").switchesTo("en").consents().answers(given).done();
  const cards = () => participant.page.locator(".card-label").allInnerTexts();
  const [heading, left] = [await participant.heading(), await cards()];
  await participant.reloads().done();
  expect(await participant.heading()).toBe(heading);
  expect(await cards()).toEqual(left);
  await participant.submits();
  expect(await stored()).toMatchObject({ language: "en", answers: given });
  expect((await stored())?.presentation["value-drivers"]?.moves).toBe(3);
});

test("the browser's back button turns one page back, never out, and loses nothing", async () => {
  await participant.opens("demo").consents().answers(given).goesOn().done();
  await participant.pressesTheBrowsersBack().done();
  expect(await participant.page.locator(".place-label").count()).toBe(3);
  await participant.pressesTheBrowsersBack().done();
  expect(await participant.page.locator("input[value=member]").isChecked()).toBe(true);
  await participant.pressesTheBrowsersBack().done();
  expect(await participant.page.locator("input[name=consent][value=yes]").isChecked()).toBe(true);
  await participant.page.goForward();
  await participant.page.locator("progress").waitFor();
  await participant.submits();
  expect(await stored()).toMatchObject({ answers: given });
});

test("our back button and the browser's agree", async () => {
  await participant.opens("demo").consents().answers(given).goesOn().goesBack().goesBack().done();
  expect(await participant.page.locator("input[value=member]").isChecked()).toBe(true);
  await participant.goesBack().done();
  expect(await participant.page.locator("input[name=consent]").count()).toBe(2);
});

test("sent twice is stored once: a double click, and a reply that got lost", async () => {
  const before = await server.store.countResponses("demo");
  await participant.opens("demo").consents().answers(given).done();
  let sent = 0;
  await participant.page.route("**/responses", async (route) => {
    sent += 1;
    const reply = await route.fetch();
    return sent === 1 ? route.abort() : route.fulfill({ response: reply });
  });
  while (!(await participant.page.getByText("Antworten absenden").count())) {
    await participant.goesOn().done();
  }
  await participant.page.getByText("Antworten absenden").dblclick();
  await participant.page.getByText("Noch nicht gesendet", { exact: true }).waitFor();
  expect(await participant.page.getByText("Vielen Dank!").count()).toBe(0);
  await participant.page.locator(".message").waitFor();
  expect(sent).toBe(2);
  expect(await server.store.countResponses("demo")).toBe(before + 1);
});

test("a server that fails is told apart from one that stored, and a reload meanwhile loses nothing", async () => {
  await participant.opens("demo").consents().answers(given).done();
  await participant.page.route("**/responses", (route) => route.fulfill({ status: 503 }));
  await participant.triesToSubmit();
  await participant.page.getByText("Noch nicht gesendet", { exact: true }).waitFor();
  await participant.reloads().done();
  await participant.page.unroute("**/responses");
  await participant.submits();
  expect(await stored()).toMatchObject({ answers: given });
});

test("after submitting, neither the back button nor a reload shows an answer again", async () => {
  await participant.opens("demo").consents().answers(given).submits();
  expect(await participant.page.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch("vd-");
  await participant.page.goBack();
  await participant.reloads().done();
  expect(await participant.heading()).toBe("Vielen Dank!");
});

test("stopping deletes the answers, after asking back", async () => {
  await participant.opens("demo").consents().answers(given).done();
  await participant.page.getByText("Abbrechen und Antworten löschen").click();
  await participant.page.getByText("Nein, weiter ausfüllen").click();
  expect(await participant.page.locator(".place-label").count()).toBe(3);
  await participant.page.getByText("Abbrechen und Antworten löschen").click();
  await participant.page.getByText("Ja, alles löschen").click();
  await participant.page.locator("input[name=consent]").first().waitFor();
  expect(await participant.page.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch("vd-");
});

test("answers the server refuses are named and can be mended", async () => {
  await participant.opens("demo").consents().answers(given).done();
  await participant.page.locator("#q-value-drivers-reason-input").evaluate((field) => {
    if (!(field instanceof HTMLTextAreaElement)) return;
    const write = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
    write?.call(field, "ein halbes Zeichen: \ud83d");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await participant.page.locator("form button[type=submit]").click();
  const summary = participant.page.getByRole("region", { name: "Bitte prüfen Sie diese Angaben" });
  await summary.getByRole("link").click();
  const field = participant.page.locator("#q-value-drivers-reason-input");
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  await field.fill("ein ganzes Zeichen");
  await participant.submits();
  expect((await stored())?.answers["value-drivers-reason"]).toBe("ein ganzes Zeichen");
});

test("a study that closed meanwhile says so and keeps the answers in the window", async () => {
  await participant.opens("demo").consents().answers(given).done();
  await server.store.setStudyStatus("demo", "closed");
  await participant.triesToSubmit();
  await participant.page.getByText("nimmt keine Antworten mehr an").waitFor();
  expect(await participant.page.evaluate(() => JSON.stringify(sessionStorage))).toMatch("vd-5");
  const late = new Participant(await newPage(browser, server.url), server.url);
  await late.opens("demo").done();
  expect(await late.heading()).toBe("Diese Befragung ist beendet");
  await server.store.setStudyStatus("demo", "fielding");
});
