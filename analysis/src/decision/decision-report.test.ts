import { expect, test } from "vitest";
import { planningGroup } from "../example/planning-group.ts";
import { reportMarkdown } from "../report/report-markdown.ts";
import { decisionCsv, decisionDocument } from "./decision-document.ts";
import { decisionReport } from "./decision-report.ts";
import { groupDecisions } from "./joint-decision.ts";

const german = { language: "de", softwareVersion: "0.1.0" } as const;
const english = { language: "en", softwareVersion: "0.1.0" } as const;

test.each([
  { ratings: [5, 4, 5, 2], weights: [2, 2, 2, 2], score: -0.75, outcome: "internal" },
  { ratings: [2, 2, 1, 5], weights: [2, 2, 2, 2], score: 0.75, outcome: "external" },
  { ratings: [4, 4, 3, 4], weights: [2, 2, 2, 2], score: -0.125, outcome: "hybrid" },
  { ratings: [2, 5, 3, 4], weights: [3, 3, 1, 1], score: -0.125, outcome: "hybrid" },
])("decide gives one planner with $ratings $outcome at $score", async (planner) => {
  const document = decisionDocument(await planningGroup([planner]), "0.1.0");
  expect(document).toMatchObject({
    planners: 1,
    decisions: [{ score: planner.score, outcome: planner.outcome }],
  });
});

test("a joint result comes from the means, and says where planners are far apart", async () => {
  const dataset = await planningGroup([
    { ratings: [5, 4, 5, 1, 2], note: "Erst klein anfangen.\nDann sehen." },
    { ratings: [5, 4, 4, 5], weights: [3] },
    { ratings: [4, 4], note: "-95 ist kein Fehler" },
  ]);
  const [decision] = groupDecisions(dataset);
  expect(decision?.planners).toBe(3);
  expect(decision?.criteria.map(({ n }) => n)).toEqual([3, 3, 2, 2, 1]);
  expect(decision?.criteria.map(({ isSpread }) => isSpread)).toEqual([
    ...[false, false, false, true, false],
  ]);
  const means = [14 / 3, 4, 4.5, 3];
  const weights = [7 / 3, 2, 2, 2];
  const pushes = [-1, -1, -1, 1];
  const sum = means.reduce((s, x, at) => s + (weights[at] ?? 0) * (pushes[at] ?? 0) * (x - 3), 0);
  const most = weights.reduce((s, w) => s + 2 * w, 0);
  expect(decision?.joint?.score).toBeCloseTo(sum / most, 12);
  expect(decision?.joint?.outcome).toBe("low");
});

test("the page tells recommendation, reasons, advice, hints and notes, in both languages", async () => {
  const dataset = await planningGroup([
    { ratings: [5, 5, 3, 5, 1], note: "Wegen der Prüfung" },
    { ratings: [4, 4, 3, 4, 1] },
    { ratings: [1, 5, 3, 5, 1] },
  ]);
  const page = reportMarkdown(decisionReport(dataset, german));
  expect(page).toMatch(/## Empfehlung: Beides verbinden\n\n[^=]*Der Punktwert s ist −0,04;/);
  expect(page).toContain("Konfliktregel");
  expect(page).toContain("Fangen Sie klein an");
  expect(page).toContain("Besprechen Sie zuerst");
  expect(page).toContain("Wegen der Prüfung");
  expect(page).toContain("Weniger als");
  expect(page).toContain("Die Formen ergänzen einander.");
  const other = reportMarkdown(decisionReport(dataset, english));
  expect(other).toMatch(/## Recommendation: Combine both\n\n[^=]*The score s is −0.04;/);
  expect(other).toContain("Conflict rule: “Combine both” holds");
});

test("there is no recommendation while nobody has rated a criterion that counts", async () => {
  const dataset = await planningGroup([{ ratings: [5, 4, 5] }, { ratings: [] }]);
  const [first] = decisionReport(dataset, german).sections;
  expect(first?.heading).toBe("Noch keine Empfehlung");
  expect(first?.sentences[0]).toMatch(/^Niemand hat beurteilt.*Anstöße/);
  expect(decisionDocument(dataset, "0.1.0")).toMatchObject({
    decisions: [{ planners: 1, score: null, outcome: null }],
  });
  expect(decisionCsv(dataset, "0.1.0").split("\r\n")[4]).toBe("cop-form,co-4,0,,,,false,,,,0.1.0");
});
