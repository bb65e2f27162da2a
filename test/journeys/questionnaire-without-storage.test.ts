import { expect, test } from "vitest";
import type { WatchedPage } from "../setup/browser.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { Participant } from "./participant.ts";

const journey = withServerAndBrowser();

/** What browsers do whose settings or policies forbid pages to store anything. */
async function forbidStorage(page: WatchedPage): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", {
      get: () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  });
}

test("in a browser that forbids storage the questionnaire works to the end and says what a reload needs", async () => {
  const page = await journey.newPage();
  await forbidStorage(page);
  const participant = new Participant(page, journey.server.url);
  await participant.opens("demo").done();
  await page.getByText("Ihr Browser lässt diese Seite nichts auf dem Gerät speichern").waitFor();
  expect(await page.locator("footer").textContent()).toContain(
    "brauchen Sie zum Weitermachen den Fortsetzungscode",
  );
  const given = { "network-experience": "member", "value-drivers": ["vd-5", "vd-2"] };
  await participant.switchesTo("en").consents().answers(given).submits();
  expect(await participant.heading()).toBe("Thank you!");
  expect(await participant.stored(journey.server)).toMatchObject({
    language: "en",
    answers: given,
  });
});

test("where storage works, nothing is said about it", async () => {
  const page = await journey.newPage();
  await new Participant(page, journey.server.url).opens("demo").done();
  expect(await page.getByText("nichts auf dem Gerät speichern").count()).toBe(0);
});
