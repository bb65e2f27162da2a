import type { Page } from "playwright-core";

/** What checks inside a page need to judge colours; put there by `providePageColours`. */
export type PageColours = {
  /** WCAG 2.2's contrast ratio of two computed colours, 1 to 21. */
  contrast: (one: string, other: string) => number;
  /** The computed colour that is seen behind what an element shows. */
  groundOf: (element: Element | null) => string;
};

/** Puts `pageColours` into the page, for functions that run there. */
export async function providePageColours(page: Page): Promise<void> {
  await page.evaluate(() => {
    const partsOf = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: string, other: string) => {
      const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
      return (high + 0.05) / (low + 0.05);
    };
    const groundOf = (element: Element | null): string => {
      const { backgroundColor } = getComputedStyle(element ?? document.documentElement);
      const isOpaque = (partsOf(backgroundColor)[3] ?? 1) === 1;
      if (isOpaque || element === null) return isOpaque ? backgroundColor : "rgb(255, 255, 255)";
      return groundOf(element.parentElement);
    };
    Object.assign(window, { pageColours: { contrast, groundOf } });
  });
}
