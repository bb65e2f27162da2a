/**
 * Runs in a page: what can be pressed and is smaller than so many CSS pixels in either direction (WCAG 2.2, 2.5.8).
 * A button inside a label is as large as the label. Links within a sentence are left out, as the criterion does.
 */
export function smallTargets(leastPx: number): string[] {
  const within = document.querySelector("dialog[open]") ?? document.body;
  const pressed = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const isInSentence = (element: Element) =>
    getComputedStyle(element).display === "inline" &&
    [...(element.parentElement?.childNodes ?? [])].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
  const isAway = (element: Element) => element.matches(".mw-skip:not(:focus)");
  return [...within.querySelectorAll(pressed)].flatMap((element) => {
    if (!element.checkVisibility({ visibilityProperty: true }) || isAway(element)) return [];
    if (isInSentence(element)) return [];
    const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
    if (Math.min(width, height) >= leastPx - 0.5) return [];
    const name = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim();
    const size = `${Math.round(width)} × ${Math.round(height)} px`;
    return [
      `${element.tagName.toLowerCase()}.${element.className} „${name.slice(0, 40)}“: ${size}`,
    ];
  });
}
