import { languages } from "@mehrwert/study";
import { expect, test } from "vitest";
import { namelessFocusables } from "../setup/accessibility-tree.ts";
import { axeFindings } from "../setup/check-accessibility.ts";
import { clippedTexts } from "../setup/page-checks/clipped-texts.ts";
import { ScreenReader } from "../setup/screen-reader/screen-reader.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { everyAnswer } from "./every-answer.ts";
import { visit } from "./participant-views/visit.ts";

const journey = withServerAndBrowser();

/** What differs from run to run and says nothing. */
const masked = (phrase: string) =>
  phrase
    .replaceAll(/([0-9A-Z]{5}-){4}[0-9A-Z]{5}/g, "XXXXX-XXXXX-XXXXX-XXXXX-XXXXX")
    .replaceAll(/127\.0\.0\.1:\d+/g, "HOST");

test.each(languages)(
  "the standard study is heard from the first page to the thank-you as reviewed, and seen by everyone, in %s",
  async (language) => {
    const { server } = journey;
    const look = () => Promise.reject(new Error("nobody looks"));
    const { page, participant } = await visit({ ...journey, server, language, look });
    const reader = await ScreenReader.for(page);
    const heard: string[] = [];
    const wrong: string[] = [];
    const say = (phrases: string[]) =>
      heard.push(...phrases.map((phrase) => `  ${masked(phrase)}`));
    const reads = async (selector = "main") => {
      const heading = await participant.heading();
      await page
        .locator(".keeping p:first-child")
        .filter({ hasText: "…" })
        .waitFor({ state: "hidden" });
      heard.push("", heading);
      say(await reader.reads(selector));
      const faults = [...(await axeFindings(page)), ...(await namelessFocusables(page))];
      wrong.push(...faults.map((fault) => `${heading}: ${fault}`));
      await page.setViewportSize({ width: 320, height: 640 });
      wrong.push(...(await page.evaluate(clippedTexts)).map((fault) => `${heading}: ${fault}`));
      await page.setViewportSize({ width: 1280, height: 900 });
    };
    const does = async (what: string, during: () => Promise<unknown>) => {
      const said = await reader.hears(during);
      if (said.length > 0) heard.push(what);
      say(said);
    };

    await participant.opens("demo").done();
    await page.locator("details:not(.resumption) summary").click();
    await reads("body");
    await does("Nothing decided:", () =>
      page.locator("form:not(.resume) button[type=submit]").click(),
    );
    await participant.consents().done();
    const answers = everyAnswer(server.instrument, {
      "network-experience": "lead",
      "d-lead": "yes",
    });
    const pages = server.instrument.pages.slice(1);
    for (const { elements } of pages) {
      await reads();
      const here = elements.map(({ name }) => name).filter((name) => name in answers);
      const given = Object.fromEntries(here.map((name) => [name, answers[name] ?? ""]));
      await does("Answering:", () => participant.answers(given).done());
      if (elements === pages.at(-1)?.elements) continue;
      await does("Going on:", () => participant.goesOn().done());
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    }
    await does("Submitting:", () => participant.submits());
    await reads();
    await does("Copying the code:", async () => {
      await page.locator(".secret-code-actions button").first().click();
      await page.locator(".secret-code-said:not(:empty)").waitFor();
    });
    expect(wrong).toEqual([]);
    await expect(`${heard.join("\n").trim()}\n`).toMatchFileSnapshot(
      `snapshots/standard-study-spoken.${language}.txt`,
    );
  },
);
