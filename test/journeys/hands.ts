import type { Locator, Page } from "playwright-core";

/** What a participant works with. */
export type HandKind = "mouse" | "keyboard" | "finger";

/** Presses, ticks, chooses and types on a page as somebody with a mouse, a keyboard or a finger does. */
export class Hands {
  readonly #page: Page;
  readonly #kind: HandKind;

  constructor(page: Page, kind: HandKind) {
    this.#page = page;
    this.#kind = kind;
  }

  async press(target: Locator): Promise<void> {
    if (this.#kind === "finger") return target.tap();
    if (this.#kind === "mouse") return target.click();
    await this.#tabTo(target);
    await this.#page.keyboard.press("Enter");
  }

  async tick(target: Locator): Promise<void> {
    if (this.#kind !== "keyboard") return this.press(target);
    await this.#tabTo(target);
    await this.#page.keyboard.press("Space");
  }

  /** A radio button: with the keyboard one goes to the group, then with the arrows to the option. */
  async choose(name: string, code: string | number): Promise<void> {
    const target = this.#page.locator(`input[name="${name}"][value="${code}"]`);
    if (this.#kind !== "keyboard") return this.press(target);
    await this.#tabTo(this.#page.locator(`input[name="${name}"]`));
    for (let turn = 0; turn < 20; turn += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await this.#page.keyboard.press("ArrowDown");
    }
    await this.#page.keyboard.press("Space");
  }

  async type(field: Locator, text: string): Promise<void> {
    if (this.#kind === "keyboard") await this.#tabTo(field);
    else await this.press(field);
    await this.#page.keyboard.type(text);
  }

  async #tabTo(targets: Locator): Promise<void> {
    for (let turn = 0; turn < 400; turn += 1) {
      const isThere = await targets.evaluateAll((elements) =>
        elements.some((element) => element === document.activeElement),
      );
      if (isThere) return;
      await this.#page.keyboard.press("Tab");
    }
    throw new Error(`the Tab key never reaches ${targets}`);
  }
}
