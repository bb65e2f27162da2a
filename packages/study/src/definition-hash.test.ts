import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { definitionHash } from "./definition-hash.ts";
import { instrumentSchema } from "./instrument.ts";

const file = new URL("../../../instruments/value-drivers/1.0.0/instrument.json", import.meta.url);
const shipped = instrumentSchema.parse(JSON.parse(readFileSync(file, "utf8")));

function keysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysReversed);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, part]) => [key, keysReversed(part)]);
  return Object.fromEntries(members.reverse());
}

test("definitionHash is SHA-256 over JSON with sorted keys", async () => {
  const sorted = JSON.stringify(shipped, (_, value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
  const expected = createHash("sha256").update(sorted).digest("hex");
  expect(await definitionHash(shipped)).toBe(expected);
});

test("definitionHash does not depend on the order of keys", async () => {
  const reversed = instrumentSchema.parse(keysReversed(shipped));
  expect(await definitionHash(reversed)).toBe(await definitionHash(shipped));
});

test("definitionHash changes with a single word, and with the order of pages", async () => {
  const hash = await definitionHash(shipped);
  const worded = { ...shipped, title: { ...shipped.title, en: `${shipped.title.en}!` } };
  const turned = { ...shipped, pages: [...shipped.pages].reverse() };
  expect(await definitionHash(worded)).not.toBe(hash);
  expect(await definitionHash(turned)).not.toBe(hash);
});
