import { beforeEach, expect, test } from "vitest";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { Participant } from "./participant.ts";

const journey = withServerAndBrowser();
let participant: Participant;
beforeEach(async () => {
  participant = new Participant(await journey.newPage(), journey.server.url);
});

const stored = () => participant.stored(journey.server);
const titles = () => participant.page.locator(".question-title").allInnerTexts();

test("whoever declines is thanked, and nothing is stored anywhere", async () => {
  await participant.opens("demo").declines().done();
  expect(await participant.heading()).toBe("Danke, dass Sie hier waren");
  expect(await journey.server.store.countResponses("demo")).toBe(0);
  expect(await participant.page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("without a choice nobody gets in, and the page says what is missing", async () => {
  await participant.opens("demo").done();
  await participant.page.locator("form:not(.resume) button[type=submit]").click();
  expect(await participant.page.locator("#consent-error").textContent()).toBe(
    "Bitte wählen Sie aus, ob Sie teilnehmen möchten.",
  );
  expect(await participant.page.locator("progress").count()).toBe(0);
});

test("people without network experience are asked in other words, and not about a network of theirs", async () => {
  await participant.opens("demo").consents().answers({ "network-experience": "never" }).done();
  expect(await participant.page.locator(".item-text").first().textContent()).toMatch(/wäre/);
  await participant.goesOn().done();
  expect(await titles()).toContain("Was wäre Ihnen an einem Netzwerk am wichtigsten?");
  await participant.answers({ "value-drivers": ["vd-3", "vd-1"], "d-lead": "no" }).submits();
  const answers = (await stored())?.answers;
  expect(answers).toEqual({
    consent: "yes",
    "network-experience": "never",
    "value-drivers": ["vd-3", "vd-1"],
    "d-lead": "no",
  });
});

test("staff are asked about their leaders, leaders about themselves; changing sides drops the other's answers", async () => {
  await participant.opens("demo").consents().answers({ "d-lead": "no" }).done();
  const staffQuestions = await titles();
  await participant.answers({ "lead-supporter": { "ls-1": 4 } }).done();
  await participant.answers({ "d-lead": "yes" }).done();
  expect(await titles()).not.toEqual(staffQuestions);
  await participant.answers({ "lead-supporter-self": {} }).submits();
  expect(Object.keys((await stored())?.answers ?? {}).sort()).toEqual(["consent", "d-lead"]);
});

test("skipping every question is allowed", async () => {
  await participant.opens("demo").consents().submits();
  expect((await stored())?.answers).toEqual({ consent: "yes" });
});
