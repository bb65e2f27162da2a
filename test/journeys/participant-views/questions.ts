import type { Question } from "@mehrwert/study";
import type { Page } from "playwright-core";
import { everyType } from "../../fixtures/question-types.ts";
import { everyAnswer } from "../every-answer.ts";
import { sendingViews } from "./sending.ts";
import type { Visit, Walk } from "./visit.ts";

/** Settings of the study that fields `everyType`. */
export const everyTypeSettings = { codeSalt: "0123456789abcdef".repeat(2) };

const goOn = "form:not(.resume) button[type=submit]";

/** Every type of question: as it comes, not answered although it must be, half done, and answered; then the end. */
export const questionsWalk: Walk = {
  name: "the questionnaire",
  walk: async (visit) => {
    const { page, participant, look } = visit;
    await participant.opens("demo").consents().done();
    const answers = everyAnswer(everyType, textsWithoutLanguage);
    const questions = everyType.pages.slice(1).flatMap(({ elements }) => elements);
    for (const [at, question] of questions.entries()) {
      const { name } = question;
      await look(`${name}, as it comes`);
      await page.locator(goOn).click();
      await page.locator(".mw-notice-error a").first().click();
      await page.locator(`#q-${name} :focus`).waitFor();
      await look(`${name}, not answered`);
      await halfDone[question.type]?.(visit, question);
      if (question.type === "maxdiff") await choosesInEverySet(page);
      else await participant.answers({ [name]: answers[name] ?? "" }).done();
      if (question.type === "code") await page.locator(codeIsMade).waitFor();
      await look(`${name}, answered`);
      if (at === 1) await dialogs(visit);
      if (at < questions.length - 1) await participant.goesOn().done();
    }
    await sendingViews(visit);
  },
};

/** Where a self-generated code is complete. */
export const codeIsMade = ".code-state:text-matches('Ihr Code ist gebildet|Your code is made')";

const textsWithoutLanguage = { "pulse-word": "42", remark: "42" };

/** MaxDiff: in every set the first option as best and the last as worst. */
async function choosesInEverySet(page: Page): Promise<void> {
  const next = page.locator(".maxdiff-actions .mw-button-primary");
  for (;;) {
    const ends = (side: string) => page.locator(`.maxdiff-end-${side} input`);
    await ends("best").first().click();
    await ends("worst").last().click();
    if ((await next.count()) === 0) return;
    await next.click();
  }
}

/** What else a question can say while somebody answers it, by its type. */
const halfDone: {
  [type in Question["type"]]?: (visit: Visit, question: Question) => Promise<void>;
} = {
  code: async ({ page, participant, look }, { name }) => {
    await participant.answers({ [name]: { "first-name": "ö", "birth-day": "99" } }).done();
    await page.keyboard.press("Tab");
    await page.locator(".code-element .question-error").waitFor();
    await look(`${name}, begun and wrong`);
    for (const field of await page.locator(".code-element input").all()) await field.fill("");
  },
  checkbox: async ({ page, look }, { name }) => {
    const options = page.locator(`#q-${name} input`);
    for (const at of [0, 1, 2]) await options.nth(at).click();
    await page.locator(`#q-${name} .hint:not(:empty)`).waitFor();
    await look(`${name}, one too many`);
    for (const at of [0, 1]) await options.nth(at).uncheck();
  },
  ranking: async ({ page, participant, look }, { name }) => {
    await participant.answers({ [name]: ["vd-1", "vd-3"] }).done();
    await page.locator("[data-focus=placed-vd-3]").press("Space");
    await look(`${name}, one selected to swap`);
    for (const option of ["vd-1", "vd-3"])
      await page.locator(`[data-focus=back-${option}]`).click();
  },
  text: async ({ page, look }, { name }) => {
    const field = page.locator(`#q-${name}-input`);
    await field.fill("1".repeat(28));
    await page.locator(`#q-${name} .hint:not(:empty)`).waitFor();
    await look(`${name}, nearly full`);
    await field.fill("");
  },
  maxdiff: async ({ page, look }, { name }) => {
    const next = page.locator(".maxdiff-actions .mw-button-primary");
    await page.locator(`#q-${name} input`).first().click();
    await next.click();
    await page.locator(".maxdiff-said.question-error").waitFor();
    await look(`${name}, half a set`);
  },
};

async function dialogs({ page, look }: Visit): Promise<void> {
  for (const [at, what] of ["ending early", "deleting"].entries()) {
    await page.locator(".endings > .mw-button:has(+ dialog)").nth(at).click();
    await page.locator("dialog[open]").waitFor();
    await look(`${what}, asked back`);
    await page.keyboard.press("Escape");
  }
}
