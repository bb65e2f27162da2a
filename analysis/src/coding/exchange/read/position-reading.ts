import { type CodePointIndex, codePointIndex } from "@mehrwert/study";

/** How a program counted positions: a CR LF as one character or as two, and in code points or in UTF-16 units. */
export type PositionReading = { lineBreaks: "once" | "twice"; unit: "code-points" | "utf-16" };

/** All readings that are known of. */
export const positionReadings: readonly PositionReading[] = [
  { lineBreaks: "once", unit: "code-points" },
  { lineBreaks: "twice", unit: "code-points" },
  { lineBreaks: "once", unit: "utf-16" },
  { lineBreaks: "twice", unit: "utf-16" },
];

/** A text as it is kept, with LF, and as it was written, with every CR. */
export type WrittenText = { text: string; withReturns: string };

/** Translates positions of a file into code points of the text that is kept. */
export type PositionMap = {
  /** Undefined outside the text. */
  place: (position: number, reading: PositionReading) => number | undefined;
  /** Length of the text that is kept. */
  length: number;
  index: CodePointIndex;
};

/** The text with LF for every kind of line break. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** The translation for one text; built once, asked for every passage. */
export function positionMap({ text, withReturns }: WrittenText): PositionMap {
  const index = codePointIndex(text);
  const hasReturns = withReturns.length !== text.length;
  const written = hasReturns ? codePointIndex(withReturns) : index;
  const returns = hasReturns ? returnsBeforeFeeds(withReturns, written) : [];
  return {
    ...{ index, length: index.length },
    place: (position, { lineBreaks, unit }) => {
      const base = lineBreaks === "once" ? index : written;
      const point = codePointOf(position, unit, base, lineBreaks === "once" ? text : withReturns);
      if (point === undefined) return undefined;
      return lineBreaks === "once" ? point : point - countBelow(returns, point);
    },
  };
}

function codePointOf(
  position: number,
  unit: PositionReading["unit"],
  base: CodePointIndex,
  text: string,
): number | undefined {
  const length = unit === "utf-16" ? text.length : base.length;
  if (position < 0 || position > length) return undefined;
  return unit === "utf-16" ? base.fromUtf16(position) : position;
}

/** Where a CR stands before its LF, in code points of the written text. */
function returnsBeforeFeeds(text: string, index: CodePointIndex): number[] {
  const places: number[] = [];
  for (let at = text.indexOf("\r\n"); at >= 0; at = text.indexOf("\r\n", at + 2)) {
    places.push(index.fromUtf16(at));
  }
  return places;
}

function countBelow(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
