import { expect, test } from "vitest";
import { smallSource } from "../example/small-source.ts";
import { itemsLike, itemsOfWorths } from "./assumed-items.ts";
import { planCsv } from "./plan-csv.ts";
import { planDocument } from "./plan-document.ts";
import { planReport } from "./plan-report.ts";
import { planStudy } from "./plan-study.ts";
import type { StudyPlanOptions } from "./study-plan.ts";

const names = ["a", "b", "c", "d", "e"];
const items = itemsOfWorths(
  names.map((name) => ({ item: name, name, label: { de: name, en: name } })),
  [8, 4, 2, 1, 1],
);
const options: StudyPlanOptions = {
  sizes: [30, 120],
  tops: [5, 2],
  draws: 60,
  seed: 3,
  level: 0.05,
  targetPower: 0.8,
  minorityDraws: 10,
};
const plan = planStudy(items, "given", options);

test("planStudy: more respondents find more, shorter lists find less", () => {
  const [first] = plan.neighbours;
  const share = (n: number, top: number) =>
    first?.results.find((result) => result.n === n && result.top === top)?.share ?? -1;
  expect(share(120, 5)).toBeGreaterThan(share(30, 5));
  expect(plan.neighbours[2]?.needed[1]?.n).toBeGreaterThan(plan.neighbours[2]?.needed[0]?.n ?? 0);
});

test("planStudy: with the number it names, the target power is reached", () => {
  const n = plan.neighbours[0]?.needed[0]?.n ?? 0;
  const check = planStudy(items, "given", { ...options, sizes: [n], tops: [5], draws: 400 });
  const { share = 0 } = check.neighbours[0]?.results[0] ?? {};
  expect(share).toBeGreaterThan(0.73);
  expect(share).toBeLessThan(0.87);
});

test("planStudy: equal items cannot be told apart, and are rarely confused with certainty", () => {
  const equal = plan.neighbours[3];
  expect(equal?.needed).toEqual([
    { top: 5, reason: "equal" },
    { top: 2, reason: "equal" },
  ]);
  expect(Math.max(...(equal?.results.map(({ share }) => share) ?? []))).toBeLessThan(0.12);
});

test("planStudy gives the same for the same seed and reports every draw", () => {
  let done = 0;
  const again = planStudy(items, "given", { ...options, onDraw: (count) => (done = count) });
  expect(again).toEqual(plan);
  expect(done).toBe(4 * 60);
});

test("planStudy: a minority shows more easily among more respondents", () => {
  const { minority } = planStudy(items, "given", {
    ...{ ...options, sizes: [60, 600], tops: [5], draws: 1 },
    minority: { share: 0.25, item: "e" },
  });
  const [few, many] = minority?.results.map(({ share }) => share) ?? [];
  expect(many).toBeGreaterThan(few ?? 1);
  expect(many).toBeGreaterThan(0.8);
});

test("itemsLike takes the worths of rankings, or says why there are none", () => {
  const rows = [
    [1, 2, 3],
    [2, 1, 3],
    [3, 1, 2],
    [1, 3, 2],
    [2, 1, 3],
  ];
  const like = itemsLike(smallSource(rows));
  if (!Array.isArray(like)) throw new Error(like.reason);
  expect(like.map(({ place }) => place)).toEqual([1, 2, 3]);
  expect(like.reduce((sum, { worth }) => sum + worth, 0)).toBeCloseTo(1, 12);
  expect(itemsLike(smallSource([[1, 2]]))).toMatchObject({ exists: false, reason: "one-sided" });
});

test.each(["de", "en"] as const)(
  "planReport in %s warns of short lists, without holes",
  (language) => {
    const report = planReport(plan, undefined, { softwareVersion: "0.1.0", language });
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|null/);
    expect(report.sections[0]?.sentences.join(" ")).toContain("--minority");
    expect(JSON.stringify(planDocument(plan, undefined, "0.1.0"))).not.toMatch(/NaN/);
    expect(planCsv(plan).trimEnd().split("\r\n")).toHaveLength(1 + 4 * 4);
  },
);
