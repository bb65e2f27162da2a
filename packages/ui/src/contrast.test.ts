import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const [lightCss = "", darkCss = ""] = css.split("@media screen and (prefers-color-scheme: dark)");

function colours(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/--mw-([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

/** Relative luminance as defined by WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** Text on a ground: 4.5 to 1 (WCAG 2.2, 1.4.3). */
const text = [
  ...["paper", "surface", "sunken", "accent-soft"].map((ground) => ["ink", ground] as const),
  ...["paper", "surface", "sunken", "accent-soft"].map((ground) => ["ink-soft", ground] as const),
  ...["paper", "surface", "sunken", "accent-soft"].map((ground) => ["accent", ground] as const),
  ...["paper", "surface", "sunken"].map((ground) => ["accent-strong", ground] as const),
  ["on-accent", "accent"] as const,
  ["on-accent", "accent-strong"] as const,
  ["on-accent-soft", "accent-soft"] as const,
  ...["paper", "surface", "error-soft"].map((ground) => ["error", ground] as const),
  ["caution", "caution-soft"] as const,
];

/** Edges of controls, focus ring and marks in figures: 3 to 1 (WCAG 2.2, 1.4.11). */
const edges = ["line-strong", "focus", "accent", "error", "figure-mark", "figure-second"].flatMap(
  (edge) => ["paper", "surface", "sunken"].map((ground) => [edge, ground] as const),
);
const focusGrounds = ["accent-soft", "error-soft", "caution-soft"];
const focusRings = focusGrounds.map((ground) => ["focus", ground] as const);

const themes = [
  ["light", colours(lightCss)],
  ["dark", colours(darkCss)],
] as const;

test.each(themes)("every text of the %s theme can be read on its ground", (_, palette) => {
  for (const [ink, ground] of text) {
    const ratio = contrast(palette.get(ink) ?? "", palette.get(ground) ?? "");
    expect(ratio, `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(themes)("every control and mark of the %s theme can be seen", (_, palette) => {
  for (const [edge, ground] of [...edges, ...focusRings]) {
    const ratio = contrast(palette.get(edge) ?? "", palette.get(ground) ?? "");
    expect(ratio, `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
  }
});

test("both themes decide the same colours", () => {
  expect([...colours(darkCss).keys()]).toEqual([...colours(lightCss).keys()]);
});
