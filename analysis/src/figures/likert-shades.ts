import type { FigurePalette } from "./figure-palette.ts";

/** Colour of one response option, and the colour of what is written on it. */
export type OptionShade = { fill: string; opacity: number; ink: string };

/**
 * Shades from both ends of a response scale towards its middle: the stronger the answer, the darker.
 * Left and right of the middle differ in hue; in grey print the side tells them apart.
 */
export function optionShade(
  option: number,
  optionCount: number,
  colours: FigurePalette,
): OptionShade {
  const middle = (optionCount - 1) / 2;
  if (option === middle) return { fill: colours.muted, opacity: 0.18, ink: colours.ink };
  const half = Math.floor(optionCount / 2);
  const strength = option < middle ? half - option : option - (optionCount - 1 - half);
  const opacity = strength === half ? 0.9 : 0.12 + 0.42 * (strength / Math.max(1, half - 1));
  return {
    fill: option < middle ? (colours.opposite ?? colours.ink) : colours.strong,
    opacity,
    ink: strength === half ? colours.background : colours.ink,
  };
}
