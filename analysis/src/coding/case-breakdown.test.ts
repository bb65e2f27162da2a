import { disclosureRules } from "@mehrwert/privacy";
import { type CodingChange, codeSubtree, codingProject } from "@mehrwert/study";
import fc from "fast-check";
import { expect, test } from "vitest";
import { numberedId, smallBook } from "../example/small-coding.ts";
import { breakdownCsv, breakdownJson } from "./breakdown-columns.ts";
import { caseBreakdown, isToldByGroup } from "./case-breakdown.ts";
import { categoryReport } from "./category-report.ts";
import { categoryTable } from "./category-table.ts";
import type { CodingMaterial } from "./material.ts";
import { treeReport } from "./tree-report.ts";

/** One interviewed person: the transcripts, the group, and the codes that each transcript has. */
type Person = { group: string; transcripts: string[][] };

function materialOf(people: readonly Person[]): CodingMaterial {
  const changes: CodingChange[] = [];
  let codings = 0;
  for (const [at, { group, transcripts }] of people.entries()) {
    const documents = transcripts.map((_, part) => `Text${at}-${part}`);
    for (const [part, codes] of transcripts.entries()) {
      const document = documents[part] ?? "";
      changes.push({
        kind: "document-added",
        transcript: {
          ...{ document, version: 1, length: 500, speakers: ["I"], hash: "0".repeat(64) },
          source: { format: "txt", encoding: "UTF-8" },
        },
      });
      for (const code of codes) {
        codings += 1;
        const excerpt = { document, version: 1, start: codings % 400, end: (codings % 400) + 9 };
        const origin = { kind: "by-hand" as const };
        const coding = { id: numberedId(codings), excerpt, code, coder: "ada", origin };
        changes.push({ kind: "coding-added", coding });
      }
    }
    const variables = group === "" ? {} : { group };
    changes.push({ kind: "case-changed", case: `Case${at}`, documents, variables });
  }
  const events = changes.map((change, at) => ({
    ...{ sequence: at + 1, id: numberedId(90_000 + at), person: "ada", change },
    at: "2026-11-28T10:00:00.000Z",
  }));
  return {
    ...{ title: "Test", isSynthetic: true, transcripts: new Map() },
    project: codingProject(smallBook, events),
  };
}

const leaves = ["A1", "A1.1", "A2", "B1", "B2"];
const person: fc.Arbitrary<Person> = fc.record({
  group: fc.oneof(
    { weight: 5, arbitrary: fc.constant("company") },
    { weight: 4, arbitrary: fc.constant("consultant") },
    { weight: 1, arbitrary: fc.constantFrom("authority", "") },
  ),
  transcripts: fc.array(fc.subarray(leaves), { minLength: 1, maxLength: 3 }),
});
const settings = { language: "en", softwareVersion: "1.0.0" } as const;
const rows = codeSubtree(smallBook).map((code) => ({ code, depth: 0 }));

test("no output by groups names anybody, or tells of a group below the minimum or of one or two people", () => {
  const seen = { told: 0, hidden: 0, nothing: 0 };
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 8, maxLength: 70 }),
      fc.constantFrom(5, 10),
      (people, minimum) => {
        const material = materialOf(people);
        const rules = disclosureRules(minimum);
        const breakdown = caseBreakdown(material, { by: "group", filter: {}, rules });
        const table = categoryTable(material);
        const json = JSON.stringify(breakdownJson(breakdown, rows));
        const whole = categoryReport(material, table, settings, breakdown);
        const tree = treeReport(material, { table, breakdown }, "A", settings);
        if (!isToldByGroup(breakdown)) {
          seen.nothing += 1;
          expect(JSON.parse(json).breakdown.groups).toEqual([]);
          const plain = categoryReport(material, table, settings);
          const tables = (report: typeof plain) => report.sections.map((part) => part.tables);
          expect(tables(whole)).toEqual(tables(plain));
          expect(JSON.stringify(whole)).toContain("Nothing is shown by group");
          return;
        }
        const output = [json, breakdownCsv(breakdown, rows), JSON.stringify([whole, tree])].join();
        expect(output).not.toMatch(/Case\d|Text\d/);
        for (const [at, { categories }] of breakdown.shown.groups.entries()) {
          const names = categories.map((name) => (name === "no-answer" ? "" : name));
          const group = people.filter((one) => names.includes(one.group));
          expect(group.length).toBeGreaterThanOrEqual(minimum);
          for (const { id, groups } of breakdown.shown.codes) {
            const below = codeSubtree(smallBook, id).map((code) => code.id);
            const count = group.filter(({ transcripts }) =>
              transcripts.flat().some((code) => below.includes(code)),
            ).length;
            const share = groups[at]?.share;
            seen[share === undefined ? "hidden" : "told"] += 1;
            if (share === undefined) continue;
            expect(count).toBeGreaterThanOrEqual(rules.cell);
            expect(group.length - count).toBeGreaterThanOrEqual(rules.cell);
            expect(Math.abs(share - count / group.length)).toBeLessThanOrEqual(0.025 + 1e-9);
          }
        }
      },
    ),
    { numRuns: 150, seed: 11 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
});

test("caseBreakdown counts people, not transcripts: twelve transcripts of two people are no group", () => {
  const many = Array.from({ length: 6 }, () => ["A1"]);
  const two = [0, 1].map((): Person => ({ group: "company", transcripts: many }));
  const others = Array.from(
    { length: 20 },
    (_, at): Person => ({
      ...{ group: "consultant", transcripts: [at < 9 ? ["A1"] : []] },
    }),
  );
  const material = materialOf([...two, ...others]);
  const breakdown = caseBreakdown(material, {
    by: "group",
    filter: {},
    rules: disclosureRules(10),
  });
  expect(isToldByGroup(breakdown)).toBe(false);
  const enough = [...two, ...two, ...two, ...two, ...two, ...others];
  const large = caseBreakdown(materialOf(enough), {
    ...{ by: "group", filter: {}, rules: disclosureRules(10) },
  });
  expect(large.shown.cases?.n).toBe(30);
});
