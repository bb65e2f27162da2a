import fc from "fast-check";
import { expect, test } from "vitest";
import { nameRules } from "./name-list.ts";
import { pseudonymised } from "./pseudonymise.ts";

const rules = [
  { names: ["Müller", "Mueller"], replacement: "[Leitung]" },
  { names: ["Anna Müller"], replacement: "[Kollegin 1]" },
  { names: ["Halle"], replacement: "[Stadt A]" },
  { names: ["Zoë"], replacement: "[Kollegin 2]" },
];

test("whole names are replaced, longer ones first, with a genitive s, however they are composed", () => {
  const text =
    "Anna Müller traf Müllers Team in Halle.\nMueller: ja, Müller’s. Zoe\u0308 und Zoës Idee 😀 Halle!";
  const { text: out, replacements } = pseudonymised(text, rules);
  expect(out).toBe(
    "[Kollegin 1] traf [Leitung] Team in [Stadt A].\n[Leitung]: ja, [Leitung]. [Kollegin 2] und [Kollegin 2] Idee 😀 [Stadt A]!",
  );
  expect(replacements.map(({ line, found }) => `${line} ${found}`)).toEqual([
    ...["1 Anna Müller", "1 Müllers", "1 Halle", "2 Mueller", "2 Müller’s"],
    ...["2 Zoe\u0308", "2 Zoës", "2 Halle"],
  ]);
  expect(replacements[0]).toMatchObject({ before: "", after: " traf Müllers Team in Halle.\nM" });
});

test("what only resembles a name is left alone and told with its line", () => {
  const { text, suspicions } = pseudonymised(
    "Die Halle-Leute\nin der Müllerstraße und die müllerin; hallen",
    rules,
  );
  expect(text).toBe("Die [Stadt A]-Leute\nin der Müllerstraße und die müllerin; hallen");
  expect(suspicions).toEqual([
    { line: 2, word: "Müllerstraße", name: "Müller" },
    { line: 2, word: "müllerin", name: "Müller" },
    { line: 2, word: "hallen", name: "Halle" },
  ]);
});

test("a replacement is never replaced again, and signs in names mean themselves", () => {
  const swap = [
    { names: ["Ann"], replacement: "Ben" },
    { names: ["Ben"], replacement: "Ann" },
    { names: ["A. (B)"], replacement: "x" },
  ];
  expect(pseudonymised("Ann und Ben und A. (B).", swap).text).toBe("Ben und Ann und x.");
});

test("a longer name goes before a shorter one that it begins with", () => {
  const places = [
    { names: ["Halle"], replacement: "[Stadt A]" },
    { names: ["Halle Neustadt"], replacement: "[Stadtteil]" },
  ];
  expect(pseudonymised("Halle Neustadt und Halle", places).text).toBe("[Stadtteil] und [Stadt A]");
});

test("afterwards no name stands alone in the text any more", () => {
  const words = fc.constantFrom(
    "Müller",
    "Anna",
    "Anna Müller",
    "Halle",
    "ja",
    "und",
    "Hallen",
    "Müllers",
    "\n",
    "😀",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
      const { text, replacements } = pseudonymised(parts.join(" "), rules);
      expect(text).not.toMatch(/(?<![\p{L}])(Müller|Halle|Zoë)(?![\p{L}])/u);
      const count = parts.filter((part) => /^(Anna )?Müllers?$|^Halle$/.test(part)).length;
      expect(replacements.length).toBe(count);
    }),
  );
});

test("a list of names is refused for missing parts, names given twice and names that hit too much", () => {
  const places = (text: string) => {
    const read = nameRules(text, "names.csv");
    return (read.ok ? read.warnings : read.issues).map(
      ({ path, message }) => `${path} ${message.en}`,
    );
  };
  expect(places("name,replacement,variants\nMüller,[L],Mueller|Müler\n")).toEqual([]);
  expect(places("name,replacement\nMüller,\n")).toEqual([
    "names.csv:2 The name or its replacement is missing.",
  ]);
  expect(places("name,replacement\nA,[x]\n")).toEqual([
    "names.csv:2 “A” is too short and would hit too much.",
  ]);
  expect(places("name;replacement\nAb;[x]\nAb;[y]\n")).toEqual([
    "names.csv:3 The name stands on line 2, too.",
  ]);
  expect(places("name,replacement\nAb,[x]\nCd,[x]\n")[0]).toContain("get the same replacement");
  expect(places("name,ersatz\nAb,[x]\n")[0]).toContain("There is no column replacement.");
  expect(places("name,replacement\n")).toEqual(["names.csv The list holds no names."]);
});
