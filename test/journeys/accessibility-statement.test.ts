import { expect, test } from "vitest";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { Participant } from "./participant.ts";

const journey = withServerAndBrowser();

/** Waits in the other window that a link has opened; closed with the page that it came from. */
async function opened(page: Awaited<ReturnType<typeof journey.newPage>>, name: RegExp) {
  const popup = page.waitForEvent("popup");
  await page.getByRole("contentinfo").getByRole("link", { name }).click();
  const other = await popup;
  await other.waitForLoadState();
  return other;
}

test("a barrier is reported by keyboard alone, and what was wrong is told first", async () => {
  const page = await journey.newPage({ locale: "de-DE" });
  await page.goto(`${journey.server.url}/accessibility/feedback?page=/s/demo`);
  const reached: string[] = [];
  const tabTo = async (name: string) => {
    for (let steps = 0; steps < 12; steps += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const { activeElement: at } = document;
        return at?.getAttribute("name") ?? at?.getAttribute("type") ?? at?.getAttribute("href");
      });
      reached.push(String(focused));
      if (focused === name) return;
    }
    throw new Error(`no way by keyboard to ${name}: ${reached.join(", ")}`);
  };
  await tabTo("submit");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  expect(await page.title()).toBe("Fehler: Barriere melden");
  await tabTo("#barrier");
  await page.keyboard.press("Enter");
  const barrier = page.getByRole("textbox", { name: "Was ist die Barriere?" });
  expect(await barrier.getAttribute("aria-invalid")).toBe("true");
  expect(await barrier.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type("Der Fokus ist nicht zu sehen.");
  await tabTo("replyTo");
  await page.keyboard.type("ich@example.org");
  await tabTo("submit");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Danke für Ihre Meldung" }).waitFor();
  expect(await journey.server.store.accessibilityFeedback()).toMatchObject([
    { barrier: "Der Fokus ist nicht zu sehen.", place: "/s/demo", replyTo: "ich@example.org" },
  ]);
  expect(journey.server.log.join("")).not.toMatch(/Fokus|example\.org/);
});

test("the form needs no script", async () => {
  const page = await journey.newPage();
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: false });
  const plain = await context?.newPage();
  await plain?.goto(`${journey.server.url}/accessibility?lang=en`);
  await plain?.getByRole("link", { name: "To the form: report a barrier" }).click();
  await plain?.getByLabel("What is the barrier?").fill("No captions");
  await plain?.getByRole("button", { name: "Send the message" }).click();
  await plain?.getByRole("heading", { name: "Thank you for your message" }).waitFor();
  const kept = await journey.server.store.accessibilityFeedback();
  expect(kept.map(({ barrier }) => barrier)).toContain("No captions");
  await context?.close();
});

test("from every view of the questionnaire the form opens beside it, and no answer is lost", async () => {
  const page = await journey.newPage({ locale: "de-DE" });
  const participant = new Participant(page, journey.server.url);
  await participant.opens("demo").done();
  const first = page.getByRole("contentinfo").getByRole("link", { name: /Barriere melden/ });
  expect(await first.getAttribute("href")).toBe("/accessibility/feedback?lang=de&page=%2Fs%2Fdemo");
  await participant.consents().goesOn().done();
  const heading = await participant.heading();
  const form = await opened(page, /Barriere melden \(in neuem Fenster\)/);
  expect(await form.getByLabel("Auf welcher Seite?").inputValue()).toBe("/s/demo");
  await form.close();
  const statement = await opened(page, /^Barrierefreiheit/);
  expect(await statement.title()).toBe("Erklärung zur Barrierefreiheit");
  await statement.close();
  expect(await participant.heading()).toBe(heading);
  await participant.submits();
  expect(await (await opened(page, /Barriere melden/)).title()).toBe("Barriere melden");
});

test.each(["/console/", "/console/library", "/console/none", "/preview/value-drivers/1.0.0"])(
  "%s leads to statement and form",
  async (path) => {
    const page = await journey.newPage({ locale: "en-GB" });
    await page.goto(journey.server.url + path);
    const footer = page.getByRole("contentinfo");
    await footer.waitFor();
    const names = await footer.getByRole("link").allInnerTexts();
    expect(names).toEqual([
      "Accessibility (in a new window)",
      "Report a barrier (in a new window)",
    ]);
  },
);
