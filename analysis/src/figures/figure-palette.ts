/** The few colours of a figure. Any CSS colour, `var(--…)` included. */
export type FigurePalette = {
  ink: string;
  muted: string;
  hairline: string;
  /** Dots, intervals and the first of two series; dark enough to stand out in grey print. */
  strong: string;
  /** The second of two series; light enough to differ from `strong` in grey print, and always outlined. */
  light: string;
  /** The other side of a scale with two ends; where it is missing, `ink` takes its place. */
  opposite?: string;
  /** Also drawn around labels and intervals, to lift them off the lines behind them. */
  background: string;
};

/**
 * Colours for paper and for files that leave the house: plain hexadecimal, readable by any SVG program.
 * One hue in two lightnesses, so that neither colour-blindness nor a grey printer merges the series.
 */
export const printPalette: FigurePalette = {
  ink: "#1c2126",
  muted: "#565d66",
  hairline: "#ddd8cc",
  strong: "#17576a",
  light: "#c5dce1",
  opposite: "#a4571b",
  background: "#ffffff",
};
