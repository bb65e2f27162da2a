/** Runs in a page: every element that is shown, as it is called in a style sheet, with its height in CSS pixels. */
export function elementHeights(): [name: string, heightPx: number][] {
  const shown = [...document.body.querySelectorAll("*")].filter((element) =>
    element.checkVisibility(),
  );
  return shown.map((element) => [
    [element.tagName.toLowerCase(), ...element.classList].join("."),
    element.getBoundingClientRect().height,
  ]);
}
