import type { Instrument } from "@mehrwert/study";
import type { WatchedPage } from "../setup/browser.ts";
import { type HandKind, Hands } from "./hands.ts";

/** Somebody who looks at the preview of an instrument, and what the page asked the server for. */
export class PreviewVisitor {
  readonly page: WatchedPage;
  readonly hands: Hands;
  /** Every request, with its method. */
  readonly requests: string[] = [];
  readonly #origin: string;

  constructor(page: WatchedPage, origin: string, hand: HandKind = "mouse") {
    this.page = page;
    this.hands = new Hands(page, hand);
    this.#origin = origin;
    page.on("request", (request) => {
      this.requests.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
  }

  /** Opens the preview; the server is made to give this instrument. */
  async opens(instrument: Instrument): Promise<this> {
    const { slug, version } = instrument.mehrwert;
    await this.page.route(`**/api/instruments/${slug}/${version}?*`, (route) =>
      route.fulfill({ contentType: "application/json", body: JSON.stringify(instrument) }),
    );
    await this.page.goto(`${this.#origin}/preview/${slug}/${version}`);
    await this.page.locator("h1").waitFor();
    return this;
  }

  /** Goes to a page by the preview's own control. */
  async goesTo(name: string): Promise<void> {
    const controls = this.page.locator(".preview-controls");
    if ((await controls.getAttribute("open")) === null) await controls.locator("summary").click();
    await this.page.locator("select[name=preview-page]").selectOption(name);
    await this.page.locator(".preview-jump button").click();
    if (name !== "") await this.page.locator("progress").waitFor();
  }

  async asksWhy(): Promise<void> {
    const controls = this.page.locator(".preview-controls");
    if ((await controls.getAttribute("open")) === null) await controls.locator("summary").click();
    await this.page.locator(".preview-switch input").check();
  }

  /** Presses the button that turns the page or submits. */
  async goesOn(): Promise<void> {
    await this.hands.press(this.page.locator("form:not(.resume) button[type=submit]"));
  }

  /** What the end of the preview lists: the code stored for each variable. */
  async listed(): Promise<Record<string, string>> {
    await this.page.locator(".preview-table").waitFor();
    const rows = await this.page
      .locator(".preview-table tr:has(td)")
      .evaluateAll((lines) =>
        lines.map((line) =>
          [...line.querySelectorAll("code")].map(({ textContent }) => textContent),
        ),
      );
    return Object.fromEntries(rows.map(([variable = "", code = ""]) => [variable, code]));
  }

  /** Everything a browser could keep for this origin. */
  async kept(): Promise<unknown[]> {
    const here = await this.page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ]);
    return [...here, (await this.page.context().cookies()).length];
  }
}
