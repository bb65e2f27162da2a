import { expect, test } from "vitest";
import { smallDataset } from "../example/small-dataset.ts";
import { scalesOf } from "./dataset-scales.ts";
import { type RatingFileOptions, ratingsFromCsv } from "./ratings-csv.ts";
import { analyseScale } from "./scale-analysis.ts";
import { scalesCsv } from "./scales-csv.ts";
import { scalesDocument } from "./scales-document.ts";
import { scalesReport } from "./scales-report.ts";

/** R datasets::attitude (Chatterjee and Price): 30 departments, seven percentages. */
const attitude = `rating,complaints,privileges,learning,raises,critical,advance
43,51,30,39,61,92,45
63,64,51,54,63,73,47
71,70,68,69,76,86,48
61,63,45,47,54,84,35
81,78,56,66,71,83,47
43,55,49,44,54,49,34
58,67,42,56,66,68,35
71,75,50,55,70,66,41
72,82,72,67,71,83,31
67,61,45,47,62,80,41
64,53,53,58,58,67,34
67,60,47,39,59,74,41
69,62,57,42,55,63,25
68,83,83,45,59,77,35
77,77,54,72,79,77,46
81,90,50,72,60,54,36
74,85,64,69,79,79,63
65,60,65,75,55,80,60
65,70,46,57,75,85,46
50,58,68,54,64,78,52
50,40,33,34,43,64,33
64,61,52,62,66,80,41
53,66,52,50,63,80,37
40,37,42,58,50,57,49
63,54,42,48,66,75,33
66,77,66,63,88,76,72
78,75,58,74,80,78,49
48,57,44,45,51,83,38
85,85,71,71,77,74,55
82,82,39,59,64,78,39
`;

function analysed(text: string, options: Partial<RatingFileOptions> = {}) {
  const parsed = ratingsFromCsv(text, { fileName: "ratings.csv", ...options });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const analyses = parsed.value.scales.map(analyseScale);
  const [analysis] = analyses;
  if (analysis === undefined) throw new Error("no scale");
  const document = scalesDocument(analyses, parsed.value, "0.0.0");
  return { source: parsed.value, analyses, analysis, document };
}

test("scales match psych and lavaan on the attitude data", () => {
  const { analysis } = analysed(attitude);
  const { alpha, omegaTotal, omegaHierarchical } = analysis;
  if (!alpha.exists || !omegaTotal.exists || !omegaHierarchical.exists) throw new Error("missing");
  // psych 2.2.9 alpha(); lavaan 0.6.14 cfa(); psych omega(nfactors = 3)
  expect(alpha.raw).toBeCloseTo(0.84314276956476, 10);
  expect(alpha.standardised).toBeCloseTo(0.839083803029511, 10);
  expect(alpha.interval[0]).toBeCloseTo(0.739375685643107, 8);
  expect(alpha.interval[1]).toBeCloseTo(0.915773072159982, 8);
  expect(omegaTotal.value).toBeCloseTo(0.856326836775131, 4);
  expect(omegaHierarchical.value).toBeCloseTo(0.518619083146766, 3);
  expect(analysis.items[0]).toMatchObject({ item: "rating", n: 30 });
  expect(analysis.items[0]?.itemRest).toBeCloseTo(0.671262057223664, 10);
  expect(analysis.items[0]?.alphaIfDropped).toBeCloseTo(0.809760206308921, 10);
});

test("scales gives null and a reason for what does not exist, never a gap or NaN", () => {
  const { document } = analysed("a,b,c\n1,3,5\n2,3,4\n5,3,1\n");
  expect(document).toMatchObject({
    alpha: { raw: null, standardised: null, interval: null, reason: "constant-item" },
    ordinalAlpha: null,
    omegaTotal: { value: null },
    omegaHierarchical: { value: null },
    items: [{ item: "a", mean: 8 / 3, itemRest: null, alphaIfDropped: null }, {}, {}],
  });
  expect(JSON.stringify(document)).toContain("everybody rated one item the same (b)");
});

test.each([
  ["one item", "a\n1\n2\n", "one-item"],
  ["one respondent", "a,b\n1,2\n", "fewer-than-two-respondents"],
  ["no respondent", "a,b\n", "fewer-than-two-respondents"],
])("scales names the reason for %s", (_, text, reason) => {
  const { analyses, source, document } = analysed(text);
  expect(document).toMatchObject({ alpha: { reason } });
  for (const language of ["de", "en"] as const) {
    const report = scalesReport(analyses, source, { language, softwareVersion: "0.0.0" });
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
  }
  expect(scalesCsv(analyses, "0.0.0")).not.toContain("NaN");
});

test("an item that runs against the others is suspected, until it is named as reversed", () => {
  const text = "a,b,c\n1,1,6\n2,3,5\n4,4,2\n6,5,1\n3,3,4\n5,6,2\n";
  const asGiven = analysed(text);
  expect(asGiven.document).toMatchObject({ suspectedReverseKeyed: ["c"] });
  const turned = analysed(text, { reverse: ["c"], range: [1, 6] });
  expect(turned.document).toMatchObject({ suspectedReverseKeyed: [], reverseKeyed: ["c"] });
  expect(turned.analysis.items[2]?.mean).toBeCloseTo(7 - 20 / 6, 12);
  const guessed = analysed(text, { reverse: ["c"] });
  expect(guessed.analysis.source).toMatchObject({ range: [1, 6], isRangeObserved: true });
});

test("ratings that are no numbers or out of range are refused by line", () => {
  const words = ratingsFromCsv("a,b\n1,x\n2,3\n", { fileName: "r.csv" });
  expect(words).toMatchObject({ ok: false, issues: [{ path: "r.csv:2" }] });
  const range = ratingsFromCsv("a,b\n1,2\n2,9\n", { fileName: "r.csv", range: [1, 6] });
  expect(range).toMatchObject({ ok: false, issues: [{ path: "r.csv:3" }] });
  const unknown = ratingsFromCsv("a,b\n1,2\n", { fileName: "r.csv", items: ["a", "z"] });
  expect(unknown).toMatchObject({
    ok: false,
    issues: [{ message: { en: "There is no column z." } }],
  });
  const short = ratingsFromCsv("a,b\n1\n", { fileName: "r.csv" });
  expect(short).toMatchObject({ ok: false, issues: [{ path: "r.csv:2" }] });
});

test("a semicolon, a decimal comma and an empty field are understood", () => {
  const { analysis } = analysed("a;b\n1,5;2\n2;\n3;3,5\n");
  expect(analysis.source.rows).toEqual([
    [1.5, 2],
    [2, null],
    [3, 3.5],
  ]);
  expect(analysis).toMatchObject({ n: 3, complete: 2 });
});

test("a dataset gives one scale per construct measured so, without items kept out of the score", () => {
  const label = { de: "Aussage", en: "Item" };
  const options = ["1", "2", "3"].map((code) => ({ code, label }));
  const item = { type: "rating" as const, label, options, construct: "trust" };
  const empty = smallDataset([[1], [1], [1]], { options: 1 });
  const construct = { label, definition: label };
  const dataset = {
    ...empty,
    dictionary: {
      ...empty.dictionary,
      constructs: [
        { id: "trust", measure: "scale" as const, ...construct },
        { id: "other", measure: "items" as const, ...construct },
      ],
      variables: [
        { ...item, name: "t-1" },
        { ...item, name: "t-2", reverseKeyed: true },
        { ...item, name: "t-3", scored: false },
        { ...item, name: "o-1", construct: "other" },
        { ...item, name: "o-2", construct: "other" },
      ],
    },
    columns: new Map([
      ["t-1", ["1", "2", "-95"]],
      ["t-2", ["3", "2", "1"]],
    ]),
  };
  const { scales } = scalesOf(dataset);
  expect(scales).toHaveLength(1);
  expect(scales[0]).toMatchObject({ scale: "trust", range: [1, 3] });
  expect(scales[0]?.items.map(({ item: name }) => name)).toEqual(["t-1", "t-2"]);
  expect(scales[0]?.rows).toEqual([
    [1, 3],
    [2, 2],
    [null, 1],
  ]);
});

test("items that everybody rated alike raise the question whether they stand there twice", () => {
  const { analyses, source } = analysed("a,b\n1,1\n2,2\n4,4\n");
  const report = scalesReport(analyses, source, { language: "de", softwareVersion: "0.0.0" });
  expect(report.sections[0]?.sentences[0]).toContain("Prüfen Sie, ob dieselben Antworten mehrfach");
});

test("a scale has as many scores as the instrument's fewest answered items allow", () => {
  const label = { de: "Aussage", en: "Item" };
  const options = ["1", "2", "3"].map((code) => ({ code, label }));
  const item = { type: "rating" as const, label, options, construct: "trust" };
  const empty = smallDataset([[1], [1], [1]], { options: 1 });
  const scoresIf = (minimumAnswered?: number) => {
    const construct = { id: "trust", label, definition: label, measure: "scale" as const };
    const constructs = [
      { ...construct, ...(minimumAnswered !== undefined && { minimumAnswered }) },
    ];
    const variables = ["t-1", "t-2", "t-3"].map((name) => ({ ...item, name }));
    const columns = new Map([
      ["t-1", ["1", "2", "3"]],
      ["t-2", ["3", "2", "-95"]],
      ["t-3", ["2", "-95", "-95"]],
    ]);
    const dictionary = { ...empty.dictionary, constructs, variables };
    const { scales } = scalesOf({ ...empty, dictionary, columns });
    return scales.map((scale) => analyseScale(scale).scores.n);
  };
  expect([scoresIf(), scoresIf(3), scoresIf(1)]).toEqual([[2], [1], [3]]);
});
