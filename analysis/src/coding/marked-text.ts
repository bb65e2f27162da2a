import type { CodingLine } from "./coding-lines.ts";
import { codeWithPolarity } from "./codings-document.ts";

/** One line of a transcript, with the passages on it marked, and which codings begin there. */
export type MarkedLine = { number: number; text: string; codings: string[] };

/**
 * A transcript with its codings: every coded passage stands between `⟦1` and `1⟧`, and the line on which it begins says
 * who gave it which code. Passages with the same beginning and end share a number.
 *
 * @param lines lines of the text without line breaks @param starts where each begins, in code points
 */
export function markedLines(
  lines: readonly string[],
  starts: readonly number[],
  codings: readonly CodingLine[],
): MarkedLine[] {
  const passages = numberedPassages(codings);
  return lines.map((line, at) => {
    const from = starts[at] ?? 0;
    // The line break, too, can begin or end a passage; it is not written.
    const points = [...line, ""];
    const to = from + points.length;
    const here = passages.filter(({ start, end }) => start < to && end > from);
    const text = points.map((point, index) => withMarks(point, from + index, here)).join("");
    const opened = here.filter(({ start }) => start >= from);
    return {
      number: at + 1,
      text,
      codings: opened.map(({ number, label }) => `${number}: ${label}`),
    };
  });
}

/** A character between the marks of the passages that begin or end with it; the one opened last closes first. */
function withMarks(point: string, place: number, here: readonly Passage[]): string {
  const opening = here.filter(({ start }) => start === place).map(({ number }) => `⟦${number} `);
  const closing = here.filter(({ end }) => end === place + 1).map(({ number }) => ` ${number}⟧`);
  return `${opening.join("")}${point}${closing.reverse().join("")}`;
}

type Passage = { start: number; end: number; number: number; label: string };

function numberedPassages(codings: readonly CodingLine[]): Passage[] {
  const passages = new Map<string, { start: number; end: number; codings: CodingLine[] }>();
  for (const coding of codings) {
    const { start, end } = coding;
    const key = `${start}-${end}`;
    const passage = passages.get(key) ?? { start, end, codings: [] };
    passage.codings.push(coding);
    passages.set(key, passage);
  }
  return [...passages.values()]
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map(({ start, end, codings: here }, at) => ({
      start,
      end,
      number: at + 1,
      label: labelOf(here),
    }));
}

/** `F1.1 − anna, ben; F1.4 anna`, and a sign for what is to be reviewed. */
function labelOf(codings: readonly CodingLine[]): string {
  const coders = new Map<string, string[]>();
  for (const coding of codings) {
    const review = coding.mark === "review" ? " (!)" : "";
    const key = codeWithPolarity(coding);
    coders.set(key, [...(coders.get(key) ?? []), `${coding.coder}${review}`]);
  }
  return [...coders].map(([code, names]) => `${code} ${names.join(", ")}`).join("; ");
}
