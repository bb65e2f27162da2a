import { expect, test } from "vitest";
import { analyseChoices } from "./analyse-choices.ts";
import { choicesFromCsv } from "./choices-csv.ts";
import { choicesCsv, choicesDocument } from "./choices-document.ts";
import { choicesReport } from "./choices-report.ts";

const head = "id,set,shown,best,worst\n";

function source(lines: string) {
  const parsed = choicesFromCsv(head + lines, "choices.csv");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

const circle = source("p,1,a|b|c,a,c\np,2,a|b|c,b,a\nq,1,a|b|c,c,b\nq,2,a|b|c,a,c\n");

test("maxdiff counts, and gives the three likelihoods their own log-likelihood", () => {
  const fits = (["pair", "marginal", "sequential"] as const).map((likelihood) => {
    const { fit } = analyseChoices(circle, likelihood);
    if (!fit.exists) throw new Error(fit.reason);
    return fit.logLikelihood;
  });
  expect(new Set(fits.map((fit) => fit.toFixed(6))).size).toBe(3);
  const document = choicesDocument(analyseChoices(circle, "marginal"), "0.0.0");
  expect(document).toMatchObject({
    n: 2,
    tasks: 4,
    likelihood: "marginal",
    items: [
      { item: "a", shown: 4, best: 2, worst: 1, score: 0.25, utility: 0, standardError: 0 },
      { item: "b", shown: 4, best: 1, worst: 1, score: 0 },
      { item: "c", shown: 4, best: 1, worst: 2, score: -0.25 },
    ],
  });
  expect(JSON.stringify(document)).toContain("likelihood: marginal");
});

test("maxdiff without a maximum keeps the counts and says which items part", () => {
  const analysis = analyseChoices(source("p,1,a|b|c,a,c\nq,1,a|b|c,a,c\n"), "pair");
  const document = choicesDocument(analysis, "0.0.0");
  expect(document).toMatchObject({
    logLikelihood: null,
    reason: "separated",
    components: [["a"], ["b"], ["c"]],
    items: [{ best: 2, utility: null, standardError: null }, {}, {}],
  });
  for (const language of ["de", "en"] as const) {
    const report = choicesReport(analysis, { language, softwareVersion: "0.0.0" });
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
  }
  expect(choicesCsv(analysis, "0.0.0")).not.toContain("NaN");
});

test("bad choices are refused by line, with the reason", () => {
  const parsed = choicesFromCsv(
    `${head}p,1,a|b|c,a,z\np,2,a|b|c,a,a\np,3,a|b|a,a,b\np,4,a,a,b\np,5,a|b,,b\n`,
    "c.csv",
  );
  if (parsed.ok) throw new Error("accepted");
  expect(parsed.issues.map(({ path }) => path).sort()).toEqual(
    [2, 3, 4, 5, 6].map((line) => `c.csv:${line}`),
  );
  expect(parsed.issues[1]?.message.en).toBe("z is chosen, but shown does not name it.");
  const noColumn = choicesFromCsv("id,set,shown,best\np,1,a|b,a\n", "c.csv");
  expect(noColumn).toMatchObject({
    ok: false,
    issues: [{ message: { en: "There is no column worst." } }],
  });
  expect(choicesFromCsv(head, "c.csv")).toMatchObject({ ok: false });
});

test("a shared first place is said, and a score without spread has no interval", () => {
  const alike = analyseChoices(source("p,1,a|b|c,a,c\nq,1,a|b|c,a,c\n"), "pair");
  expect(alike.items.map(({ scoreInterval }) => scoreInterval)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const tied = analyseChoices(source("p,1,a|b,a,b\np,2,a|b,b,a\n"), "pair");
  const settings = { language: "en", softwareVersion: "0.0.0" } as const;
  expect(choicesReport(tied, settings).sections[0]?.sentences).toEqual([
    "The highest score is shared by: “a”, “b”.",
  ]);
});
