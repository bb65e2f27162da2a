import { expect, test } from "vitest";
import { instrumentAt } from "../setup/server.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { Participant } from "./participant.ts";
import { viewFaults } from "./participant-views/view-faults.ts";

const original = instrumentAt("value-drivers/1.0.0");
const easyTitle = "Waren Sie schon in einem Netzwerk?";
/** The value-driver questionnaire with one question in easy language, as an author would provide it. */
const instrument = {
  ...original,
  pages: original.pages.map((page) => ({
    ...page,
    elements: page.elements.map((question) =>
      question.name === "network-experience"
        ? { ...question, title: { ...question.title, "de-simple": easyTitle } }
        : question,
    ),
  })),
};
const journey = withServerAndBrowser({ instrument });

test("a study that provides easy language is read in it from the first page to the last, and the response says so", async () => {
  const person = new Participant(await journey.newPage(), journey.server.url);
  const { page } = person;
  await person.opens("demo").done();
  await page.getByRole("link", { name: "Leichte Sprache" }).click();
  await page.getByText("Niemand weiß, welche Antworten von Ihnen sind.").waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("de-simple");
  expect(await viewFaults(page, "first page in easy language")).toEqual([]);
  await person.consents().done();
  await page.locator(".question-title").getByText(easyTitle).waitFor();
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.locator(".question-title").getByText("Haben Sie schon an einem").waitFor();
  await page.getByRole("button", { name: "Leichte Sprache" }).click();
  await person.answers({ "network-experience": "member" }).reloads().done();
  await page.locator("progress").waitFor();
  expect(new URL(page.url()).searchParams.get("lang")).toBe("de-simple");
  await person.submits();
  const stored = await person.stored(journey.server);
  expect(stored).toMatchObject({
    language: "de-simple",
    answers: { "network-experience": "member" },
  });
  expect(stored?.consentHash).toMatch(/^[0-9a-f]{64}$/);
});
