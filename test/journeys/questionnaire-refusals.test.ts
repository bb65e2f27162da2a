import type { Route } from "playwright-core";
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

test("answers the server refuses are named and can be mended", async () => {
  await participant.opens("demo").consents().answers(given).done();
  await participant.page.locator("#q-value-drivers-reason-input").evaluate((field) => {
    if (!(field instanceof HTMLTextAreaElement)) return;
    const write = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
    write?.call(field, "ein halbes Zeichen: \ud83d");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await participant.page.locator("form:not(.resume) button[type=submit]").click();
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
  await journey.server.store.setStudyStatus("demo", "closed");
  await participant.triesToSubmit();
  await participant.page.getByText("nimmt keine Antworten mehr an").waitFor();
  expect(await draftsOnDevice(participant.page)).toHaveLength(1);
  await participant.goesBack().done();
  const late = new Participant(await journey.newPage(), journey.server.url);
  await late.opens("demo").done();
  expect(await late.heading()).toBe("Diese Befragung ist beendet");
  await journey.server.store.setStudyStatus("demo", "fielding");
});

test("a refusal that is not about the study is not taken for its end", async () => {
  await participant.opens("demo").consents().answers(given).done();
  await participant.page.route("**/responses", (route) =>
    route.fulfill({ status: 403, contentType: "text/html", body: "<h1>Proxy</h1>" }),
  );
  await participant.triesToSubmit();
  await participant.page.getByText("Der Server hat die Antworten nicht angenommen").waitFor();
  expect(await participant.page.getByText("nimmt keine Antworten mehr an").count()).toBe(0);
  expect(await draftsOnDevice(participant.page)).toHaveLength(1);
});

test("a questionnaire changed meanwhile says so; after the reload the answers that still fit are there", async () => {
  const { study, instrument } = journey.server;
  const before = JSON.stringify(instrument).replaceAll('"value":"member"', '"value":"a-member"');
  const serveInstead = (body: string) => (route: Route) =>
    route.fulfill({ contentType: "application/json", body });
  const older = JSON.stringify({ ...study, definitionHash: "0".repeat(64) });
  await participant.page.route("**/s/demo", async (route) => {
    const reply = await route.fetch();
    const page = (await reply.text()).replaceAll(study.definitionHash, "0".repeat(64));
    await route.fulfill({ response: reply, body: page });
  });
  await participant.page.route("**/api/studies/demo", serveInstead(older));
  await participant.page.route("**/api/instruments/**", serveInstead(before));
  const answered = { ...given, "network-experience": "a-member" };
  await participant.opens("demo").consents().answers(answered).done();
  await participant.triesToSubmit();
  await participant.page.getByText("Der Fragebogen wurde inzwischen geändert").waitFor();

  await participant.page.unrouteAll();
  await participant.page.getByRole("button", { name: "Seite neu laden" }).click();
  await participant.page.getByText("Ihre Antworten sind noch da, soweit sie").waitFor();
  expect(await participant.page.locator("input[name=consent]:checked").count()).toBe(0);
  await participant.consents().submits();
  const { "network-experience": _dropped, ...fitting } = given;
  expect((await stored())?.answers).toEqual({ consent: "yes", ...fitting });
});

test("an earlier version that is stored already is no loss: it says so and offers only to finish", async () => {
  const problem = { type: "/problems/conflict", title: "", status: 409 };
  await participant.opens("demo").consents().answers(given).done();
  await participant.page.route("**/responses", (route) =>
    route.fulfill({
      status: 409,
      contentType: "application/problem+json",
      body: JSON.stringify(problem),
    }),
  );
  await participant.triesToSubmit();
  await participant.page.getByText("Schon gespeichert", { exact: true }).waitFor();
  expect(await participant.page.getByText("Antworten absenden").count()).toBe(0);
  expect(await participant.page.evaluate(() => document.activeElement?.textContent)).toBe(
    "Abschließen",
  );
  await participant.page.keyboard.press("Enter");
  await participant.page.locator(".message").waitFor();
  expect(await participant.heading()).toBe("Vielen Dank!");
});
