import type { Answers, Instrument, Language, Question, SurveyResponse } from "@mehrwert/study";
import { visibleQuestions } from "@mehrwert/study";
import type { Locator } from "playwright-core";
import type { WatchedPage } from "../setup/browser.ts";
import type { TestServer } from "../setup/server.ts";

/** What a participant works with. */
export type Hand = "mouse" | "keyboard" | "finger";

/**
 * One participant in a browser, in the words of the field. What they do is queued, so that a journey reads as one
 * sentence; `submits()` and `done()` end it and wait.
 *
 * @example await participant.opens("demo").consents().answers({ "d-lead": "no" }).submits();
 */
export class Participant {
  readonly page: WatchedPage;
  readonly #origin: string;
  readonly #hand: Hand;
  #sentId: string | undefined;
  #queue: Promise<void> = Promise.resolve();

  constructor(page: WatchedPage, origin: string, hand: Hand = "mouse") {
    this.page = page;
    this.#origin = origin;
    this.#hand = hand;
    page.on("request", (request) => {
      if (request.method() === "POST") this.#sentId = request.postDataJSON().id;
    });
  }

  /** Waits until everything asked for is done. */
  done(): Promise<void> {
    const queue = this.#queue;
    this.#queue = Promise.resolve();
    return queue;
  }

  #then(step: () => Promise<unknown>): this {
    this.#queue = this.#queue.then(async () => void (await step()));
    return this;
  }

  opens(study: string): this {
    return this.#then(async () => {
      await this.page.goto(`${this.#origin}/s/${study}`);
      await this.page.locator("h1").waitFor();
    });
  }

  consents(): this {
    return this.#then(async () => {
      await this.#choose("consent", "yes");
      await this.#press(this.#goOnButton());
      await this.page.locator("progress").waitFor();
    });
  }

  declines(): this {
    return this.#then(async () => {
      await this.#choose("consent", "no");
      await this.#press(this.#goOnButton());
      await this.page.locator(".message").waitFor();
    });
  }

  /** Answers page by page, going on whenever the page shown has none of the questions left over. */
  answers(given: Answers): this {
    return this.#then(async () => {
      const left = new Map(Object.entries(given));
      while (left.size > 0) {
        for (const name of await this.#questionsShown()) {
          const answer = left.get(name);
          if (answer === undefined) continue;
          await this.#answer(name, answer);
          left.delete(name);
        }
        const more = await this.#questionsShown();
        if (left.size > 0 && !more.some((name) => left.has(name))) {
          if (await this.#isLastPage()) throw new Error(`never asked: ${[...left.keys()]}`);
          await this.#turnPage();
        }
      }
    });
  }

  goesOn(): this {
    return this.#then(() => this.#turnPage());
  }

  goesBack(): this {
    return this.#then(async () => {
      const heading = await this.heading();
      await this.#press(this.page.locator(".navigation button[type=button]"));
      await this.#headingOtherThan(heading);
    });
  }

  pressesTheBrowsersBack(): this {
    return this.#then(async () => {
      const heading = await this.heading();
      await this.page.goBack();
      await this.#headingOtherThan(heading);
    });
  }

  reloads(): this {
    return this.#then(async () => {
      await this.page.reload();
      await this.page.locator("h1").waitFor();
    });
  }

  switchesTo(language: Language): this {
    return this.#then(async () => {
      await this.#press(this.page.locator(`.mw-language button[lang=${language}]`));
      await this.page.locator(`html[lang=${language}]`).waitFor();
    });
  }

  /** Goes on to the last page and submits, without waiting for what comes of it. */
  triesToSubmit(): Promise<void> {
    return this.#then(async () => {
      while (!(await this.#isLastPage())) await this.#turnPage();
      await this.#press(this.#goOnButton());
    }).done();
  }

  /** Submits and waits for the thank-you page. */
  async submits(): Promise<void> {
    await this.triesToSubmit();
    await this.page.locator(".message").waitFor();
  }

  async heading(): Promise<string> {
    return (await this.page.locator("h1").textContent()) ?? "";
  }

  /** The response as the server keeps it, found by the id this participant's page sent; undefined if it is not there. */
  async stored(server: TestServer): Promise<SurveyResponse | undefined> {
    return (await server.store.responses("demo")).find(({ id }) => id === this.#sentId);
  }

  async #questionsShown(): Promise<string[]> {
    const ids = await this.page
      .locator("form .question")
      .evaluateAll((boxes) => boxes.map(({ id }) => id));
    return ids.map((id) => id.replace(/^q-/, ""));
  }

  #goOnButton(): Locator {
    return this.page.locator("form button[type=submit]");
  }

  async #isLastPage(): Promise<boolean> {
    const bar = this.page.locator("progress");
    return (await bar.getAttribute("value")) === (await bar.getAttribute("max"));
  }

  async #turnPage(): Promise<void> {
    const heading = await this.heading();
    await this.#press(this.#goOnButton());
    await this.#headingOtherThan(heading);
  }

  async #headingOtherThan(heading: string): Promise<void> {
    await this.page.locator("h1").filter({ hasNotText: heading }).waitFor();
  }

  async #answer(name: string, answer: Answers[string]): Promise<void> {
    if (typeof answer === "object" && !Array.isArray(answer)) {
      for (const [row, code] of Object.entries(answer)) await this.#choose(`${name}/${row}`, code);
      return;
    }
    if (!Array.isArray(answer)) {
      const field = this.page.locator(`#q-${name}-input`);
      if ((await field.count()) === 0) await this.#choose(name, answer);
      else await this.#type(field, String(answer));
      return;
    }
    const isRanking = (await this.page.locator(`#q-${name} .ranking`).count()) > 0;
    for (const code of answer) {
      if (isRanking)
        await this.#press(this.page.locator(`#q-${name} [data-focus="option-${code}"]`));
      else await this.#tick(this.page.locator(`input[name="${name}"][value="${code}"]`));
    }
  }

  async #press(target: Locator): Promise<void> {
    if (this.#hand === "finger") return target.tap();
    if (this.#hand === "mouse") return target.click();
    await this.#tabTo(target);
    await this.page.keyboard.press("Enter");
  }

  async #tick(target: Locator): Promise<void> {
    if (this.#hand !== "keyboard") return this.#press(target);
    await this.#tabTo(target);
    await this.page.keyboard.press("Space");
  }

  /** A radio button: with the keyboard one goes to the group, then with the arrows to the option. */
  async #choose(name: string, code: string | number): Promise<void> {
    const target = this.page.locator(`input[name="${name}"][value="${code}"]`);
    if (this.#hand !== "keyboard") return this.#press(target);
    await this.#tabTo(this.page.locator(`input[name="${name}"]`));
    for (let turn = 0; turn < 20; turn += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await this.page.keyboard.press("ArrowDown");
    }
    await this.page.keyboard.press("Space");
  }

  async #type(field: Locator, text: string): Promise<void> {
    if (this.#hand === "keyboard") await this.#tabTo(field);
    else await this.#press(field);
    await this.page.keyboard.type(text);
  }

  async #tabTo(targets: Locator): Promise<void> {
    for (let turn = 0; turn < 400; turn += 1) {
      const isThere = await targets.evaluateAll((elements) =>
        elements.some((element) => element === document.activeElement),
      );
      if (isThere) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`the Tab key never reaches ${targets}`);
  }
}

function plausible(question: Question): Answers[string] {
  switch (question.type) {
    case "radiogroup":
      return question.choices[0]?.value ?? "";
    case "checkbox":
      return question.choices.slice(0, question.maxSelectedChoices ?? 2).map(({ value }) => value);
    case "ranking":
      return question.choices
        .slice(0, question.maxSelectedChoices ?? question.choices.length)
        .map(({ value }) => value)
        .reverse();
    case "matrix":
      return Object.fromEntries(
        question.rows.map(({ value }, at) => [
          value,
          question.columns[(at * 2 + 3) % question.columns.length]?.value ?? 1,
        ]),
      );
    default:
      return "Weil ich damit weiterkomme & es mir hilft.";
  }
}

/** An answer to every question that somebody sees who answers the given ones like this; consent aside. */
export function everyAnswer(instrument: Instrument, given: Answers): Answers {
  const { question: consent, given: yes } = instrument.mehrwert.consent;
  const all: Answers = { ...given, [consent]: yes };
  for (const question of instrument.pages.flatMap(({ elements }) => elements)) {
    if (!(question.name in all)) all[question.name] = plausible(question);
  }
  const visible = visibleQuestions(instrument, all);
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => visible.has(name) && name !== consent),
  );
}
