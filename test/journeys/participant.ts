import type { Answers, Language, SurveyResponse } from "@mehrwert/study";
import type { Locator } from "playwright-core";
import type { WatchedPage } from "../setup/browser.ts";
import type { TestServer } from "../setup/server.ts";
import { type HandKind, Hands } from "./hands.ts";

/**
 * One participant in a browser, in the words of the field. What they do is queued, so that a journey reads as one
 * sentence; `submits()` and `done()` end it and wait.
 *
 * @example await participant.opens("demo").consents().answers({ "d-lead": "no" }).submits();
 */
export class Participant {
  readonly page: WatchedPage;
  readonly #origin: string;
  readonly #hands: Hands;
  #sentId: string | undefined;
  #queue: Promise<void> = Promise.resolve();

  constructor(page: WatchedPage, origin: string, hand: HandKind = "mouse") {
    this.page = page;
    this.#origin = origin;
    this.#hands = new Hands(page, hand);
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

  /** Opens the link of an invitation. */
  follows(link: string): this {
    return this.#then(async () => {
      await this.page.goto(link);
      await this.page.locator("h1").waitFor();
    });
  }

  consents(): this {
    return this.#then(async () => {
      await this.#hands.choose("consent", "yes");
      await this.#hands.press(this.#goOnButton());
      await this.page.locator("progress").waitFor();
    });
  }

  declines(): this {
    return this.#then(async () => {
      await this.#hands.choose("consent", "no");
      await this.#hands.press(this.#goOnButton());
      await this.page.locator(".message").waitFor();
    });
  }

  /** Ends on the page shown, after being asked back, and waits for the thank-you page. */
  async endsEarly(): Promise<void> {
    await this.#then(async () => {
      await this.#hands.press(this.page.locator(".endings > .mw-button:has(+ dialog)").first());
      await this.#hands.press(this.page.locator("dialog[open] .mw-button-primary"));
      await this.page.locator(".message").waitFor();
    }).done();
  }

  /**
   * Answers page by page, going on whenever the page shown has none of the questions left over.
   * For a self-generated code: what is typed into each of its fields.
   */
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
      await this.#hands.press(this.page.locator(".navigation button[type=button]"));
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
      await this.#hands.press(this.page.locator(`.mw-language [lang=${language}]`));
      await this.page.locator(`html[lang=${language}]`).waitFor();
    });
  }

  /** Goes on to the last page and submits, without waiting for what comes of it. */
  triesToSubmit(): Promise<void> {
    return this.#then(async () => {
      while (!(await this.#isLastPage())) await this.#turnPage();
      await this.#hands.press(this.#goOnButton());
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
    return this.page.locator("form:not(.resume) button[type=submit]");
  }

  async #isLastPage(): Promise<boolean> {
    const bar = this.page.locator("progress");
    return (await bar.getAttribute("value")) === (await bar.getAttribute("max"));
  }

  async #turnPage(): Promise<void> {
    const heading = await this.heading();
    await this.#hands.press(this.#goOnButton());
    await this.#headingOtherThan(heading);
  }

  async #headingOtherThan(heading: string): Promise<void> {
    await this.page.locator("h1").filter({ hasNotText: heading }).waitFor();
  }

  /** One row or part: a text, or a choice; of MaxDiff in the set it belongs to, which is gone to first. */
  async #answerPart(name: string, code: string | number): Promise<void> {
    const text = this.page.locator(`textarea[name="${name}"]`);
    if ((await text.count()) > 0) return this.#hands.type(text, String(code));
    const isSet = /\/\d+\.(best|worst)$/.test(name);
    while (isSet && (await this.page.locator(`input[name="${name}"]`).count()) === 0) {
      await this.#hands.press(this.page.locator(".maxdiff-actions .mw-button-primary"));
    }
    await this.#hands.choose(name, code);
  }

  /** Rows in the order in which they stand on the page, as somebody comes to them; parts not there yet as given. */
  async #asShown<T>(name: string, rows: [string, T][]): Promise<[string, T][]> {
    const fields = this.page.locator(`#q-${name} input`);
    const names = await fields.evaluateAll((all) => all.map((field) => field.getAttribute("name")));
    const places = new Map(names.map((shown, at) => [shown, at]));
    const placeOf = ([row]: [string, T]) => places.get(`${name}/${row}`) ?? -1;
    if (rows.some((row) => placeOf(row) < 0)) return rows;
    return rows.toSorted((one, other) => placeOf(one) - placeOf(other));
  }

  async #answer(name: string, answer: Answers[string]): Promise<void> {
    if (typeof answer === "object" && !Array.isArray(answer)) {
      const isCode = (await this.page.locator(`#q-${name} .code-elements`).count()) > 0;
      for (const [row, code] of await this.#asShown(name, Object.entries(answer))) {
        if (isCode) await this.#hands.type(this.page.locator(`#q-${name}-${row}`), String(code));
        else await this.#answerPart(`${name}/${row}`, code);
      }
      return;
    }
    if (!Array.isArray(answer)) {
      const field = this.page.locator(`#q-${name}-input`);
      if ((await field.count()) === 0) await this.#hands.choose(name, answer);
      else await this.#hands.type(field, String(answer));
      return;
    }
    const isRanking = (await this.page.locator(`#q-${name} .ranking`).count()) > 0;
    for (const code of answer) {
      if (isRanking)
        await this.#hands.press(this.page.locator(`#q-${name} [data-focus="option-${code}"]`));
      else await this.#hands.tick(this.page.locator(`input[name="${name}"][value="${code}"]`));
    }
  }
}
