import { beforeEach, expect, test } from "vitest";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { comingBack, first } from "./coming-back.ts";
import { draftsOnDevice, everythingOnDevice } from "./kept-on-device.ts";
import type { Participant } from "./participant.ts";

const journey = withServerAndBrowser();
const { isSaid, stored, on, besides, pauses, resumes } = comingBack(journey);
const second = { "value-drivers": ["vd-5", "vd-2"], "value-drivers-reason": "Weil es zählt." };

let person: Participant;
beforeEach(async () => {
  person = await on();
});

test("on a shared device nothing is left, whatever happens; the code brings it back", async () => {
  await person.opens("demo").done();
  await person.page.locator("#shared-device").check();
  await person.consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  const nothing = `[] ["${journey.server.url}/s/demo",{},{}] []`;
  expect(await everythingOnDevice(person.page)).toBe(nothing);
  const code = await pauses(person);
  expect(await person.page.getByText("Von diesem Gerät entfernen").count()).toBe(0);
  await person.reloads().done();
  expect(await person.page.locator("input[name=consent]:checked").count()).toBe(0);
  expect(await everythingOnDevice(person.page)).toBe(nothing);
  const again = await resumes(await on(), code);
  await again.submits();
  expect(await stored(again)).toMatchObject(first);
});

test("whoever resumes on a shared device leaves nothing there, and takes along what lay there saved", async () => {
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  const context = person.page.context();
  const code = await pauses(person);
  await person.page.close();
  const again = await besides(context);
  await again.opens("demo").done();
  expect(await draftsOnDevice(again.page)).toHaveLength(1);
  await again.page.locator("#shared-device-resuming").check();
  await again.page.locator("#resume-code").fill(code);
  await again.page.locator("form.resume button").click();
  await again.answers({ "value-drivers": ["vd-5"] }).done();
  await isSaid(again, "Gespeichert");
  const nothing = `[] ["${journey.server.url}/s/demo",{},{}] []`;
  expect(await everythingOnDevice(again.page)).toBe(nothing);
  await again.submits();
  expect(await stored(again)).toMatchObject({ ...first, "value-drivers": ["vd-5"] });
});

test("the next person at the same page chooses anew whether the device is shared, and how to go on", async () => {
  const other = await on();
  await other.opens("demo").consents().answers(first).done();
  await isSaid(other, "Gespeichert");
  const code = await pauses(other);

  await person.opens("demo").consents().answers(first).submits();
  await person.page.getByText("Eine andere Person möchte an diesem Gerät teilnehmen").click();
  await person.page.locator("#shared-device").check();
  await person.consents().answers(second).done();
  await isSaid(person, "Gespeichert");
  const nothing = `[] ["${journey.server.url}/s/demo",{},{}] []`;
  expect(await everythingOnDevice(person.page)).toBe(nothing);
  await person.submits();
  expect(await stored(person)).toEqual({ consent: "yes", ...second });

  await person.page.getByText("Eine andere Person möchte an diesem Gerät teilnehmen").click();
  await person.page.locator("details.resumption summary").click();
  await person.page.locator("#resume-code").fill(code);
  await person.page.locator("form.resume button").click();
  await person.page.locator("progress").waitFor();
  expect(await everythingOnDevice(person.page)).toBe(nothing);
  await person.submits();
  expect(await stored(person)).toMatchObject(first);
});

test("going back to say no after having answered is asked about, and then deletes", async () => {
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  const code = await pauses(person);
  await person.page.getByText("Jetzt weiter ausfüllen").click();
  await person.goesBack().declines().done();
  expect(await person.heading()).toBe("Nicht mehr teilnehmen");
  await person.page.getByText("Nein, weiter ausfüllen").click();
  await person.page.locator("progress").waitFor();
  await person.goesBack().declines().done();
  await person.page.getByText("Ja, alles löschen").click();
  await person.page.getByText("auf diesem Gerät und auf dem Server.").waitFor();
  expect(await draftsOnDevice(person.page)).toEqual([]);
  const again = await resumes(await on(), code);
  await again.page.getByText("Zu diesem Code gibt es keine unfertigen Antworten").waitFor();
});

test("removed and resumed in the same tab goes on in the questionnaire, not before it", async () => {
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  const code = await pauses(person);
  await person.page.getByText("Von diesem Gerät entfernen").click();
  await person.reloads().done();
  await resumes(person, code);
  await person.page.locator("progress").waitFor();
  await person.submits();
  expect(await stored(person)).toMatchObject(first);
});

test("who has only consented and says no has stored nothing, here or there", async () => {
  const sent: string[] = [];
  person.page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.url());
  });
  await person.opens("demo").consents().goesOn().done();
  expect(await draftsOnDevice(person.page)).toHaveLength(1);
  await person.goesBack().goesBack().declines().done();
  await person.page.getByText("Es wurde nichts gespeichert.").waitFor();
  await expect.poll(() => draftsOnDevice(person.page)).toEqual([]);
  expect(sent).toEqual([]);
});

test("sent on another device, a reload here shows the deletion code once and then forgets it", async () => {
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  const other = await resumes(await on(), await pauses(person));
  await other.submits();
  await person.reloads().done();
  expect(await person.heading()).toBe("Vielen Dank!");
  expect(await person.page.locator(".secret-code-shown").count()).toBe(1);
  await person.reloads().done();
  await person.page.getByText("Der Löschcode ist hier nicht mehr zu sehen").waitFor();
  expect(await person.page.locator(".secret-code-shown").count()).toBe(0);
});

test("paused and removed from the device, nothing is left there, and the code goes on elsewhere", async () => {
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  const code = await pauses(person);
  await person.page.getByText("Von diesem Gerät entfernen").click();
  await person.page.getByText("Auf diesem Gerät ist nichts mehr.").waitFor();
  await expect.poll(() => draftsOnDevice(person.page)).toEqual([]);
  expect(await person.page.evaluate(() => sessionStorage.length)).toBe(0);
  const again = await resumes(await on(), code);
  await again.submits();
  expect(await stored(again)).toMatchObject(first);
});

test("stopping deletes the draft on the server, too; offline it says what is so", async () => {
  await person.opens("demo").consents().answers(first).done();
  await isSaid(person, "Gespeichert");
  const code = await pauses(person);
  await person.page.getByText("Jetzt weiter ausfüllen").click();
  await person.page.getByText("Abbrechen und Antworten löschen").click();
  await person.page.getByText("Ja, alles löschen").click();
  await person.page.getByText("auf diesem Gerät und auf dem Server.").waitFor();
  const again = await resumes(await on(), code);
  await again.page.getByText("Zu diesem Code gibt es keine unfertigen Antworten").waitFor();

  const other = await on();
  await other.opens("demo").consents().answers(first).done();
  await isSaid(other, "Gespeichert");
  await other.page.context().setOffline(true);
  await other.page.getByText("Abbrechen und Antworten löschen").click();
  await other.page.getByText("Ja, alles löschen").click();
  await other.page.getByText("nach 14 Tagen von selbst").waitFor();
});

test("a draft lies on a device for a day and is then thrown away by whichever page of the study comes next", async () => {
  await person.opens("demo").consents().answers(first).done();
  await expect.poll(() => draftsOnDevice(person.page)).toHaveLength(1);
  const context = person.page.context();
  await person.page.close();
  const later = await besides(context);
  await later.page.clock.install({ time: Date.now() + 25 * 60 * 60 * 1000 });
  await later.opens("demo").done();
  await expect.poll(() => draftsOnDevice(later.page)).toEqual([]);
});
