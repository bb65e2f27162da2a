import { type RefObject, useLayoutEffect } from "react";

/**
 * Lets entries in the margin stand beside their sentences, one below the other where they would cover each other. On
 * narrow pages, where the margin is below the text, they follow each other without gaps.
 *
 * @param ids elements of the sentences in which the entries begin
 */
export function useAlignment(
  list: RefObject<HTMLOListElement | null>,
  ids: readonly (string | undefined)[],
): void {
  useLayoutEffect(() => {
    const { current } = list;
    const text = document.querySelector(".coding-text");
    if (current === null || text === null) return;
    const align = () => alignNow(current, ids);
    align();
    const observer = new ResizeObserver(align);
    observer.observe(text);
    return () => observer.disconnect();
  }, [list, ids]);
}

function alignNow(list: HTMLOListElement, ids: readonly (string | undefined)[]): void {
  const top = list.getBoundingClientRect().top;
  const isBeside = window.matchMedia("(min-width: 64rem)").matches;
  let bottom = 0;
  for (const [at, item] of [...list.children].entries()) {
    if (!(item instanceof HTMLElement)) continue;
    const sentence = isBeside ? document.getElementById(ids[at] ?? "") : null;
    const wanted = sentence === null ? bottom : sentence.getBoundingClientRect().top - top;
    const gap = Math.max(0, wanted - bottom);
    item.style.marginBlockStart = `${gap}px`;
    bottom += gap + item.offsetHeight;
  }
}
