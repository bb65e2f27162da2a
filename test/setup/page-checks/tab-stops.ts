import type { JSHandle, Page } from "playwright-core";
import { type PageColours, providePageColours } from "./page-colours.ts";

declare const pageColours: PageColours;

/** What the Tab key reaches: where it stands in the whole page, and how well its focus can be seen. */
export type TabStop = {
  name: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Contrast of the focus ring to what is around it; undefined where no ring is drawn. */
  ring: number | undefined;
};

/** Runs in the page: notes every element that gets the focus, until `takeTabStops` of the window is called. */
function noteTabStops(): void {
  /** The ring may be drawn around the label or the row that a button belongs to. */
  const ringOf = (element: Element | null): number | undefined => {
    if (element === null || element.matches("section, form, main")) return undefined;
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
    if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) {
      return ringOf(element.parentElement);
    }
    const isInside = Number.parseFloat(outlineOffset) < 0;
    const around = pageColours.groundOf(isInside ? element : element.parentElement);
    return pageColours.contrast(outlineColor, around);
  };
  const stopAt = (target: HTMLElement): TabStop => {
    const seen = (target.matches("label input") && target.closest("label")) || target;
    const { left, top, right, bottom } = seen.getBoundingClientRect();
    const name = target.getAttribute("aria-label") ?? target.id;
    return {
      name: `${target.tagName.toLowerCase()} ${name || target.textContent?.trim().slice(0, 40)}`,
      ...{ left, right, top: top + scrollY, bottom: bottom + scrollY },
      ring: ringOf(target),
    };
  };
  const met = new Map<HTMLElement, TabStop>();
  const note = ({ target }: Event) => {
    if (target instanceof HTMLElement && !met.has(target)) met.set(target, stopAt(target));
  };
  addEventListener("focusin", note);
  Object.assign(window, {
    takeTabStops: () => {
      removeEventListener("focusin", note);
      return [...met.values()];
    },
    sameTabStops: () =>
      [...met.keys()].map((target) => {
        target.focus();
        return stopAt(target);
      }),
  });
}

/** Presses Tab through the whole page from its start, and tells what it met; the focus goes back to where it was. */
export async function tabStops(page: Page): Promise<TabStop[]> {
  await providePageColours(page);
  const focused = await page.evaluateHandle(() => document.activeElement);
  await page.evaluate(() => {
    const start = document.querySelector("dialog[open]") ?? document.body;
    const anchor = document.createElement("span");
    anchor.tabIndex = -1;
    start.prepend(anchor);
    anchor.focus();
    anchor.remove();
  });
  await page.evaluate(noteTabStops);
  const most = await page.evaluate(() => {
    const fields = document.querySelectorAll("a, button, input, textarea, select, summary");
    const groupOf = (field: Element) =>
      field.matches("[type=radio]") ? field.getAttribute("name") : field;
    return new Set([...fields].map(groupOf)).size + 1;
  });
  const tab = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9, type: "rawKeyDown" } as const;
  const session = await page.context().newCDPSession(page);
  await Promise.all(
    Array.from({ length: most }, () => session.send("Input.dispatchKeyEvent", tab)),
  );
  await session.detach();
  const stops = await page.evaluate<TabStop[]>("takeTabStops()");
  await giveFocusBack(page, focused);
  return stops;
}

/** The same elements once more, without the keys: for colours that have changed since `tabStops`. */
export async function sameStops(page: Page): Promise<TabStop[]> {
  const focused = await page.evaluateHandle(() => document.activeElement);
  const stops = await page.evaluate<TabStop[]>("sameTabStops()");
  await giveFocusBack(page, focused);
  return stops;
}

async function giveFocusBack(page: Page, focused: JSHandle): Promise<void> {
  await page.evaluate((before) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (before instanceof HTMLElement) before.focus();
  }, focused);
}

/** Steps of the Tab key against the order in which one reads: up, or to the left within a row. */
export function stepsBack(stops: readonly TabStop[]): string[] {
  return stops.slice(1).flatMap((stop, index) => {
    const before = stops[index] ?? stop;
    const shared = Math.min(before.bottom, stop.bottom) - Math.max(before.top, stop.top);
    const height = Math.min(before.bottom - before.top, stop.bottom - stop.top);
    const isInRow = shared > height / 2;
    const isRight = isInRow
      ? stop.left >= before.left
      : stop.top >= before.top || stop.left >= before.right;
    return isRight ? [] : [`${before.name} → ${stop.name}`];
  });
}
