import type { Instrument, Language } from "@mehrwert/study";
import type { FrameLocator } from "playwright-core";
import type { WatchedPage } from "../setup/browser.ts";
import type { TestServer } from "../setup/server.ts";

/** Somebody who works with the library of the console, in German. */
export class Researcher {
  readonly page: WatchedPage;
  readonly #server: TestServer;

  constructor(page: WatchedPage, server: TestServer) {
    this.page = page;
    this.#server = server;
  }

  async opens(path: string): Promise<this> {
    await this.page.goto(`${this.#server.url}/console/${path}`);
    await this.page.locator("h1").waitFor();
    return this;
  }

  async follows(name: string): Promise<void> {
    await this.page.getByRole("link", { name }).first().click();
  }

  async presses(name: string): Promise<void> {
    await this.page.getByRole("button", { name }).first().click();
  }

  async sees(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** What the preview shows, in its frame. */
  get preview(): FrameLocator {
    return this.page.frameLocator("iframe");
  }

  async previewsIn(language: Language, width: "phone" | "desktop"): Promise<number> {
    await this.page.locator(`input[name=shown][value=${language}]`).check();
    await this.page.locator(`input[name=width][value=${width}]`).check();
    await this.preview.locator(`html[lang=${language}] h1`).waitFor();
    return this.preview.locator("html").evaluate(() => window.innerWidth);
  }

  get editor() {
    return this.page.locator(".cm-content");
  }

  /** Pastes a whole text into the editor and waits until it is saved. */
  async writes(instrument: Instrument): Promise<void> {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const text = JSON.stringify(instrument, null, 2);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.editor.click();
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.press("Control+V");
    await this.isSaved();
  }

  async isSaved(): Promise<void> {
    await this.page.getByText("Noch nicht gespeichert").waitFor({ state: "hidden" });
    await this.page.getByText(/^Gespeichert \(Stand/).waitFor();
  }

  /** The draft as the server has it. */
  async draft(slug: string): Promise<{ json: string; revision: number }> {
    return (await this.#server.ask(`/api/library/${slug}/draft`)).json();
  }
}

/** The instrument with one more item in its first matrix; a language without text is left out. */
export function withItem(
  instrument: Instrument,
  id: string,
  text: { de: string; en?: string },
): Instrument {
  const copy = structuredClone(instrument);
  for (const { elements } of copy.pages)
    for (const question of elements) {
      const first = copy.mehrwert.items.find((item) => item.question === question.name);
      if (question.type !== "matrix" || first === undefined) continue;
      question.rows.push({ value: id, text: Object.assign({ de: "", en: "" }, text) });
      copy.mehrwert.items.push({ ...first, id });
      return copy;
    }
  throw new Error("the instrument has no matrix");
}
