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

  /** A radio button: with the keyboard one goes to the group, then with the arrows, the shorter way, to the option. */
  async choose(name: string, code: string | number): Promise<void> {
    const target = this.#page.locator(`input[name="${name}"][value="${code}"]`);
    if (this.#kind !== "keyboard") return this.press(target);
    const group = this.#page.locator(`input[name="${name}"]`);
    await this.#tabTo(group);
    const { steps, count } = await group.evaluateAll((options, value) => {
      const place = options.findIndex((option) => option.getAttribute("value") === value);
      const from = options.findIndex((option) => option.matches(":focus"));
      const { length } = options;
      return { steps: place < 0 ? -1 : (place - from + length) % length, count: length };
    }, String(code));
    if (steps < 0) throw new Error(`${name} has no option ${code}`);
    const [key, times] = steps * 2 > count ? ["ArrowUp", count - steps] : ["ArrowDown", steps];
    for (let turn = 0; turn < times; turn += 1) await this.#page.keyboard.press(key);
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
