const narrow = new Set("iljtfrI.,:;'|!()[]-­ ");
const wide = new Set("mwMWQOGÄÖÜ@%—");

/**
 * Estimated width of a text in pixels, without a screen to measure on.
 * Errs on the wide side (DejaVu Sans Bold, the widest of the usual system fonts), so that nothing is cut.
 */
export function textWidthPx(text: string, fontSizePx: number): number {
  let ems = 0;
  for (const character of text) {
    if (narrow.has(character)) ems += 0.42;
    else if (wide.has(character)) ems += 1.05;
    else if (character >= "A" && character <= "Z") ems += 0.8;
    else ems += 0.7;
  }
  return ems * fontSizePx;
}

/** Cuts a word that is longer than a line into pieces, each but the last ending in a hyphen. */
function breakWord(word: string, maxWidthPx: number, fontSizePx: number): string[] {
  if (textWidthPx(word, fontSizePx) <= maxWidthPx) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece.length > 2 && textWidthPx(`${piece}${character}-`, fontSizePx) > maxWidthPx) {
      pieces.push(piece.endsWith("-") ? piece : `${piece}-`);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

/**
 * Breaks a label into lines that fit a width: between words (not at no-break spaces), after hyphens and slashes, inside a word only if it must.
 *
 * @returns at least one line; joined, they hold every letter of the label.
 * @example wrapLabel("Motivation und Rückhalt", 106, 13) // ["Motivation", "und Rückhalt"]
 */
export function wrapLabel(label: string, maxWidthPx: number, fontSizePx: number): string[] {
  const lines: string[] = [];
  for (const word of label.trim().split(/[^\S\u00a0]+/)) {
    const parts = word
      .split(/(?<=[-/])(?=\p{L})/u)
      .flatMap((part) => breakWord(part, maxWidthPx, fontSizePx));
    for (const [index, part] of parts.entries()) {
      const line = lines.at(-1);
      const joined = `${line}${index === 0 ? " " : ""}${part}`;
      if (line === undefined || textWidthPx(joined, fontSizePx) > maxWidthPx) lines.push(part);
      else lines[lines.length - 1] = joined;
    }
  }
  return lines;
}
