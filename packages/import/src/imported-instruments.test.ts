import { answersSchema, parseInstrument, simulateAnswers } from "@mehrwert/study";
import { describe, expect, test } from "vitest";
import { examplePaths } from "./example/example-files.ts";
import { importedExample } from "./example/imported-example.ts";
import { seededRandom } from "./example/seeded-random.ts";
import { importFormats } from "./import-report.ts";

const paths = importFormats.flatMap(examplePaths);

describe.each(paths)("%s", (path) => {
  const { instrument, report } = importedExample(path);

  test("passes every check of an instrument", () => {
    const parsed = parseInstrument(JSON.parse(JSON.stringify(instrument)));
    expect(parsed.ok ? [] : parsed.issues).toEqual([]);
  });

  test("accepts what simulated respondents answer", () => {
    const schema = answersSchema(instrument);
    for (let seed = 1; seed <= 50; seed += 1) {
      const { answers, presentation } = simulateAnswers(instrument, seededRandom(seed));
      expect(schema.check(answers, presentation), JSON.stringify(answers)).toEqual([]);
    }
  });

  test("has no text that could run, and no placeholder", () => {
    const words = JSON.stringify({
      ...instrument,
      pages: instrument.pages.map(({ visibleIf: _, ...page }) => ({
        ...page,
        elements: page.elements.map(({ visibleIf: _if, ...rest }) => rest),
      })),
    });
    expect(words).not.toMatch(/<[a-z/!]|javascript:|onerror|\$\{/i);
  });

  test("is reported in both languages, every entry with a place", () => {
    expect(report.entries.length).toBeGreaterThan(3);
    for (const { where, was, became } of report.entries) {
      expect(
        [where, was.de, was.en, became.de, became.en].every((words) => words.trim() !== ""),
      ).toBe(true);
    }
    for (const { what, advice } of report.toComplete) {
      expect([what.de, what.en, advice.de, advice.en].every((words) => words !== "")).toBe(true);
    }
  });
});
