/** `I`, `E1`, `Interviewer:`: what a cell may hold that says who speaks. */
const speakerCell = /^(\p{Lu}{1,3}\d{0,3}|\p{L}[\p{L}\p{N} ._-]{0,29}:)$/u;

/**
 * A table as lines: a row of two cells, the first of which names who speaks, becomes a turn (`E1: …`); of other rows the
 * cells are joined by tabs.
 *
 * @param rows rows[row][cell][line]
 */
export function tableLines(rows: readonly (readonly (readonly string[])[])[]): string[] {
  return rows.flatMap((cells) => {
    const [first = [], second = []] = cells;
    const speaker = first.join(" ").trim();
    if (cells.length === 2 && speakerCell.test(speaker)) {
      const [head = "", ...rest] = second;
      return [`${speaker.replace(/:$/, "")}: ${head}`, ...rest];
    }
    return [cells.map((lines) => lines.join(" ").trim()).join("\t")];
  });
}
