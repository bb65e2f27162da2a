import { expect, test } from "vitest";
import { type DeviceTraits, deviceClass, deviceTraits } from "./device-class.ts";

const traits = (
  pointer: DeviceTraits["pointer"],
  canHover: boolean,
  shorterSidePx: number,
): DeviceTraits => ({ pointer, canHover, shorterSidePx });

test.each([
  ["a phone", traits("coarse", false, 390), "phone"],
  ["a small phone", traits("coarse", false, 320), "phone"],
  ["a phone that claims to hover", traits("coarse", true, 412), "phone"],
  ["a phone with a pen", traits("fine", false, 412), "phone"],
  ["a small tablet", traits("coarse", false, 600), "tablet"],
  ["a tablet", traits("coarse", false, 820), "tablet"],
  ["a tablet with a pen", traits("fine", false, 834), "tablet"],
  ["a laptop", traits("fine", true, 800), "computer"],
  ["a laptop with a touch screen and a mouse", traits("fine", true, 864), "computer"],
  ["a computer with a small screen", traits("fine", true, 540), "computer"],
  ["a computer with keys alone", traits("none", false, 1080), "computer"],
])("deviceClass of %s", (_, given, expected) => {
  expect(deviceClass(given)).toBe(expected);
});

test("deviceTraits are the same however the device is held", () => {
  const held = (width: number, height: number) =>
    deviceTraits({
      matchMedia: (query: string) =>
        ({
          matches: query === "(pointer: coarse)",
        }) satisfies Partial<MediaQueryList> as MediaQueryList,
      screen: { width, height } satisfies Partial<Screen> as Screen,
    });
  expect(held(390, 844)).toEqual(traits("coarse", false, 390));
  expect(held(844, 390)).toEqual(held(390, 844));
});
