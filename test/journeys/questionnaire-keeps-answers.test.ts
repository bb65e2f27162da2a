import { beforeEach, expect, test } from "vitest";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { draftsOnDevice } from "./kept-on-device.ts";
import { Participant } from "./participant.ts";

const journey = withServerAndBrowser();
let participant: Participant;
beforeEach(async () => {
  participant = new Participant(await journey.newPage(), journey.server.url);
});

const given = {
  "network-experience": "member",
  "value-drivers": ["vd-5", "vd-2", "vd-8"],
  "value-drivers-reason": "Weil es zählt.",
};
const stored = () => participant.stored(journey.server);

test("a switch of language midway keeps page and answers, and the response says the last language", async () => {
  await participant.opens("demo").consents().answers(given).switchesTo("en").done();
  expect(await participant.heading()).toBe(
    journey.server.instrument.pages.find(({ name }) => name === "values")?.title.en,
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

test("minutes in sight go on over a reload, stand still in a hidden tab, and are sent to be counted", async () => {
  const { page } = participant;
  const turns = (state: "hidden" | "visible") =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await page.clock.install();
  await participant.opens("demo").consents().done();
  await page.clock.fastForward("05:00");
  await turns("hidden");
  await page.clock.fastForward("30:00");
  await turns("visible");
  await page.clock.fastForward("04:00");
  await participant.reloads().answers(given).done();
  await page.clock.fastForward("02:00");
  const sending = page.waitForRequest("**/responses");
  await participant.submits();
  expect((await sending).postDataJSON().visit).toEqual({ minutes: 11, device: "computer" });
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
  const before = await journey.server.store.countResponses("demo");
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
  expect(await journey.server.store.countResponses("demo")).toBe(before + 1);
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

test("nothing is sent from under those who look back or change something, and it says so", async () => {
  const { page } = participant;
  await participant.opens("demo").consents().answers(given).done();
  let sent = 0;
  await page.route("**/responses", (route) => {
    sent += 1;
    return sent === 1 ? route.abort() : route.continue();
  });
  await participant.triesToSubmit();
  await page.getByText("in wenigen Sekunden").waitFor();
  await participant.goesBack().done();
  await page.getByText("wird nichts von selbst gesendet").waitFor();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await participant.goesOn().answers({ "closing-comment": "Danke" }).done();
  await page.getByText("Sie haben etwas geändert.").waitFor();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  expect(sent).toBe(1);
  await participant.submits();
  expect(sent).toBe(2);
  expect(await stored()).toMatchObject({ answers: { ...given, "closing-comment": "Danke" } });
});

test("after submitting, neither the back button nor a reload shows an answer again", async () => {
  await participant.opens("demo").consents().answers(given).submits();
  await expect.poll(() => draftsOnDevice(participant.page)).toEqual([]);
  await participant.page.goBack();
  await participant.reloads().done();
  expect(await participant.heading()).toBe("Vielen Dank!");
});

test("stopping deletes the answers, after asking back", async () => {
  await participant.opens("demo").consents().answers(given).done();
  await participant.page.getByText("Abbrechen und Antworten löschen").click();
  await participant.page.getByRole("button", { name: "Nein, weiter ausfüllen" }).click();
  expect(await participant.page.locator(".place-label").count()).toBe(3);
  await participant.page.getByText("Abbrechen und Antworten löschen").click();
  await participant.page.getByText("Ja, alles löschen").click();
  await participant.page.getByText("Ihre Antworten sind gelöscht, auf diesem Gerät").waitFor();
  expect(await draftsOnDevice(participant.page)).toEqual([]);
  expect(await participant.page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("while answers are being sent nothing can be changed, and what was sent is what is stored", async () => {
  await participant.opens("demo").consents().answers(given).done();
  await participant.answers({ "closing-comment": "Danke" }).done();
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await participant.page.route("**/responses", async (route) => {
    await held;
    await route.continue();
  });
  await participant.triesToSubmit();
  await participant.page.getByText("Wird gesendet …").waitFor();
  const field = participant.page.locator("#q-closing-comment-input");
  expect(await field.isDisabled()).toBe(true);
  await participant.page.getByRole("button", { name: "Zurück" }).click({ force: true });
  await participant.page.getByText("Abbrechen und Antworten löschen").click({ force: true });
  expect(await participant.page.locator("dialog").isVisible()).toBe(false);
  expect(await field.inputValue()).toBe("Danke");
  letThrough();
  await participant.page.locator(".message").waitFor();
  expect(await stored()).toMatchObject({ answers: { ...given, "closing-comment": "Danke" } });
});

test("pages that do not arrive are asked for again, and the way goes on from there", async () => {
  const { page } = participant;
  await page.route("**/assets/mount-app*.js", (route) => route.abort());
  await participant.opens("demo").done();
  await page.locator("input[name=consent][value=yes]").click();
  await page.locator("form:not(.resume) button[type=submit]").click();
  await page.getByText("Die Befragung ist gerade nicht erreichbar").waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  await page.unrouteAll();
  await page.getByRole("link", { name: "Jetzt erneut versuchen" }).click();
  await page.locator("input[name=consent]").first().waitFor();
  await participant.consents().answers(given).submits();
  expect(await stored()).toMatchObject({ answers: given });
});

test("a study that does not arrive is asked for again at a click, and consent is not asked twice", async () => {
  const { page } = participant;
  await page.route("**/api/studies/demo", (route) => route.abort());
  await participant.opens("demo").done();
  await page.locator("input[name=consent][value=yes]").click();
  await page.locator("form:not(.resume) button[type=submit]").click();
  await page.getByText("Die Befragung ist gerade nicht erreichbar").waitFor();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Jetzt erneut versuchen" }).click();
  await page.locator("progress").waitFor();
  await participant.answers(given).submits();
  expect(await stored()).toMatchObject({ answers: { ...given, consent: "yes" } });
});
