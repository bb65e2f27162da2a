import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { everyType } from "../fixtures/question-types.ts";
import { watchKeyboard } from "../setup/page-checks/keyboard-watch.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { everyAnswer } from "./every-answer.ts";
import { type HandKind, Hands } from "./hands.ts";
import { Participant } from "./participant.ts";
import { everyTypeSettings } from "./participant-views/questions.ts";
import { holdLongWaits } from "./participant-views/sending.ts";
import { visit } from "./participant-views/visit.ts";

const journey = withServerAndBrowser({ instrument: everyType, settings: everyTypeSettings });
const questions = everyType.pages.slice(1).flatMap(({ elements }) => elements);

/** Somebody for whom chance decides as for everybody else. */
async function somebody(hand: HandKind) {
  const look = () => Promise.reject(new Error("nobody looks"));
  const { page } = await visit({ ...journey, server: journey.server, language: "de", look });
  const watched = await watchKeyboard(page);
  const participant = new Participant(page, journey.server.url, hand);
  return { page, participant, hands: new Hands(page, hand), watched };
}

/** Of every set of a MaxDiff question the first option as best and the last as worst, set by set as they come. */
async function answersSets(page: Page, hands: Hands, name: string): Promise<void> {
  const next = page.locator(".maxdiff-actions .mw-button-primary");
  for (let set = 1; ; set += 1) {
    const options = page.locator(`input[name="${name}/${set}.best"]`);
    const codes = await options.evaluateAll((all) => all.map((one) => one.getAttribute("value")));
    await hands.choose(`${name}/${set}.best`, codes[0] ?? "");
    await hands.choose(`${name}/${set}.worst`, codes.at(-1) ?? "");
    if ((await next.count()) === 0) return;
    await hands.press(next);
  }
}

async function fillsIn(hand: HandKind) {
  const { page, participant, hands, watched } = await somebody(hand);
  await participant.opens("demo").consents().done();
  const answers = everyAnswer(everyType, {});
  for (const [at, { name, type }] of questions.entries()) {
    if (type === "maxdiff") await answersSets(page, hands, name);
    else await participant.answers({ [name]: answers[name] ?? "" }).done();
    if (type === "code") await page.getByText("Ihr Code ist gebildet.").waitFor();
    if (at < questions.length - 1) await participant.goesOn().done();
  }
  await participant.submits();
  const stored = await participant.stored(journey.server);
  return { stored: { ...stored, id: "" }, ...(await watched()) };
}

test("every type of question is answered by the keyboard alone, with the same data as by the mouse", async () => {
  const byKeyboard = await fillsIn("keyboard");
  const byMouse = await fillsIn("mouse");
  expect(byMouse.pointed).toContain("click");
  expect(byKeyboard.pointed).toEqual([]);
  expect(byKeyboard.lost).toEqual([]);
  expect(byKeyboard.stored).toEqual(byMouse.stored);
  const answered = Object.keys(byMouse.stored.answers ?? {});
  expect(answered.toSorted()).toEqual(["consent", ...questions.map(({ name }) => name)].toSorted());
});

test("whatever comes or goes under the keyboard, the focus stays on the page, and near", async () => {
  const { page, participant, hands, watched } = await somebody("keyboard");
  const button = (name: string | RegExp) => page.getByRole("button", { name }).first();
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return at?.closest(".question")?.id ?? at?.textContent?.trim() ?? "";
    });
  const answers = everyAnswer(everyType, {});
  const answersAndGoesOn = async (name: string) => {
    const type = questions.find((one) => one.name === name)?.type;
    if (type === "maxdiff") await answersSets(page, hands, name);
    else await participant.answers({ [name]: answers[name] ?? "" }).done();
    if (type === "code") await page.getByText("Ihr Code ist gebildet.").waitFor();
    await participant.goesOn().done();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  };

  await participant.opens("demo").declines().done();
  expect(await focused()).toBe("Danke, dass Sie hier waren");
  await hands.press(page.locator(".message button"));
  await participant.consents().done();
  await answersAndGoesOn("own-code");
  await participant.goesBack().done();
  await hands.press(button("Code neu bilden"));
  expect(await focused()).toBe("q-own-code");
  await answersAndGoesOn("own-code");

  await hands.press(button("Weiter"));
  expect(await focused()).toMatch(/^Bitte prüfen Sie diese Angaben/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("#q-rhythm :focus").waitFor();
  await participant.answers({ rhythm: "long" }).done();
  await hands.press(button("Auswahl aufheben"));
  expect(await focused()).toBe("q-rhythm");
  for (const opener of ["Hier beenden und absenden", "Abbrechen und Antworten löschen"]) {
    await hands.press(button(opener));
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    expect(await focused()).toBe(opener);
    await hands.press(button(opener));
    await hands.press(page.locator("dialog[open] button").first());
    expect(await focused()).toBe(opener);
  }
  for (const { name } of questions.slice(1, 5)) await answersAndGoesOn(name);
  const [first = "", second = ""] = ["vd-1", "vd-2"];
  await participant.answers({ "value-drivers": [first, second] }).done();
  await hands.press(page.locator(`[data-focus=back-${second}]`));
  expect(await focused()).toBe("q-value-drivers");
  await page.locator(`[data-focus=placed-${first}]`).focus();
  await page.keyboard.press("Delete");
  expect(await focused()).toBe("q-value-drivers");
  for (const { name } of questions.slice(5, 11)) await answersAndGoesOn(name);
  for (let times = 0; times < 2; times += 1) {
    await hands.tick(page.locator("#q-ties input").first());
    expect(await focused()).toBe("q-ties");
  }
  for (const { name } of questions.slice(11, -1)) await answersAndGoesOn(name);

  await participant.answers({ remark: "42" }).done();
  await page.evaluate(holdLongWaits);
  await page.route("**/responses", (route) => route.abort());
  await hands.press(button("Antworten absenden"));
  await hands.press(button("Jetzt erneut versuchen"));
  await button("Jetzt erneut versuchen").waitFor();
  expect(await focused()).toBe("Antworten absenden");
  await button("Jetzt erneut versuchen").focus();
  await page.evaluate("endLongWait()");
  await page.locator("fieldset.questions[disabled]").waitFor();
  await button("Jetzt erneut versuchen").waitFor();
  expect(await focused()).toBe("Antworten absenden");

  await hands.press(button("Abbrechen und Antworten löschen"));
  await hands.press(page.locator("dialog[open] .mw-button-danger"));
  expect(await focused()).toBe(journey.server.study.title.de);
  const { pointed, lost } = await watched();
  expect({ pointed, lost }).toEqual({ pointed: [], lost: [] });
});
