import { lineHeightPx } from "./figure-rows.ts";
import { textWidthPx } from "./wrap-label.ts";

/** A point in pixels and the lines to write beside it. */
export type LabelledPoint = { xPx: number; yPx: number; lines: readonly string[] };

/** Where a label stands: its corner nearest to the point, and which way its text runs. */
export type LabelPlace = { dxPx: number; dyPx: number; anchor: "start" | "middle" | "end" };

type Box = { left: number; right: number; top: number; bottom: number };

const gapPx = 9;

const candidates: readonly (readonly [x: number, y: number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.7, -0.7],
  [-0.7, -0.7],
  [0.7, 0.7],
  [-0.7, 0.7],
  [0.7, -1.6],
  [0.7, 1.6],
  [-0.7, -1.6],
  [-0.7, 1.6],
];

const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const anchorOf = (x: number) => (x > 0 ? "start" : x < 0 ? "end" : "middle");

function labelBox(point: LabelledPoint, x: number, y: number, fontPx: number): Box {
  const width = Math.max(...point.lines.map((line) => textWidthPx(line, fontPx)));
  const height = point.lines.length * lineHeightPx;
  const middleX = point.xPx + x * gapPx + (Math.sign(x) * width) / 2;
  const middleY = point.yPx + y * gapPx + (Math.sign(y) * height) / 2;
  return {
    left: middleX - width / 2,
    right: middleX + width / 2,
    top: middleY - height / 2,
    bottom: middleY + height / 2,
  };
}

/**
 * Finds room for every label next to its point, clear of the edges, of all points and of each other.
 * Points are taken in their order, each at the first place that is free.
 *
 * @returns undefined if one label has no room: then no label should stand there at all
 */
export function labelPlaces(
  points: readonly LabelledPoint[],
  frame: { widthPx: number; heightPx: number; fontPx: number; taken: readonly Box[] },
): LabelPlace[] | undefined {
  const dots = points.map(({ xPx, yPx }) => around(xPx, yPx));
  const taken: Box[] = [...frame.taken];
  const places: LabelPlace[] = [];
  for (const [index, point] of points.entries()) {
    const found = candidates.find(([x, y]) => {
      const box = labelBox(point, x, y, frame.fontPx);
      const isInside =
        box.left >= 0 && box.right <= frame.widthPx && box.top >= 0 && box.bottom <= frame.heightPx;
      const isFree = !taken.some((other) => overlaps(box, other));
      return isInside && isFree && !dots.some((dot, of) => of !== index && overlaps(box, dot));
    });
    if (found === undefined) return undefined;
    const [x, y] = found;
    const box = labelBox(point, x, y, frame.fontPx);
    taken.push(box);
    const dyPx = (box.top + box.bottom) / 2 - point.yPx;
    places.push({ dxPx: x * gapPx, dyPx, anchor: anchorOf(x) });
  }
  return places;
}

const around = (xPx: number, yPx: number): Box => ({
  left: xPx - 6,
  right: xPx + 6,
  top: yPx - 6,
  bottom: yPx + 6,
});
