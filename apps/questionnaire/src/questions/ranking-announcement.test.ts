import { expect, test } from "vitest";
import { type Placement, type PlacementStep, placementAfter } from "./placement.ts";
import { announcementOf } from "./ranking-announcement.ts";

const names: Record<string, string> = { a: "Wissenstransfer", b: "Kontakte", c: "Rat" };
const before: Placement = { placed: ["a", "b"], moves: 2 };

function said(step: PlacementStep, places = 8, language: "de" | "en" = "de"): string {
  const labels = (option: string) => names[option] ?? option;
  const after = placementAfter(before, step, places);
  return announcementOf(step, before, after, { places, labels, language });
}

test("a placed option is announced with its place and how many there are", () => {
  expect(said({ step: "place", option: "c" })).toBe("Rat: Platz 3 von 8");
  expect(said({ step: "place", option: "c" }, 8, "en")).toBe("Rat: place 3 of 8");
});

test("a full ranking says how to go on", () => {
  expect(said({ step: "place", option: "c" }, 2)).toMatch(/^Alle 2 Plätze sind vergeben/);
});

test("a moved option is announced with its new place, also when it could not move", () => {
  expect(said({ step: "move", option: "b", by: -1 })).toBe("Kontakte: Platz 1 von 8");
  expect(said({ step: "move", option: "b", by: 1 })).toBe("Kontakte: Platz 2 von 8");
});

test("a swap names both options, and one that lost its place", () => {
  expect(said({ step: "swap", option: "a", with: "b" })).toBe(
    "Getauscht. Wissenstransfer: Platz 2. Kontakte: Platz 1",
  );
  expect(said({ step: "swap", option: "a", with: "c" })).toBe(
    "Rat: Platz 1. Wissenstransfer ist wieder zur Auswahl",
  );
});

test("an option taken back is announced", () => {
  expect(said({ step: "take-back", option: "a" })).toBe("Wissenstransfer: zurückgenommen");
});
