import { beforeEach, expect, test } from "vitest";
import type { View } from "../setup/browser.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { comingBack, first } from "./coming-back.ts";
import { draftsOnDevice, everythingOnDevice } from "./kept-on-device.ts";
import type { Participant } from "./participant.ts";

const journey = withServerAndBrowser();
const { line, isSaid, stored, on, besides, pauses, resumes } = comingBack(journey);
const second = { "value-drivers": ["vd-5", "vd-2"], "value-drivers-reason": "Weil es zählt." };
const phone: View = { width: 360, touch: true };

let person: Participant;
beforeEach(async () => {
  person = await on();
});

test("begun on the phone, offline, closed, resumed at the office PC, submitted: every answer is there, once", async () => {
  const train = await on(phone);
  await train.opens("demo").consents().answers(first).done();
  await isSaid(train, "Gespeichert");
  await train.page.context().setOffline(true);
  await train.answers({ "value-drivers": ["vd-5"] }).done();
  await isSaid(train, "Nur auf diesem Gerät gespeichert: keine Verbindung.");
  const code = await pauses(train);
  await train.page.getByText("Noch ist nicht alles auf dem Server.").waitFor();
  await train.page.context().setOffline(false);
  await train.page.getByText("Alles ist gespeichert.").waitFor();
  await train.page.close();

  const office = await resumes(await on(), code);
  await office.page.locator("progress").waitFor();
  expect(await office.page.locator(".place-label").allInnerTexts()).toHaveLength(1);
  await office.answers({ ...second, "value-drivers": ["vd-2"] }).submits();
  const responses = await journey.server.store.responses("demo");
  const mine = responses.filter(({ answers }) => answers["value-drivers-reason"]);
  expect(mine.map(({ answers }) => answers)).toEqual([{ consent: "yes", ...first, ...second }]);
  expect(await draftsOnDevice(office.page)).toEqual([]);
});

test("closed while offline, what was typed comes back on the same device with the code alone", async () => {
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  const context = person.page.context();
  const code = await pauses(person);
  await person.page.getByText("Jetzt weiter ausfüllen").click();
  await context.setOffline(true);
  await person.answers({ "value-drivers": ["vd-3"] }).done();
  await isSaid(person, "keine Verbindung");
  await person.page.close();
  await context.setOffline(false);

  const again = await besides(context);
  await again.opens("demo").done();
  await again.page.getByText("Auf diesem Gerät liegen unfertige Antworten").waitFor();
  expect(await everythingOnDevice(again.page)).not.toContain("vd-3");
  expect(await everythingOnDevice(again.page)).not.toContain(code);
  await again.page.locator("#resume-code").fill(code);
  await again.page.locator("form.resume button").click();
  await again.page.locator("progress").waitFor();
  expect(await again.page.locator(".place-label").count()).toBe(1);
  await isSaid(again, "Gespeichert");
  await again.submits();
  expect(await stored(again)).toMatchObject({ ...first, "value-drivers": ["vd-3"] });
});

test("open in two windows of a browser, one fills in and the other is told; nothing is overwritten", async () => {
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  const code = await pauses(person);
  await person.page.getByText("Jetzt weiter ausfüllen").click();
  const other = await resumes(await besides(person.page.context()), code);
  await other.page.getByText("In einem anderen Fenster geöffnet").waitFor();
  await other.page.getByText("Mit dem neuesten Stand hier weitermachen").click();
  await other.page.locator("progress").waitFor();
  await person.page.getByText("In einem anderen Fenster geöffnet").waitFor();
  await other.answers({ "value-drivers": ["vd-1"] }).done();
  await isSaid(other, "Gespeichert");

  await person.page.getByText("Mit dem neuesten Stand hier weitermachen").click();
  await person.page.locator("progress").waitFor();
  await other.page.getByText("In einem anderen Fenster geöffnet").waitFor();
  await person.answers({ "value-drivers-reason": "Darum." }).submits();
  expect(await stored(person)).toMatchObject({
    ...first,
    "value-drivers": ["vd-1"],
    "value-drivers-reason": "Darum.",
  });
});

test.each([
  ["the newest answers", "Mit dem neuesten Stand hier weitermachen", ["vd-2"]],
  ["the answers in the window", "Mit den Antworten aus diesem Fenster weitermachen", ["vd-4"]],
])("on two devices the second to save is told and chooses: %s", async (_, button, ranking) => {
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  const code = await pauses(person);
  await person.page.getByText("Jetzt weiter ausfüllen").click();
  const other = await resumes(await on(phone), code);
  await other.answers({ "value-drivers": ["vd-2"] }).done();
  await isSaid(other, "Gespeichert");
  await person.answers({ "value-drivers": ["vd-4"] }).done();
  await person.page.getByText("An anderer Stelle fortgesetzt").first().waitFor();
  await person.page.getByText(button).click();
  await person.page.locator("progress").waitFor();
  await person.answers({ "value-drivers-reason": "Darum." }).done();
  await isSaid(person, "Gespeichert");
  await other.answers({ "value-drivers-reason": "Anders." }).done();
  await other.page.getByText("An anderer Stelle fortgesetzt").first().waitFor();
  await person.submits();
  expect(await stored(person)).toMatchObject({
    "value-drivers": ranking,
    "value-drivers-reason": "Darum.",
  });
  await other.page.getByText("Mit dem neuesten Stand hier weitermachen").click();
  await other.page.getByText("Schon abgesendet").waitFor();
  await other.page.getByRole("button", { name: "Abschließen" }).click();
  expect(await other.heading()).toBe("Vielen Dank!");
});

test("resumed after it was sent, the page says thank you and shows how to delete the answers", async () => {
  await person.opens("demo").consents().answers(first).done();
  const code = await pauses(person);
  await person.page.getByText("Jetzt weiter ausfüllen").click();
  await person.submits();
  const receipt = await person.page.locator(".secret-code-shown").textContent();
  const late = await resumes(await on(), code);
  await late.page.getByText("Vielen Dank!").waitFor();
  expect(await late.page.locator(".secret-code-shown").textContent()).toBe(receipt);
});

test("an hour without a connection: everything stays, is sent once, and the line never says what is not so", async () => {
  const { page } = person;
  await page.clock.install();
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  await page.context().setOffline(true);
  await person.answers({ "value-drivers": ["vd-5"] }).done();
  const said: (string | null)[] = [];
  for (let minute = 0; minute < 60; minute += 5) {
    await page.clock.fastForward("05:00");
    said.push(await line(person));
  }
  expect(said.filter((text) => text === "Gespeichert")).toEqual([]);
  let saves = 0;
  page.on("response", (reply) => {
    if (reply.url().endsWith("draft-saves") && reply.ok()) saves += 1;
  });
  await page.context().setOffline(false);
  await isSaid(person, "Gespeichert");
  expect(saves).toBe(1);
  await person.submits();
  expect(await stored(person)).toMatchObject({ ...first, "value-drivers": ["vd-5"] });
});

test("on a slow line it says “saving” until the server has acknowledged, and never “saved” before", async () => {
  const { page } = person;
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/draft-saves", async (route) => {
    await held;
    await route.continue();
  });
  await person.opens("demo").consents().answers(first).done();
  const asked = page.waitForRequest("**/draft-saves");
  await person.answers({ "value-drivers": ["vd-5"] }).done();
  await asked;
  expect(await line(person)).toBe("Wird gespeichert …");
  letThrough();
  await isSaid(person, "Gespeichert");
});

test("a server that fails, is overloaded or answers as a proxy would is tried again until it has saved", async () => {
  const { page } = person;
  const answers = [
    { status: 503, headers: { "retry-after": "1" } },
    { status: 502, contentType: "text/html", body: "<h1>Bad gateway</h1>" },
    { status: 403, contentType: "text/html", body: "<h1>Proxy</h1>" },
  ];
  let attempt = 0;
  await page.route("**/draft-saves", (route) => {
    attempt += 1;
    const failure = answers[attempt - 1];
    return failure ? route.fulfill(failure) : route.continue();
  });
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Nur auf diesem Gerät gespeichert: Der Server antwortet nicht.");
  await isSaid(person, /^Gespeichert$/);
  expect(attempt).toBeGreaterThanOrEqual(answers.length + 1);
});

const breakages: Record<string, (who: Participant) => Promise<void>> = {
  "that may not be opened": async (who) => {
    await who.page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("denied", "SecurityError");
      };
    });
  },
  "without room": async (who) => {
    const session = await who.page.context().newCDPSession(who.page);
    const { url } = journey.server;
    await session.send("Storage.overrideQuotaForOrigin", { origin: url, quotaSize: 0 });
    await who.page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
  },
};

test.each(Object.keys(breakages))(
  "a database %s in the browser: the server has it, and offline the line warns",
  async (kind) => {
    await breakages[kind]?.(person);
    await person.opens("demo").consents().answers(first).done();
    await isSaid(person, "Gespeichert");
    await person.page.context().setOffline(true);
    await person.answers({ "value-drivers": ["vd-5"] }).done();
    await isSaid(
      person,
      "auf diesem Gerät wird nichts gespeichert. Lassen Sie dieses Fenster offen",
    );
    await person.page.context().setOffline(false);
    await isSaid(person, "Gespeichert");
    await person.reloads().submits();
    expect(await stored(person)).toMatchObject({ ...first, "value-drivers": ["vd-5"] });
  },
);

test("a database that the browser throws away underneath is made anew at the next change", async () => {
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  const session = await person.page.context().newCDPSession(person.page);
  await session.send("Storage.clearDataForOrigin", {
    origin: journey.server.url,
    storageTypes: "indexeddb",
  });
  await person.answers({ "value-drivers": ["vd-5"] }).done();
  await isSaid(person, "Gespeichert");
  await expect.poll(() => draftsOnDevice(person.page)).toHaveLength(1);
});

test("a stray percent sign behind the address keeps nobody out", async () => {
  await person.follows(`${journey.server.url}/s/demo#50%`).consents().answers(first).submits();
  expect(await stored(person)).toMatchObject(first);
});

test("a draft that the server has deleted by time is saved anew by the window that still has it", async () => {
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  await journey.server.store.deleteExpiredDrafts("2099-01-01", 14);
  await person.answers({ "value-drivers": ["vd-5"] }).done();
  await isSaid(person, /^Gespeichert$/);
  await person.submits();
  expect(await stored(person)).toMatchObject({ ...first, "value-drivers": ["vd-5"] });
});

test("a study that ends while somebody is on the way lets them finish, and lets nobody else begin", async () => {
  const { store } = journey.server;
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  await store.finishStudy("demo", "2026-11-28");
  const late = await on();
  await late.opens("demo").done();
  await late.page.getByText("Beginnen kann niemand mehr.").waitFor();
  expect(await late.page.locator("main").textContent()).toContain("5. Dezember 2026");
  await person.answers({ "value-drivers": ["vd-5"] }).done();
  await isSaid(person, "Gespeichert");
  const code = await pauses(person);
  await late.page.locator("#resume-code").fill(code);
  await late.page.locator("form.resume button").click();
  await late.page.locator("progress").waitFor();
  await late.submits();
  expect(await stored(late)).toMatchObject({ ...first, "value-drivers": ["vd-5"] });
  await store.setStudyStatus("demo", "fielding");
});

test("a study closed at once says so where somebody is answering, and what they typed stays in sight", async () => {
  const { store } = journey.server;
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  await store.setStudyStatus("demo", "closed");
  await person.answers({ "value-drivers": ["vd-5"] }).done();
  await person.page.getByText("Es wird nichts mehr angenommen.").waitFor();
  expect(await person.page.locator(".place-label").count()).toBe(1);
  await isSaid(person, "Nur auf diesem Gerät gespeichert.");
  await store.setStudyStatus("demo", "fielding");
});

test("two submits in the same moment, by key and click, and once more after going back, store one response", async () => {
  const before = await journey.server.store.countResponses("demo");
  await person.opens("demo").consents().answers(first).done();
  const { page } = person;
  while (!(await page.getByText("Antworten absenden").count())) await person.goesOn().done();
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>("form:not(.resume)");
    form?.requestSubmit();
    form?.querySelector<HTMLButtonElement>("button[type=submit]")?.click();
  });
  await page.locator(".message").waitFor();
  expect(await page.locator(".secret-code-shown").count()).toBe(1);
  await page.goBack();
  expect(await person.heading()).toBe("Vielen Dank!");
  expect(await journey.server.store.countResponses("demo")).toBe(before + 1);
});
