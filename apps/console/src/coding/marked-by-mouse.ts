import type { CodePointIndex } from "@mehrwert/study";
import { trimmed } from "./text-selection.ts";

/**
 * The passage that somebody has marked by mouse or finger inside an element, in code points; undefined if nothing, or
 * if it reaches outside.
 */
export function markedPassage(
  root: HTMLElement,
  positions: CodePointIndex,
): { start: number; end: number } | undefined {
  const marked = window.getSelection();
  if (marked === null || marked.isCollapsed || marked.rangeCount === 0) return undefined;
  const range = marked.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined;
  const start = placeOf(range.startContainer, range.startOffset, positions, "after");
  const end = placeOf(range.endContainer, range.endOffset, positions, "before");
  if (start === undefined || end === undefined || start >= end) return undefined;
  return trimmed({ start, end }, positions);
}

/** The place in the text of a point in the page; between sentences that of the nearest words. */
function placeOf(
  node: Node,
  offset: number,
  positions: CodePointIndex,
  side: "after" | "before",
): number | undefined {
  const holder = (node instanceof Element ? node : node.parentElement)?.closest("[data-start]");
  if (holder instanceof HTMLElement && node instanceof Text) {
    const start = Number(holder.dataset.start);
    return positions.fromUtf16(positions.toUtf16(start) + offset);
  }
  const root = (node instanceof Element ? node : node.parentElement)?.closest("[role=listbox]");
  const all = [...(root?.querySelectorAll<HTMLElement>("[data-start]") ?? [])];
  const range = document.createRange();
  range.setStart(node, offset);
  const isAfter = (each: HTMLElement) => range.comparePoint(each, 0) >= 0;
  if (side === "after") {
    const next = all.find(isAfter);
    return next && Number(next.dataset.start);
  }
  const last = all.findLast((each) => !isAfter(each));
  if (last === undefined) return undefined;
  const from = positions.toUtf16(Number(last.dataset.start));
  return positions.fromUtf16(from + (last.textContent?.length ?? 0));
}
