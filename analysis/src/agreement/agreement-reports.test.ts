import { describe, expect, test } from "vitest";
import type { Report } from "../report/report.ts";
import { reportMarkdown } from "../report/report-markdown.ts";
import { alphaVerdict } from "./alpha-verdict.ts";
import { type CodedUnitsOptions, codedUnitsFromCsv } from "./coded-units-csv.ts";
import { markedSpansFromCsv } from "./marked-spans-csv.ts";
import { type AgreementSettings, ratingsAgreement } from "./ratings-agreement.ts";
import { ratingsCsv, ratingsDocument } from "./ratings-document.ts";
import { ratingsReport } from "./ratings-report.ts";
import { spansAgreement } from "./spans-agreement.ts";
import { spansCsv } from "./spans-csv.ts";
import { spansDocument } from "./spans-document.ts";
import { spansReport } from "./spans-report.ts";

const softwareVersion = "0.0.0";

function codedFrom(
  text: string,
  options: Partial<CodedUnitsOptions> = {},
  settings: Partial<AgreementSettings> = {},
) {
  const read = codedUnitsFromCsv(text, { fileName: "codes.csv", level: "nominal", ...options });
  if (!read.ok) throw new Error(read.issues.map(({ message }) => message.en).join(" "));
  const found = { setDistance: "masi" as const, seed: 1, draws: 200, ...settings };
  return ratingsAgreement(read.value, found);
}

function ratings(...found: Parameters<typeof codedFrom>) {
  const agreement = codedFrom(...found);
  const report = (language: "de" | "en") => ratingsReport(agreement, { language, softwareVersion });
  return {
    agreement,
    ...{ de: report("de"), en: report("en"), csv: ratingsCsv(agreement, softwareVersion) },
    document: ratingsDocument(agreement, { language: "en", softwareVersion }),
  };
}

function spans(text: string, length: number, coders?: string[]) {
  const read = markedSpansFromCsv(text, {
    ...{ fileName: "spans.csv", length },
    ...(coders !== undefined && { coders }),
  });
  if (!read.ok) throw new Error(read.issues.map(({ message }) => message.en).join(" "));
  const agreement = spansAgreement(read.value, { rule: "union", ratio: 0.9 });
  const report = (language: "de" | "en") => spansReport(agreement, { language, softwareVersion });
  return {
    ...{ de: report("de"), en: report("en"), csv: spansCsv(agreement, softwareVersion) },
    document: spansDocument(agreement, { language: "en", softwareVersion }),
  };
}

const sentences = ({ sections }: Report) => sections.flatMap((section) => section.sentences);
/** Nothing a person or program reads may look like this. */
const broken = /NaN|undefined|Infinity|\[object|null/;

const ten = [..."1123213321"]
  .map((code, unit) => `${unit},${code},${"1123113221"[unit]}`)
  .join("\n");

describe("ratingsReport", () => {
  test("begins with percent, α and AC1, with why they differ, in both languages", () => {
    const { de, en } = ratings(`unit,A,B\n${ten}\n`, {}, { draws: 2000 });
    expect(sentences(de).slice(0, 3)).toEqual([
      "Die beiden Kodierenden gaben 8 von 10 Einheiten denselben Code (80\u00a0%).",
      "Über den Zufall hinaus: Krippendorffs α = 0,71 (0,25 bis 1,00). Das reicht nach üblichem Maßstab nur für vorläufige Schlüsse (0,67 bis 0,80); das Intervall reicht aber darunter, weitere Einheiten würden es klären.",
      "Gwets AC1 = 0,70. Die drei Zahlen schreiben dem Zufall Verschiedenes zu: Prozent nichts, α 32\u00a0% und AC1 32\u00a0% Übereinstimmung.",
    ]);
    expect(sentences(en)[0]).toBe("The two coders gave 8 of 10 units the same code (80%).");
    const columns = en.sections[0]?.tables[0]?.columns.map(({ label }) => label);
    expect(columns).toEqual(["Coefficient", "Value (95%)", "Expected by chance"]);
  });

  test("explains a low α by the code that prevails", () => {
    const lines = [
      ...Array(89).fill("no,no"),
      ...Array(4).fill("yes,yes"),
      ...Array(4).fill("no,yes"),
      ...Array(3).fill("yes,no"),
    ];
    const { en } = ratings(
      `unit,A,B\n${lines.map((line, unit) => `${unit},${line}`).join("\n")}\n`,
    );
    expect(sentences(en)[2]).toBe(
      "Gwet’s AC1 = 0.92. α is lower because “no” makes up 93% of all codes given: α then expects 86% agreement from chance alone, AC1 only 14%, percent none.",
    );
  });

  test("lists units to talk about and codes that stand against each other", () => {
    const { en } = ratings("unit,A,B,C\np1,x,x,y\np2,x,x,x\np3,y,y,\np4,z,x,y\n");
    const section = en.sections.find(({ heading }) => heading === "What to talk about");
    expect(section?.sentences).toEqual([
      "Coded differently: 2 of 4 units.",
      "Most often “x” stands against “y” (3 times).",
    ]);
    expect(section?.tables[0]?.lines).toEqual([
      ["x", "y", "3"],
      ["x", "z", "1"],
      ["y", "z", "1"],
    ]);
    expect(section?.tables[1]?.lines).toEqual([
      ["p1", "x", "x", "y"],
      ["p4", "z", "x", "y"],
    ]);
    // That Cohen's κ is for two coders stands in the table, and is no news.
    expect(sentences(en).join()).not.toContain("exactly two coders");
    const frequencies = en.sections.at(-1)?.tables[0]?.lines.map((cells) => cells.slice(0, 2));
    expect(frequencies).toEqual([
      ["x", "6"],
      ["y", "4"],
      ["z", "1"],
    ]);
    const pairs = en.sections.find(({ heading }) => heading === "Who agrees with whom");
    expect(pairs?.sentences).toEqual(["Least alike are A – C (33%), most alike A – B (75%)."]);
  });

  test("counts units coded by one person or nobody", () => {
    const { de } = ratings("unit,A,B\n1,x,x\n2,y,\n3,,\n4,y,y\n");
    expect(de.notes).toEqual([
      "4 Einheiten; vergleichbar, weil von mindestens zwei kodiert: 2.",
      "Von nur einer Person kodiert: 1 Einheit. Sie zählen nur für die Häufigkeit der Codes in AC1 und Fleiss’ κ.",
      "Von niemandem kodiert und nirgends gezählt: 1 Einheit.",
    ]);
  });

  test("names the number of possible codes and who said so", () => {
    const text = "unit,A,B\n1,x,x\n2,y,z\n3,x,x\n";
    expect(ratings(text).en.method[1]).toContain("3 (as many occur;");
    expect(ratings(text, {}, { possible: 8 }).en.method[1]).toContain("8 (as given; 3 occur)");
    expect(ratings(text, {}, { possible: 8 }).document).toMatchObject({
      brennanPrediger: { categories: 8 },
      categories: { possible: 8, seen: 3, isGiven: true },
    });
  });

  test("with sets of codes names the distance and shows α under each", () => {
    const text = "unit,A,B\n1,a|b,b|a\n2,a,a|b\n3,|,|\n4,c,|\n";
    const { en, document } = ratings(text, { setSeparator: "|" }, { setDistance: "jaccard" });
    expect(en.facts).toContainEqual({ label: "Distance between sets of codes", value: "Jaccard" });
    expect(en.sections[1]?.tables[0]?.lines.map(([name]) => name)).toEqual([
      "nominal: the same or not",
      "Jaccard",
      "MASI (Passonneau 2006)",
    ]);
    expect(document).toMatchObject({ setDistance: "jaccard", isSetValued: true, level: "nominal" });
    expect(JSON.stringify(en)).toContain("no code");
  });

  test.each([
    ["no unit", "unit,A,B\n", "no unit was coded by two coders"],
    ["one coder", "unit,A\n1,x\n", "there are fewer than two coders"],
    ["no shared unit", "unit,A,B\n1,x,\n2,,y\n", "no unit was coded by two coders"],
  ])("says that nothing can be compared with %s", (_, text, reason) => {
    const { en, de, document, csv } = ratings(text);
    expect(sentences(en)).toEqual([`Nothing can be compared here: ${reason}.`]);
    expect(document).toMatchObject({
      ...{ percentAgreement: null, krippendorffsAlpha: null, interval: null, gwetsAc1: null },
      ...{ fleissKappa: null, cohensKappa: null, brennanPrediger: null },
      reasons: { percentAgreement: reason, brennanPrediger: reason, interval: reason },
    });
    expect(JSON.stringify([en, de]) + csv).not.toMatch(broken);
  });

  test("shows percent but no chance-corrected coefficient where nothing varies", () => {
    const { document, en } = ratings("unit,A,B\n1,x,x\n2,x,x\n");
    const table = en.sections[0]?.tables[0];
    expect(table?.columns.at(-1)?.label).toBe("Why not");
    expect(table?.lines.at(-1)).toEqual([
      ...["Cohen’s κ", "–", "–"],
      "everything compared is the same, so that chance would give full agreement as well",
    ]);
    expect(document).toMatchObject({
      ...{ percentAgreement: 1, krippendorffsAlpha: null, gwetsAc1: null, brennanPrediger: null },
      reasonNames: {
        ...{ krippendorffsAlpha: "no-variation", fleissKappa: "no-variation" },
        ...{ cohensKappa: "no-variation", interval: "no-variation" },
        ...{ gwetsAc1: "one-category", brennanPrediger: "one-category" },
      },
    });
    expect(sentences(en)[1]).toBe(
      "Not defined: Krippendorff’s α, the interval of α, Fleiss’ κ, Cohen’s κ. Reason: everything compared is the same, so that chance would give full agreement as well.",
    );
  });

  test("warns of codes that may not be meant", () => {
    const { de } = ratings("unit,A,B\n1,NA,x\n2,x,x\n");
    // The most frequent first, though "NA" comes before "x".
    expect(de.sections.at(-1)?.tables[0]?.lines[0]).toEqual(["x", "3", "75\u00a0%"]);
    expect(de.warnings).toEqual([
      "„NA“ ist hier ein Code wie jeder andere (einmal). Wenn es „nicht kodiert“ heißt, leeren Sie diese Felder.",
    ]);
  });

  test("writes one line per coefficient as CSV", () => {
    const [head = "", ...lines] = ratings(`unit,A,B\n${ten}\n`).csv.trim().split("\r\n");
    expect(head.split(",").slice(0, 4)).toEqual(["coefficient", "value", "lower", "upper"]);
    expect(lines.map((line) => line.split(",")[0])).toEqual([
      ...["percentAgreement", "krippendorffsAlpha", "gwetsAc1", "brennanPrediger"],
      ...["fleissKappa", "cohensKappa"],
    ]);
    for (const line of lines) expect(line.split(",")).toHaveLength(head.split(",").length);
  });
});

describe("alphaVerdict", () => {
  test.each([
    [-0.1, undefined, "less than chance"],
    [0.5, [0.4, 0.6], "too little"],
    [0.7, [0.67, 0.75], "tentative conclusions only (0.67 to 0.80)."],
    [0.7, [0.5, 0.9], "but the interval reaches below it"],
    [0.9, [0.85, 0.95], "conclusions from these codes (from 0.80)."],
    [0.9, [0.7, 0.95], "but the interval reaches below it"],
    [1, "unknown", "cannot be told from these units"],
    [0.9, undefined, "(from 0.80)."],
  ] as const)("of %d with interval %j", (alpha, interval, words) => {
    const bounds = typeof interval === "object" ? ([...interval] as [number, number]) : interval;
    expect(alphaVerdict(alpha, bounds).en).toContain(words);
  });
});

describe("spansReport", () => {
  const two = "coder,code,start,end\nA,x,0,10\nA,y,20,30\nB,x,0,9\nB,z,20,30\n";

  test("begins with percent, uα and AC1, and says where the trouble lies", () => {
    const { de, en } = spans(two, 100);
    expect(sentences(de)).toEqual([
      "Auf 89\u00a0% der 100 Zeichen haben je zwei Kodierende dasselbe, denselben Code oder beide keinen (2 Kodierende).",
      expect.stringMatching(
        /^Über den Zufall hinaus: uα = 0,68\. Das reicht nach üblichem Maßstab nur für vorläufige/,
      ),
      expect.stringMatching(/^Gwets AC1 der Zeichen = 0,8\d\. Auch was beide unmarkiert ließen/),
      expect.stringMatching(
        /cuα = 0,\d\d\. Die Unterschiede liegen also eher darin, welcher Code gewählt wird\.$/,
      ),
      "2 von 4 Segmenten haben bei der anderen Person ein Gegenstück mit demselben Code (50\u00a0%; Überschneidung mindestens 90\u00a0% der Länge beider zusammen).",
    ]);
    expect(JSON.stringify([de, en])).not.toMatch(broken);
  });

  test("does without coefficients where one coder's codes overlap, and shows where", () => {
    const text = "coder,code,start,end\nA,x,0,10\nA,y,5,15\nB,x,0,10\n";
    const { en, document } = spans(text, 100);
    expect(en.warnings).toHaveLength(1);
    const [section] = en.sections;
    expect(section?.sentences).toEqual([
      "Not defined: equal characters, uα, binary uα, cuα, Gwet’s AC1. Reason: segments of one coder overlap, so that a position would have two codes.",
    ]);
    expect(section?.tables[0]?.lines).toEqual([["A", "x (0–10)", "y (5–15)"]]);
    expect(document).toMatchObject({
      ...{ uAlpha: null, uAlphaBinary: null, cuAlpha: null, percentAgreement: null },
      reasonNames: { uAlpha: "overlapping-segments" },
      perCode: [
        { code: "x", uAlpha: 1, kuAlpha: null },
        { code: "y", uAlpha: expect.any(Number) },
      ],
      overlaps: [{ coder: "A", segments: [{ code: "x" }, { code: "y", start: 5, end: 15 }] }],
    });
  });

  test("compares each group of codes by itself", () => {
    const text =
      "coder,code,start,end,group\nA,V1,0,10,V\nA,W1,5,15,W\nB,V1,0,10,V\nB,W1,5,15,W\nA,V2,20,30,V\nB,V2,20,30,V\n";
    const { en, document, csv } = spans(text, 100);
    expect(en.warnings).toEqual([]);
    expect(en.sections.map(({ heading }) => heading)).toEqual([
      "V: How far the coders agree",
      "W: How far the coders agree",
      "Whole segments",
    ]);
    expect(document).toMatchObject({
      ...{ uAlpha: null, reasonNames: { uAlpha: "several-groups", cuAlpha: "several-groups" } },
      groups: [
        { group: "V", uAlpha: 1, cuAlpha: 1 },
        { group: "W", uAlpha: 1, cuAlpha: null, reasonNames: { cuAlpha: "no-variation" } },
      ],
    });
    expect(csv).toContain("uAlpha,V,,1,");
  });

  test("counts segments by coder, those that touch, and those left out", () => {
    const text = "coder,code,start,end\nA,x,0,10\nA,x,10,20\nB,x,20,40\nC,x,0,5\n";
    expect(spans(text, 100, ["A", "B"]).en.notes).toEqual([
      "Segments: 3 (A 2, B 1).",
      "Not counted, since --coders does not name them: 1 segments of other coders.",
      "Segments of one coder with the same code touch once and count as separate; as one segment each they would give equal or higher values of uα.",
    ]);
  });

  test("a coder who marked nothing takes part, and is named", () => {
    const { en, document } = spans("coder,code,start,end\nA,x,0,10\n", 100, ["A", "B"]);
    expect(en.warnings).toEqual(["Marked nothing: B. Is the name right?"]);
    expect(document).toMatchObject({ coders: 2, uAlpha: expect.any(Number), cuAlpha: null });
  });

  test.each([
    ["nobody", "coder,code,start,end\n", undefined],
    ["one coder", "coder,code,start,end\nA,x,0,10\n", undefined],
    ["nothing marked", "coder,code,start,end\n", ["A", "B"]],
  ])("names the reason with %s", (_, text, coders) => {
    const { de, en, document, csv } = spans(text, 100, coders);
    if (coders === undefined)
      expect(sentences(en)[0]).toBe(
        "Nothing can be compared here: there are fewer than two coders. Who marked nothing belongs in --coders.",
      );
    expect(document).toMatchObject({
      uAlpha: null,
      segmentAgreement: null,
      percentAgreement: null,
    });
    expect(JSON.stringify([de, en]) + csv + reportMarkdown(en)).not.toMatch(broken);
  });
});
