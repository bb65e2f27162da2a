/**
 * Breaks text between words so that no line is wider than `width`; a word that is wider is broken inside.
 * No-break spaces hold, and so do those around "=" and "<" and before "%".
 *
 * @example wrappedText("n = 12 of 20", 6) // ["n = 12", "of 20"]
 */
export function wrappedText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of unbrokenParts(text)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = "";
    }
    let rest = line === "" ? word : `${line} ${word}`;
    while (rest.length > width) {
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
    }
    line = rest;
  }
  return [...lines, line];
}

/** What `wrappedText` keeps on one line as long as the width allows it: words, and signs with their numbers. */
export function unbrokenParts(text: string): string[] {
  const held = text.replace(/ ([=<≥≤]) /g, "\u00a0$1\u00a0").replace(/(\d) %/g, "$1\u00a0%");
  return held.split(/[ \t\n\r]+/);
}
