/**
 * Runs in a page: texts that nobody can read whole, because the page scrolls sideways, an element cuts them off, or
 * another text lies over them. Lines of what is wrong; texts for screen readers alone are left out.
 */
export function clippedTexts(): string[] {
  const found: string[] = [];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) found.push(`scrolls sideways: ${scrollWidth} of ${innerWidth} px`);

  const isForEarsOnly = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).clipPath === "inset(50%)" || isForEarsOnly(element.parentElement));
  const isAfloat = (element: Element | null): boolean =>
    element !== null &&
    (/sticky|fixed|absolute/.test(getComputedStyle(element).position) ||
      isAfloat(element.parentElement));
  const quoted = (node: Node) => `„${node.textContent?.trim().slice(0, 40)}“`;
  const cut = (rect: DOMRect, element: Element): string | undefined => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isHidden = (overflow: string) => overflow === "hidden" || overflow === "clip";
    const isAcross = rect.left < box.left - 1 || rect.right > box.right + 1;
    const isAlong = rect.top < box.top - 2 || rect.bottom > box.bottom + 2;
    return (isHidden(overflowX) && isAcross) || (isHidden(overflowY) && isAlong)
      ? `cut off by .${element.className}`
      : undefined;
  };

  const shown: { node: Node; rect: DOMRect }[] = [];
  const within = document.querySelector("dialog[open]") ?? document.body;
  const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !node.textContent?.trim() || parent.closest("svg, script, style")) continue;
    if (!parent.checkVisibility({ visibilityProperty: true }) || isForEarsOnly(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width === 0 || rect.height === 0) continue;
      if (rect.left < -1 || rect.right > innerWidth + 1) found.push(`${quoted(node)} is outside`);
      for (let at: Element | null = parent; at && at !== document.body; at = at.parentElement) {
        const why = cut(rect, at);
        if (why) found.push(`${quoted(node)} is ${why}`);
      }
      if (!isAfloat(parent)) shown.push({ node, rect });
    }
  }
  for (const [at, one] of shown.entries()) {
    for (const other of shown.slice(at + 1)) {
      if (one.node === other.node) continue;
      const across =
        Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const along =
        Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (across > 3 && along > 4)
        found.push(`${quoted(one.node)} lies over ${quoted(other.node)}`);
    }
  }
  return [...new Set(found)];
}
