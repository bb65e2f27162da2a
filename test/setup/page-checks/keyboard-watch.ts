import type { Page } from "playwright-core";

/** What a page noticed of somebody who works with the keyboard alone. */
export type KeyboardWatch = {
  /** Events of mouse, pen or finger: there must be none. */
  pointed: string[];
  /** Keys after which the focus was nowhere. Tab is left out: at the end of the page it goes to the browser itself. */
  lost: string[];
};

/** Watches a page and every page loaded after it; before anything of it runs. */
export async function watchKeyboard(page: Page): Promise<() => Promise<KeyboardWatch>> {
  const pointed: string[] = [];
  const lost: string[] = [];
  await page.exposeFunction("notePointed", (event: string) => void pointed.push(event));
  await page.exposeFunction("noteLost", (key: string) => void lost.push(key));
  await page.addInitScript(watch);
  const settle = () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  return async () => {
    await settle();
    return { pointed, lost };
  };
}

declare const notePointed: (event: string) => Promise<void>;
declare const noteLost: (key: string) => Promise<void>;

/** Runs in the page. */
function watch(): void {
  const pointing = ["mousedown", "mouseup", "mousemove", "pointerdown", "touchstart", "wheel"];
  for (const type of pointing) {
    addEventListener(type, (event) => void notePointed(event.type), { capture: true });
  }
  addEventListener("click", (event) => void (event.detail > 0 && notePointed("click")), {
    capture: true,
  });
  addEventListener(
    "keydown",
    ({ key, target }) => {
      if (key === "Tab") return;
      const from = target instanceof Element ? target.outerHTML.slice(0, 80) : "";
      requestAnimationFrame(() =>
        setTimeout(() => {
          const { activeElement } = document;
          if (!activeElement || activeElement === document.body) void noteLost(`${key} at ${from}`);
        }),
      );
    },
    { capture: true },
  );
}
