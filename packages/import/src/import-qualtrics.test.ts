import { describe, expect, test } from "vitest";
import { importedExample, linesAbout, questionsOf } from "./example/imported-example.ts";

describe("qsf/meeting-feedback.qsf, simple and English", () => {
  const imported = importedExample("qsf/meeting-feedback.qsf");
  const questions = questionsOf(imported);

  test("parts blocks into pages at their breaks, and leaves the trash behind", () => {
    expect(imported.instrument.pages.map((page) => page.elements.map(({ name }) => name))).toEqual([
      ["consent"],
      ["useful"],
      ["climate", "better"],
    ]);
    expect(linesAbout(imported, "–")).toContain(
      "left-out: questions in the trash: 1 → not carried over",
    );
  });

  test("stores recoded values, and “don't know” as missing", () => {
    expect(questions.get("useful")).toMatchObject({
      choices: [{ value: 1 }, { value: 2 }, { value: 3 }, { value: "dk" }],
    });
  });

  test("makes a Likert matrix with all rows required", () => {
    expect(questions.get("climate")).toMatchObject({
      type: "matrix",
      rowOrder: "random",
      isAllRowRequired: true,
      columns: [{ value: 1 }, { value: 2 }, { value: 3 }, { value: 4 }],
    });
    expect(questions.get("better")).toMatchObject({ type: "comment", maxLength: 800 });
  });
});

describe("qsf/network-routing.qsf, routed, two languages", () => {
  const imported = importedExample("qsf/network-routing.qsf");
  const questions = questionsOf(imported);

  test("reads translations", () => {
    expect(questions.get("role")?.title).toEqual({
      en: "What is your role in the network?",
      de: "Welche Rolle haben Sie im Netzwerk?",
    });
    expect(questions.get("rate")).toMatchObject({
      columns: [{ text: { de: "schlecht", en: "bad" } }, {}, {}],
    });
  });

  test("finds consent, and ends for those who decline", () => {
    expect(imported.instrument.mehrwert.consent).toEqual({ question: "consent", given: "yes" });
    expect(imported.instrument.pages[1]?.visibleIf).toBe("!({consent} = 'no-2')");
  });

  test("translates display logic of choices, of matrix cells, and skips", () => {
    expect(questions.get("formats")?.visibleIf).toBe(
      "({role} = 1 or {role} = 2) and !({role} = 3)",
    );
    expect(questions.get("why")?.visibleIf).toBe("{rate.rate-1} = 1 and !({role} = 3)");
    expect(questions.get("recommend")?.visibleIf).toBeUndefined();
  });

  test("drops only the part of a condition that it cannot say", () => {
    expect(questions.get("city")?.visibleIf).toBe("!({role} = 3)");
    expect(linesAbout(imported, "city (QID6)").join()).toContain("Source EqualTo mail");
  });

  test("asks conditions about a recommendation by its number, not by its key", () => {
    expect(questions.get("recommend")?.type).toBe("nps");
    expect(imported.instrument.pages.at(-1)?.visibleIf).toContain("!({recommend} = 0)");
  });

  test("reports scripts, quotas and what the flow does beside", () => {
    expect(linesAbout(imported, "role (QID2)").join()).toContain("QuestionJS");
    expect(linesAbout(imported, "–").join()).toContain("quotas: 1");
    expect(linesAbout(imported, "FL_5").join()).toContain("EmbeddedData");
    expect(JSON.stringify(imported.instrument)).not.toMatch(/<script|addOnload/);
  });
});

describe("qsf/value-ranking.qsf, with ranking and unusual types", () => {
  const imported = importedExample("qsf/value-ranking.qsf");
  const questions = questionsOf(imported);

  test("keeps the order of options, and blocks in random order", () => {
    expect(questions.get("drivers")).toMatchObject({
      type: "ranking",
      choicesOrder: "random",
      choices: [{ value: "drivers-3" }, { value: "drivers-1" }, {}, {}],
    });
    expect(imported.instrument.mehrwert.blocks).toMatchObject([
      { pages: ["values-1", "ratings-1"] },
    ]);
    expect(imported.instrument.pages[4]?.questionOrder).toBe("random");
  });

  test("makes two columns side by side a double rating", () => {
    expect(questions.get("impsat")).toMatchObject({
      type: "double-rating",
      ratings: [{ text: { en: "Importance" } }, { text: { en: "Satisfaction" } }],
    });
  });

  test("makes sliders bands, and a form questions", () => {
    expect(questions.get("slide-1")?.type).toBe("number-band");
    expect(questions.get("form-2")?.title.en).toBe(
      "Two topics for the next meeting – Second topic",
    );
  });

  test("names what has no counterpart", () => {
    for (const where of ["bw (QID3)", "points (QID4)", "timing (QID7)", "multi (QID8)", "FL_5"]) {
      expect(linesAbout(imported, where).join()).toMatch(/left-out/);
    }
  });
});
