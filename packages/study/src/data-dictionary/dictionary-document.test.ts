import { expect, test } from "vitest";
import { dataDictionary } from "../data-dictionary.ts";
import { dataDictionarySchema } from "../dataset.ts";
import { everyTypeInstrument } from "../example/every-type-instrument.ts";
import { smallInstrument } from "../example/small-study.ts";
import { dataDictionaryDocument } from "./dictionary-document.ts";

const hostile = {
  ...smallInstrument,
  title: { de: "<script>alert(1)</script>", en: "a | b `c` *d*" },
  mehrwert: {
    ...smallInstrument.mehrwert,
    sources: [{ id: "own", citation: "Meier & Söhne (2020)" }],
    wordings: [
      {
        question: "results",
        condition: "{member} = 'no'",
        title: { de: "Was wäre?", en: "What if?" },
        texts: { "ro-1": { de: "würde ich", en: "I would" } },
      },
    ],
  },
};

test.each(["de", "en"] as const)(
  "the page stands alone, names its languages and escapes texts (%s)",
  (language) => {
    const html = dataDictionaryDocument(dataDictionary([hostile]), language, "html");
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<span lang="${language === "de" ? "en" : "de"}">`);
    expect(html).not.toMatch(/<script|(src|href)=|url\(|@import/);
    expect(html).toContain('<th scope="row"><code>ro-1</code></th>');
    expect(html).toContain("Meier &amp; Söhne (2020)");
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain({ de: "Gezeigt, wenn", en: "Shown if" }[language]);
  },
);

test("Markdown keeps its tables whatever the texts are", () => {
  const text = dataDictionaryDocument(dataDictionary([hostile]), "en", "md");
  expect(text).toContain("# Data dictionary: a \\| b \\`c\\` \\*d\\*");
  const tables = text.split("\n\n").filter((block) => block.startsWith("| "));
  for (const table of tables) {
    const widths = table
      .trim()
      .split("\n")
      .map((line) => line.split(/(?<!\\)\|/).length);
    expect(new Set(widths).size).toBe(1);
  }
  expect(tables.length).toBeGreaterThan(8);
  expect(text).toContain("`ro-1`. Other wording if `{member} = 'no'`: I would · *würde ich*");
  expect(text.match(/^Other wording if .*: What if\? · \*Was wäre\?\*$/gm)).toHaveLength(1);
});

test("codes that several variables share are listed once", () => {
  const text = dataDictionaryDocument(dataDictionary([everyTypeInstrument]), "en", "md");
  expect(text).toContain("**Codes of km-1.required, km-2.required**");
  expect(text).toContain("**Codes of km-1.mastery, km-2.mastery**");
  expect(text).toContain("one choice (persons)");
});

test("a dictionary over versions names them and the wordings before", () => {
  const [page] = smallInstrument.pages;
  const later = {
    ...smallInstrument,
    pages: (page === undefined ? [] : [page]).map((each) => ({
      ...each,
      elements: each.elements.map((question) => ({
        ...question,
        title: { de: `${question.title.de} neu`, en: `${question.title.en} new` },
      })),
    })),
    mehrwert: { ...smallInstrument.mehrwert, version: "1.1.0" },
  };
  const text = dataDictionaryDocument(dataDictionary([smallInstrument, later]), "en", "md");
  expect(text).toContain("| `instrument-version` |");
  expect(text).toContain("| 1.0.0, 1.1.0 |");
  expect(text.match(/^Wording in version 1\.0\.0: Results · /gm)).toHaveLength(1);
});

test("the JSON is the dictionary itself", () => {
  const dictionary = dataDictionary([everyTypeInstrument]);
  const { format, formatVersion, ...rest } = JSON.parse(
    dataDictionaryDocument(dictionary, "de", "json"),
  );
  expect({ format, formatVersion }).toEqual({
    format: "mehrwert-data-dictionary",
    formatVersion: 1,
  });
  expect(dataDictionarySchema.parse(rest)).toEqual(dictionary);
});
