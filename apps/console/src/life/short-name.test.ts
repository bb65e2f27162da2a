import { expect, test } from "vitest";
import { shortNameOf } from "./short-name.ts";

test.each([
  ["Was Netzwerke wert sind (2027)", "was-netzwerke-wert-sind-2027"],
  ["Übergänge & Größe", "uebergaenge-groesse"],
  ["2027: Café-Runde", "cafe-runde"],
  ["  ", ""],
  ["!", ""],
])("shortNameOf makes of “%s” %s", (name, short) => {
  expect(shortNameOf(name)).toBe(short);
});

test("shortNameOf never ends with a hyphen where it cuts", () => {
  const short = shortNameOf(`${"a".repeat(39)} lang`);
  expect(short).toBe("a".repeat(39));
});
