import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { noAccessibilityDetails } from "../accessibility-details.ts";
import { accessibilityWarning, loadAccessibilityDetails } from "./load-accessibility-details.ts";

const folder = mkdtempSync(join(tmpdir(), "mehrwert-accessibility-"));
afterAll(() => rmSync(folder, { recursive: true }));

const complete = {
  responsible: { de: "Amt, Straße 1", en: "Office, Street 1" },
  contact: { email: "barrierefrei@example.org" },
  date: "2026-11-23",
};

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

test("at the start the operator is told what the statement lacks, in both languages", () => {
  const today = "2026-12-24";
  const de = accessibilityWarning(noAccessibilityDetails, { today, language: "de" });
  expect(de).toContain("verantwortliche Stelle; E-Mail-Adresse für Kontakt; Datum");
  const en = accessibilityWarning(noAccessibilityDetails, { today, language: "en" });
  expect(en).toContain("MEHRWERT_ACCESSIBILITY_FILE");
});

test("a file that says everything needs no warning until a year has passed", () => {
  const details = loadAccessibilityDetails(written("complete.json", JSON.stringify(complete)));
  const warning = (today: string) => accessibilityWarning(details, { today, language: "en" });
  expect(warning("2026-12-24")).toBeUndefined();
  expect(warning("2027-11-23")).toContain("check after a year");
});

test("a file that cannot be read or used keeps the server from starting, with the place", () => {
  expect(() => loadAccessibilityDetails(join(folder, "none.json"))).toThrow("none.json");
  const broken = written("broken.json", '{"contact":{"email":"nobody"}}');
  expect(() => loadAccessibilityDetails(broken)).toThrow("broken.json#/contact/email");
});
