import { parseKeywordRule, transcriptOf } from "@mehrwert/study";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dictionaryOf, keywordHits } from "./dictionary.ts";
import { dictionarySuggestions } from "./dictionary-suggestions.ts";
import { ruleFinder, termsOf, wordsBetween } from "./keyword-match.ts";
import { spokenSentences, wordsOf } from "./sentences.ts";

/** The words a rule finds in a text, each hit as one string. */
function found(rule: string, text: string, language: "de" | "en" = "de"): string[] {
  const parsed = parseKeywordRule(rule);
  if ("message" in parsed) throw new Error(parsed.message.en);
  const words = wordsOf(text);
  const terms = termsOf(
    words.map(({ folded }) => folded),
    language,
  );
  return ruleFinder(
    parsed,
    language,
  )(terms).map(({ spans }) =>
    spans
      .map(({ first, last }) =>
        words
          .slice(first, last + 1)
          .map(({ folded }) => folded)
          .join(" "),
      )
      .join(" + "),
  );
}

describe("ruleFinder", () => {
  test.each([
    [
      "wissen*",
      "Das Wissen und der Wissensaustausch, aber kein Unwissen",
      ["wissen", "wissensaustausch"],
    ],
    ["*arbeit", "Zusammenarbeit ist Arbeit, keine Arbeiten", ["zusammenarbeit", "arbeit"]],
    ["vor*stand", "Der Vorstand und der Vorruhestand", ["vorstand", "vorruhestand"]],
    ["kontakt", "Kontakte, Kontakten und kontaktlos", ["kontakte", "kontakten"]],
    ["künstler", "Kuenstlerin und Künstler:innen", ["kuenstlerin", "künstlerinnen"]],
    ["=rat", "Der Rat, die Räte, den Rate", ["rat"]],
    [
      "gemeinsam gelöst",
      "Wir haben es gemeinsam gelöst, nicht gemeinsam mühsam gelöst",
      ["gemeinsam gelöst"],
    ],
    ["know-how", "Know-how und know how", ["know how", "know how"]],
    [
      "zeit* ~2 fehl*",
      "Es fehlt uns allen Zeit a b c d Zeit fehlt a b c Zeit",
      ["zeit + fehlt", "zeit + fehlt"],
    ],
    ["teil* -teilnehm*", "Wir teilen, sie teilnehmen", ["teilen"]],
    ["teil* -urlaub*", "Urlaub teilen", ["teilen"]],
    [
      "teil* -~1 urlaub*",
      "Urlaub teilen. Urlaub mit teilen und einfach so noch teilen",
      ["teilen"],
    ],
  ])("%s in “%s” finds %j", (rule, text, hits) => {
    expect(found(rule, text)).toEqual(hits);
  });

  test("in English a word is found only as it is written", () => {
    expect(found("contact", "Contact, contacts", "en")).toEqual(["contact"]);
    expect(found("contact*", "Contact, contacts", "en")).toEqual(["contact", "contacts"]);
  });

  test("a distance holds in either order and counts the words between", () => {
    const fill = (count: number) => Array.from({ length: count }, () => "x").join(" ");
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.nat(22),
        fc.boolean(),
        (most, between, isTurned) => {
          const [a, b] = isTurned ? ["fehlt", "zeit"] : ["zeit", "fehlt"];
          const hits = found(`zeit ~${most} fehlt`, `${a} ${fill(between)} ${b}`);
          expect(hits.length).toBe(between <= most ? 1 : 0);
        },
      ),
    );
  });

  test("wordsBetween is symmetric and negative where words are shared", () => {
    expect(wordsBetween({ first: 0, last: 1 }, { first: 4, last: 4 })).toBe(2);
    expect(wordsBetween({ first: 4, last: 4 }, { first: 0, last: 1 })).toBe(2);
    expect(wordsBetween({ first: 0, last: 3 }, { first: 2, last: 5 })).toBe(-1);
  });
});

const code = (id: string, ...de: string[]) => ({
  ...{ id, label: { de: id, en: id }, origin: "deductive" as const },
  keywords: { de, en: [] },
});
const negation = {
  window: 4,
  words: { de: ["nicht", "kein*", "ohne", "nie", "kaum", "weder"], en: [] },
};

async function suggestions(text: string, ...codes: ReturnType<typeof code>[]) {
  const dictionary = dictionaryOf({ codes, negation }, "de");
  if (!dictionary.ok) throw new Error("no dictionary");
  const transcript = await transcriptOf({
    document: "E1",
    version: 1,
    text: `E1: ${text}`,
    speakers: ["E1"],
  });
  return dictionarySuggestions(dictionary.value, spokenSentences(transcript), "b 1.0.0");
}

describe("negation", () => {
  test.each([
    ["Das war nicht eins zwei drei Wissen.", true],
    ["Das war nicht eins zwei drei vier Wissen.", false],
    ["Wissen eins zwei drei gibt nie.", false],
    ["Wissen eins zwei drei nie.", true],
    ["Keinerlei Wissen.", true],
    ["Nicht so. Wissen haben wir.", false],
  ])("“%s” is to be checked: %j", async (text, isChecked) => {
    const [first] = await suggestions(text, code("A", "wissen*"));
    expect(first?.checkPolarity ?? false).toBe(isChecked);
  });

  test("a negation that is part of the keyword does not negate it", async () => {
    const [first] = await suggestions("Ich bin nicht allein.", code("A", "nicht allein"));
    expect(first?.checkPolarity).toBeUndefined();
    const [second] = await suggestions("Ich bin nie nicht allein.", code("A", "nicht allein"));
    expect(second?.checkPolarity).toBe(true);
  });
});

test("a suggestion is a sentence and names keywords, codebook and version; its score is its share of the hits", async () => {
  const text = "Das Wissen und die Erfahrung. Der Kontakt, das Wissen, das Gelernte zählt.";
  const found = await suggestions(text, code("A", "wissen*", "gelernt*"), code("B", "kontakt*"));
  expect(found.map(({ code: id, score, name }) => [id, score, name])).toEqual([
    ["A", 1, "wissen* (b 1.0.0, rules 1)"],
    ["A", 0.667, "wissen*; gelernt* (b 1.0.0, rules 1)"],
    ["B", 0.333, "kontakt* (b 1.0.0, rules 1)"],
  ]);
  const whole = `E1: ${text}`;
  expect(found.map(({ excerpt: { start, end } }) => whole.slice(start, end))).toEqual([
    "Das Wissen und die Erfahrung.",
    "Der Kontakt, das Wissen, das Gelernte zählt.",
    "Der Kontakt, das Wissen, das Gelernte zählt.",
  ]);
  expect(found[1]?.hits?.map(({ start, end }) => whole.slice(start, end))).toEqual([
    "Wissen",
    "Gelernte",
  ]);
});

test("dictionaryOf names every keyword that is no rule, with its code", () => {
  const result = dictionaryOf({ codes: [code("A", "gut*", "a*"), code("B", "rat+")] }, "de");
  if (result.ok) throw new Error("was accepted");
  expect(result.issues.map(({ path, message }) => `${path}: ${message.de}`)).toEqual([
    "A: Stichwort „a*“: „a*“ fände fast jedes Wort.",
    "B: Stichwort „rat+“: Das Zeichen „+“ gehört nicht in ein Stichwort.",
  ]);
});

test("headings are never suggested", () => {
  const heading = { ...code("A", "wissen*"), isHeading: true };
  const result = dictionaryOf({ codes: [heading] }, "de");
  expect(result.ok && result.value.keywords).toEqual([]);
});

test("without hits there is nothing", async () => {
  const dictionary = dictionaryOf({ codes: [code("A", "wissen*")], negation }, "de");
  const transcript = await transcriptOf({
    document: "E1",
    version: 1,
    text: "E1: Nichts.",
    speakers: ["E1"],
  });
  const [sentence] = spokenSentences(transcript);
  if (!dictionary.ok || sentence === undefined) throw new Error("no sentence");
  expect(keywordHits(dictionary.value, sentence)).toEqual([]);
});
