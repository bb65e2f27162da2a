import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  accessibilityGaps,
  noAccessibilityDetails,
  parseAccessibilityDetails,
} from "./accessibility-details.ts";
import { projectFolder } from "./start/build-web-apps.ts";

const today = "2026-12-24";

/** The first JSON block of the README that names a responsible body. */
function documentedExample(): string {
  const readme = readFileSync(join(projectFolder, "apps/api/README.md"), "utf8");
  return /```json\n(\{\s*"responsible"[\s\S]*?)```/.exec(readme)?.[1] ?? "";
}

test("the documented example can be used and leaves nothing open", () => {
  const read = parseAccessibilityDetails(documentedExample());
  expect(read).toMatchObject({ ok: true });
  expect(read.ok && accessibilityGaps(read.value, today)).toEqual([]);
});

test("without details everything that only the operator knows is open, and the federal body stands in", () => {
  const gaps = accessibilityGaps(noAccessibilityDetails, today).map(({ en }) => en);
  expect(gaps).toEqual(["responsible body", "e-mail address for contact", "date of the statement"]);
  expect(noAccessibilityDetails.arbitration.name.de).toContain("Schlichtungsstelle");
});

test("an entry that is there but empty counts as open, and so does one in one language only", () => {
  const read = parseAccessibilityDetails(
    JSON.stringify({ responsible: { de: "Amt", en: " " }, date: "2026-01-01" }),
  );
  expect(read.ok && accessibilityGaps(read.value, today).map(({ de }) => de)).toEqual([
    "verantwortliche Stelle",
    "E-Mail-Adresse für Kontakt",
  ]);
});

test("after a year the statement asks to be checked", () => {
  const details = { ...noAccessibilityDetails, date: "2025-12-25" };
  const old = (day: string) => accessibilityGaps(details, day).some(({ en }) => /year/.test(en));
  expect([old("2026-12-24"), old("2026-12-25")]).toEqual([false, true]);
});

test.each([
  ["no JSON", "{", ["#"]],
  ["an unknown entry", '{"responsable":{"de":"a","en":"b"}}', ["#/responsable"]],
  [
    "a script for a link",
    '{"arbitration":{"name":{"de":"a","en":"b"},"url":"javascript:alert(1)"}}',
    ["#/arbitration/url"],
  ],
  ["no day", '{"date":"gestern"}', ["#/date"]],
])("refuses %s and says where", (_, json, paths) => {
  const read = parseAccessibilityDetails(json);
  expect(read.ok ? [] : read.issues.map(({ path }) => path)).toEqual(paths);
});
