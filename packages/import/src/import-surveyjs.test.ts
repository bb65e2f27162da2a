import { describe, expect, test } from "vitest";
import { importedExample, linesAbout, questionsOf } from "./example/imported-example.ts";

describe("surveyjs/meeting-feedback.json, plain texts", () => {
  const imported = importedExample("surveyjs/meeting-feedback.json");
  const questions = questionsOf(imported);

  test("guesses the language of a file without locale", () => {
    expect(imported.instrument.mehrwert.languages).toEqual(["de"]);
    expect(linesAbout(imported, "locale").join()).toContain("read as “de”");
  });

  test("reads choices of plain words, and the switch for “don't know”", () => {
    expect(questions.get("useful")).toMatchObject({
      choices: [{ value: "gar-nicht" }, { value: "etwas" }, { value: "sehr" }, { value: "dk" }],
    });
    expect(linesAbout(imported, "useful").join()).toContain("gar nicht → gar-nicht");
  });

  test("keeps words at the ends of a rating", () => {
    expect(questions.get("mood")).toMatchObject({
      type: "radiogroup",
      choices: [
        { value: 1, text: { de: "1 – schlecht" } },
        {},
        {},
        {},
        { value: 5, text: { de: "5 – gut" } },
      ],
    });
  });
});

describe("surveyjs/network-routing.json, routed, localised", () => {
  const imported = importedExample("surveyjs/network-routing.json");
  const questions = questionsOf(imported);

  test("takes a boolean for consent and stores words", () => {
    expect(imported.instrument.mehrwert.consent).toEqual({ question: "consent", given: "yes" });
    expect(imported.instrument.pages[1]?.visibleIf).toBe("{consent} = 'yes'");
  });

  test("translates conditions to new names, codes and rows", () => {
    expect(questions.get("rate")?.visibleIf).toBe(
      "({role-1} = 'lead' or {role-1} = 'member') and {formats} contains 1",
    );
    expect(questions.get("why")?.visibleIf).toContain("{rate.rate-use} = 1 and {formats} notempty");
    expect(questions.get("again")?.visibleIf).toBe("{role-1} <> 'none' or {mail} empty");
  });

  test("keeps numbers beside words as codes", () => {
    expect(questions.get("formats")).toMatchObject({
      choices: [{ value: 1 }, { value: 2 }, { value: "none" }],
    });
  });

  test("names triggers, validators and conditions it cannot keep", () => {
    expect(linesAbout(imported, "–").join()).toContain("triggers");
    expect(linesAbout(imported, "formats").join()).toContain("validators");
    expect(linesAbout(imported, "age").join()).toContain("age({birth}) > 18");
    expect(linesAbout(imported, "old").join()).toContain("bands");
  });
});

describe("surveyjs/value-ranking.json, with ranking and unusual types", () => {
  const imported = importedExample("surveyjs/value-ranking.json");
  const questions = questionsOf(imported);

  test("reads ranking, recommendation and order of questions", () => {
    expect(questions.get("drivers")).toMatchObject({ type: "ranking", choicesOrder: "random" });
    expect(questions.get("nps")).toMatchObject({
      type: "nps",
      lowest: { de: "sicher nicht" },
      highest: { en: "certainly" },
    });
    expect(imported.instrument.pages[1]?.questionOrder).toBe("random");
  });

  test("names every type without counterpart, pictures and settings it does not know", () => {
    for (const where of ["grid", "photo", "sign", "sum", "cities", "hidden"]) {
      expect(linesAbout(imported, where).join()).toMatch(/left-out/);
    }
    expect(linesAbout(imported, "pic").join()).toContain("lion.png");
    expect(linesAbout(imported, "topics2").join()).toContain("someNewThing");
    expect(JSON.stringify(imported.instrument)).not.toMatch(/javascript:|<script/);
  });

  test("words the same question differently, and says so", () => {
    expect(questions.get("topics2")?.title.de).toBe("Zwei Themen – erstes (topics2)");
  });
});
