import { identifierSchema } from "@mehrwert/study";
import { expect, test } from "vitest";
import { slugFault } from "./slug-fault.ts";

test.each([
  "puls",
  "a",
  "my-pulse-2",
  "a".repeat(64),
  "",
  "Puls",
  "2nd",
  "-a",
  "my pulse",
  "größe",
])("slugFault refuses what the API refuses as a name, and nothing else: “%s”", (slug) => {
  expect(slugFault(slug, "en") === undefined).toBe(identifierSchema.safeParse(slug).success);
});

test("slugFault says what is wrong in either language", () => {
  expect(slugFault("my pulse", "en")).toContain("not “ ”");
  expect(slugFault("Puls", "de")).toContain("Kleinbuchstaben");
  expect(slugFault("a".repeat(65), "de")).toContain("65 Zeichen");
});
