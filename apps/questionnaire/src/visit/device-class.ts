import type { DeviceClass } from "@mehrwert/study";

/** What style sheets may know of a device, too: how one points at it, and how large it is. */
export type DeviceTraits = {
  /** The most exact thing the device is mainly pointed at with; `none`: keys alone. */
  pointer: "coarse" | "fine" | "none";
  /** Whether that can rest over something without pressing it. */
  canHover: boolean;
  /** The shorter side of the whole screen, in CSS pixels. */
  shorterSidePx: number;
};

/** Screens from this shorter side on, in CSS pixels, count as tablets, as they do for Android. */
const smallestTabletPx = 600;

/**
 * The kind of device, roughly: whatever is pointed at with a finger or a pen is a phone or, with a larger screen, a tablet.
 * What the browser says of itself is not asked.
 *
 * @example deviceClass({ pointer: "coarse", canHover: false, shorterSidePx: 390 }) // "phone"
 */
export function deviceClass({ pointer, canHover, shorterSidePx }: DeviceTraits): DeviceClass {
  const isHandHeld = pointer === "coarse" || (pointer === "fine" && !canHover);
  if (!isHandHeld) return "computer";
  return shorterSidePx < smallestTabletPx ? "phone" : "tablet";
}

/** The traits of the device this page is on. */
export function deviceTraits({
  matchMedia,
  screen,
}: Pick<Window, "matchMedia" | "screen">): DeviceTraits {
  const matches = (query: string) => matchMedia(query).matches;
  const pointer = matches("(pointer: coarse)")
    ? "coarse"
    : matches("(pointer: fine)")
      ? "fine"
      : "none";
  return {
    pointer,
    canHover: matches("(hover: hover)"),
    shorterSidePx: Math.min(screen.width, screen.height),
  };
}
