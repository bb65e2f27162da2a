import { describe, expect, test } from "vitest";
import { importedExample, linesAbout, questionsOf } from "./example/imported-example.ts";

describe("xlsform/meeting-feedback.xlsx, simple, without a language", () => {
  const imported = importedExample("xlsform/meeting-feedback.xlsx");
  const questions = questionsOf(imported);

  test("guesses the language and says so", () => {
    expect(imported.instrument.mehrwert.languages).toEqual(["en"]);
    expect(linesAbout(imported, "settings").join()).toContain("read as “en”");
  });

  test("reads codes, required and long text", () => {
    expect(questions.get("useful")).toMatchObject({
      isRequired: true,
      description: { en: "Think of your daily work." },
      choices: [{ value: 1 }, { value: 2 }, { value: 3 }, { value: "dk" }],
    });
    expect(questions.get("better")?.type).toBe("comment");
  });

  test("reads bounds of a number from its constraint", () => {
    expect(questions.get("times")).toMatchObject({
      type: "number-band",
      bands: [{ from: 0 }, {}, {}, {}, { to: 12 }],
    });
    expect(questions.has("km")).toBe(false);
  });

  test("names what devices would have told", () => {
    expect(linesAbout(imported, "survey 2 (start)").join()).toMatch(/^left-out/);
  });
});

describe("xlsform/network-routing.xlsx, routed, three languages", () => {
  const imported = importedExample("xlsform/network-routing.xlsx");
  const questions = questionsOf(imported);

  test("makes groups pages, in German and English", () => {
    expect(imported.instrument.pages.map(({ title }) => title.en)).toEqual([
      "Consent",
      "Your network",
      "Units",
    ]);
    expect(imported.instrument.pages[1]?.visibleIf).toBe("{consent} = 'yes'");
    expect(linesAbout(imported, "–")).toContain(
      "left-out: language version “fr” → not carried over",
    );
  });

  test("translates relevance, of groups inside groups too", () => {
    expect(questions.get("formats")).toMatchObject({
      visibleIf: "{role} = 'lead' or {role} = 'member'",
      maxSelectedChoices: 2,
    });
    expect(questions.get("why")?.visibleIf).toBe(
      "{formats} contains 'workshop' and (!({role} = 'none') and {formats} notempty)",
    );
  });

  test("leaves out conditions about later questions and with functions", () => {
    expect(questions.get("late")?.visibleIf).toBeUndefined();
    expect(linesAbout(imported, "survey 14 (late)").join()).toContain("later question");
    expect(linesAbout(imported, "survey 12 (town)").join()).toContain("string-length");
  });

  test("makes or_other an option with a question", () => {
    expect(questions.get("role-other")?.visibleIf).toBe("{role} = 'other'");
  });

  test("asks repeated questions once, and says so", () => {
    expect(questions.get("unit")?.type).toBe("text");
    expect(linesAbout(imported, "survey 17 (units)").join()).toContain("appear once");
  });
});

describe("xlsform/value-ranking.xlsx, with tables and rankings", () => {
  const imported = importedExample("xlsform/value-ranking.xlsx");
  const questions = questionsOf(imported);

  test("makes rank, and Kobo's rank, rankings", () => {
    expect(questions.get("values")).toMatchObject({ type: "ranking", choicesOrder: "random" });
    expect(questions.get("hurdles")).toMatchObject({ type: "ranking", maxSelectedChoices: 2 });
  });

  test("makes table-list, label and list-nolabel, and Kobo's score, matrices", () => {
    expect(questions.get("agree")).toMatchObject({
      type: "matrix",
      isAllRowRequired: true,
      columns: [{ value: 1 }, { value: 3 }, { value: 5 }, { value: "refused" }],
    });
    expect(questions.get("head")).toMatchObject({
      type: "matrix",
      rows: [{}, {}],
      columns: [{ value: 1 }, { value: 2 }, { value: 3 }],
    });
    expect(questions.get("sat")).toMatchObject({
      type: "matrix",
      rows: [{}, {}],
      columns: [{ value: 1 }, { value: 2 }],
    });
  });

  test("asks conditions about a row of a table", () => {
    expect(questions.get("area")?.visibleIf).toBe("{head.head-chat} > 1");
  });

  test("names filters, pictures, places and rows with conditions", () => {
    const lines = linesAbout(imported, "survey 11 (area)").join();
    expect(lines).toContain("choice_filter");
    expect(lines).toContain("map.png");
    expect(linesAbout(imported, "survey 10 (wiki)").join()).toContain("condition of the row");
    expect(linesAbout(imported, "survey 21 (place)").join()).toMatch(/^left-out/);
  });
});
