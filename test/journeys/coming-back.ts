import type { BrowserContext } from "playwright-core";
import { expect } from "vitest";
import type { View } from "../setup/browser.ts";
import type { withServerAndBrowser } from "../setup/with-browser.ts";
import { Participant } from "./participant.ts";

/** Answers to the first question of the study `demo`. */
export const first = { "network-experience": "member" };

/** How participants of a journey pause, come back and see what is kept. */
export function comingBack(journey: ReturnType<typeof withServerAndBrowser>) {
  /** What the page says about where the answers are. */
  const line = (who: Participant) => who.page.locator(".keeping p").first().textContent();
  return {
    line,
    isSaid: (who: Participant, text: string | RegExp) => expect.poll(() => line(who)).toMatch(text),
    /** Their answers as the server keeps them. */
    stored: async (who: Participant) => (await who.stored(journey.server))?.answers,
    /** Somebody on a device of their own. */
    on: async (view?: View) => new Participant(await journey.newPage(view), journey.server.url),
    /** Another page of the same browser, that is, of the same device. */
    besides: async (context: BrowserContext) => {
      const page = await context.newPage();
      const watched = Object.assign(page, { outsideRequests: [], pageErrors: [] });
      return new Participant(watched, journey.server.url);
    },
    /** Pauses, and gives the resume code. */
    pauses: async ({ page }: Participant) => {
      await page.locator(".endings > .mw-button").first().click();
      return (await page.locator(".secret-code-shown").textContent()) ?? "";
    },
    resumes: async (who: Participant, code: string) => {
      await who.opens("demo").done();
      const { page } = who;
      // It opens by itself where a draft lies on the device.
      await page
        .locator("details.resumption")
        .evaluate((details) => details.setAttribute("open", ""));
      await page.locator("#resume-code").fill(code);
      await page.locator("form.resume button").click();
      return who;
    },
  };
}
