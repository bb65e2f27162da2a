import { expect, test } from "vitest";
import type { Covariate } from "../covariates/covariate.ts";
import { covariatesOf } from "../covariates/covariates-of.ts";
import { demoSource } from "../example/demo-source.ts";
import { smallSource } from "../example/small-source.ts";
import { compareGroups } from "./compare-groups.ts";
import { comparisonCsv } from "./comparison-csv.ts";
import { comparisonDocument } from "./comparison-document.ts";
import { comparisonGroups } from "./comparison-groups.ts";
import { comparisonReport } from "./comparison-report.ts";
import { comparisonSection } from "./comparison-section.ts";
import type { RankingComparison } from "./ranking-comparison.ts";
import { screenCovariates } from "./screen-covariates.ts";

const source = await demoSource();
const covariates = covariatesOf(source);

function by(name: string): RankingComparison {
  const covariate = covariates.find((each) => each.name === name);
  if (covariate === undefined) throw new Error(`no ${name}`);
  const comparison = compareGroups(source, covariate);
  if (!comparison.exists) throw new Error(comparison.reason);
  return comparison;
}

test("screenCovariates finds what was planted in the demo study, and nothing else with certainty", () => {
  const { tests, corrected } = screenCovariates(source, covariates);
  expect(corrected).toBe(covariates.length);
  const sure = tests.filter(({ pAdjusted = 1 }) => pAdjusted < 0.05);
  expect(sure.map(({ variable }) => variable).sort()).toEqual([
    "meeting-format.workshop",
    ...["ro-1", "ro-2", "ro-3", "ro-4"],
  ]);
  expect(new Set(sure.map(({ itemTest }) => itemTest?.item))).toEqual(new Set(["vd-5"]));
  const likely = tests.filter(({ pFalseDiscovery = 1 }) => pFalseDiscovery < 0.05);
  expect(likely.map(({ variable }) => variable)).toContain("network-experience");
});

test("compareGroups shows that network leads want joint results", () => {
  const comparison = by("network-experience");
  expect(comparison.overall).toMatchObject({ exists: true, df: 21 });
  const lead = comparison.contrasts.find(({ group, item }) => group === "lead" && item === "vd-5");
  expect(lead?.against).toBe("rest");
  expect(lead?.difference).toBeGreaterThan(0);
  expect(lead?.rankDifference).toBeLessThan(0);
  expect(lead?.pAdjusted).toBeLessThan(0.05);
});

test("compareGroups of two groups: contrasts are against the other, corrected by Holm", () => {
  const { contrasts, groups, agreements } = by("d-lead");
  expect(groups).toHaveLength(2);
  expect(contrasts).toHaveLength(8);
  expect(contrasts.every(({ p, pAdjusted }) => pAdjusted >= p)).toBe(true);
  expect(agreements.map(({ coefficient }) => coefficient)).toEqual(["spearman", "kendall-tau-b"]);
});

const choice = (values: (string | undefined)[], kind: Covariate["kind"] = "choice"): Covariate => ({
  ...{ name: "x", label: { de: "x", en: "x" }, kind, values },
  options: [...new Set(values)].flatMap((code) =>
    code === undefined ? [] : [{ code, label: { de: code, en: code } }],
  ),
});

test("comparisonGroups leaves small groups out, or puts them together if that is enough", () => {
  const one = comparisonGroups(choice(["a", "a", "a", "b", undefined]), 3);
  expect(one.groups.map(({ name }) => name)).toEqual(["a"]);
  expect(one).toMatchObject({ leftOut: [{ de: "b" }], merged: [], missing: 1 });
  const two = comparisonGroups(choice(["a", "a", "a", "b", "b", "c"]), 3);
  expect(two.groups.map(({ name, n }) => [name, n])).toEqual([
    ["a", 3],
    ["b+c", 3],
  ]);
  expect(two.leftOut).toEqual([]);
});

test("comparisonGroups cuts a scale where the parts are most alike", () => {
  const values = ["1", "2", "3", "3", "4", "4", "5", "5", "5"].sort();
  const { groups, isCut } = comparisonGroups(choice(values, "rating"), 2);
  expect(isCut).toBe(true);
  expect(groups.map(({ name, n }) => [name, n])).toEqual([
    ["1+2+3", 4],
    ["4+5", 5],
  ]);
});

test("a group without worths is compared by mean ranks, and the reason is given", () => {
  const rows = [
    ...Array.from({ length: 5 }, () => [1, 2, 3]),
    ...[
      [1, 2, 3],
      [3, 2, 1],
      [2, 1, 3],
      [3, 1, 2],
      [2, 3, 1],
    ],
  ];
  const values = rows.map((_, row) => (row < 5 ? "same" : "mixed"));
  const comparison = compareGroups(smallSource(rows), choice(values));
  if (!comparison.exists) throw new Error(comparison.reason);
  expect(comparison.overall).toMatchObject({ exists: false, group: "same" });
  expect(comparison.worthsMissing).toMatchObject([{ group: "same", reason: "one-sided" }]);
  expect(comparison.contrasts[0]?.difference).toBeUndefined();
  expect(comparison.contrasts[0]?.rankDifference).toBeLessThan(0);
});

test("an item that was not shown to all says for how many its number stands", () => {
  const rows = [
    [1, 2, 3],
    [2, 1, 3],
    [2, 1, null],
    [1, 3, 2],
    [3, 1, 2],
    [2, 3, 1],
  ];
  const values = ["x", "x", "x", "y", "y", "y"];
  const comparison = compareGroups(smallSource(rows, {}, "not-presented"), choice(values));
  if (!comparison.exists) throw new Error(comparison.reason);
  expect(comparison.values[0]?.map(({ n }) => n)).toEqual([3, 3, 2]);
  const [means] = comparisonSection(comparison, "en").tables;
  expect(means?.lines[2]?.[1]).toMatch(/; n = 2$/);
  expect(means?.lines[0]?.[1]).not.toContain("n =");
});

test("too few for two groups is an outcome with a reason", () => {
  const comparison = compareGroups(
    smallSource([
      [1, 2],
      [2, 1],
    ]),
    choice(["a", "b"]),
  );
  expect(comparison).toMatchObject({ exists: false, reason: "one-group", groups: [] });
});

test.each(["de", "en"] as const)("comparisonReport in %s is free of holes", (language) => {
  const settings = { softwareVersion: "0.1.0", language };
  const one = { by: "one", comparison: by("network-experience") } as const;
  const all = { by: "all", screening: screenCovariates(source, covariates) } as const;
  for (const compared of [one, all]) {
    const report = comparisonReport(source, compared, settings);
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|null/);
    expect(JSON.stringify(comparisonDocument(source, compared, "0.1.0"))).not.toMatch(/NaN/);
    const lines = comparisonCsv(compared).trimEnd().split("\r\n");
    expect(lines.length).toBe(1 + (compared === one ? 32 : covariates.length));
  }
});
