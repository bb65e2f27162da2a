import type { Page } from "playwright-core";
import { type PageColours, providePageColours } from "./page-colours.ts";

declare const pageColours: PageColours;

/**
 * Texts with less contrast than WCAG 2.2 asks for (1.4.3), computed from the colours in force, so that axe's doubts
 * about colours are answered. What is switched off is left out, as the criterion does.
 */
export async function faintTexts(page: Page): Promise<string[]> {
  await providePageColours(page);
  return await page.evaluate(() => {
    const found = new Set<string>();
    const within = document.querySelector("dialog[open]") ?? document.body;
    const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (!parent?.checkVisibility({ visibilityProperty: true }) || !node.textContent?.trim()) {
        continue;
      }
      if (parent.closest("[aria-disabled=true], :disabled")) continue;
      const { color, fill, fontSize, fontWeight, opacity, backgroundImage } =
        getComputedStyle(parent);
      const sizePx = Number.parseFloat(fontSize);
      const isLarge = sizePx >= 24 || (sizePx >= 18.66 && Number(fontWeight) >= 700);
      const ink = parent.closest("svg") ? fill : color;
      const ratio = pageColours.contrast(ink, pageColours.groundOf(parent));
      const text = `„${node.textContent.trim().slice(0, 40)}“`;
      if (ratio < (isLarge ? 3 : 4.5)) found.add(`faint, ${ratio.toFixed(2)} to 1: ${text}`);
      if (opacity !== "1" || backgroundImage !== "none") found.add(`not to be computed: ${text}`);
    }
    return [...found];
  });
}
