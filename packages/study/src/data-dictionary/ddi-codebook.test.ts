import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { dataDictionary } from "../data-dictionary.ts";
import { ddiProblems } from "../example/ddi-problems.ts";
import { everyTypeInstrument } from "../example/every-type-instrument.ts";
import { smallInstrument } from "../example/small-study.ts";
import type { Instrument } from "../instrument.ts";
import { parseInstrument } from "../parse-instrument.ts";
import { ddiCodebook } from "./ddi-codebook.ts";
import { escapedXml, xmlDocument, xmlElement } from "./xml-element.ts";

const folder = fileURLToPath(new URL("../../../../instruments/", import.meta.url));

/** The dictionary of each instrument over all its versions, and of each version; guides for interviews have none. */
const ofInstruments = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const versions = readdirSync(`${folder}${name}`)
      .sort(new Intl.Collator("en", { numeric: true }).compare)
      .map((version) => ({ version, path: `${folder}${name}/${version}/instrument.json` }))
      .filter(({ path }) => existsSync(path))
      .map(({ version, path }) => ({ version, instrument: instrumentAt(path) }));
    const all = versions.map(({ instrument }) => instrument);
    return [
      ...versions.map(({ version, instrument }) => [`${name} ${version}`, [instrument]] as const),
      ...(all.length > 1 ? [[`all versions of ${name}`, all] as const] : []),
    ];
  });

function instrumentAt(path: string): Instrument {
  const parsed = parseInstrument(JSON.parse(readFileSync(path, "utf8")));
  if (!parsed.ok) throw new Error(`${path} is no instrument`);
  return parsed.value;
}

const reworded: Instrument = {
  ...smallInstrument,
  pages: [
    {
      name: "all",
      title: { de: "x", en: "x" },
      elements: everyTypeInstrument.pages[1]?.elements ?? [],
    },
  ],
  mehrwert: { ...smallInstrument.mehrwert, version: "2.0.0" },
};

const documented: (readonly [string, readonly Instrument[]])[] = [
  ...ofInstruments,
  ["one small questionnaire", [smallInstrument]],
  ["every type of question", [everyTypeInstrument]],
  ["two versions with nothing in common", [smallInstrument, reworded]],
];

test.each(documented)("the DDI codebook of %s is valid", (_, instruments) => {
  for (const language of ["de", "en"] as const) {
    const xml = xmlDocument(ddiCodebook(dataDictionary(instruments), language));
    expect(ddiProblems(xml)).toEqual([]);
  }
});

test("a dictionary without instrument and variables is a valid DDI codebook", () => {
  const empty = { languages: [], missingCodes: [], constructs: [], rankings: [], variables: [] };
  expect(ddiProblems(xmlDocument(ddiCodebook(empty, "en")))).toEqual([]);
});

test("together these documents hold every element and attribute of the subset", () => {
  const written = documented
    .map(([, instruments]) => xmlDocument(ddiCodebook(dataDictionary(instruments), "de")))
    .join();
  const subset = readFileSync(new URL("../example/ddi-subset.xsd", import.meta.url), "utf8");
  for (const [, kind, name] of subset.matchAll(/<xs:(element|attribute) name="(\w+)"/g)) {
    expect(written).toMatch(kind === "element" ? new RegExp(`<${name}[ >/]`) : ` ${name}="`);
  }
});

/** Facts of DDI Codebook 2.5, codebook.xsd, each with a damage that breaks it and what is then said. */
const damages: [fact: string, from: RegExp, to: string, said: string][] = [
  ["there is no element `question`", /<universe>(.*?)<\/universe>/, "<question/>", "question"],
  ["var has no attribute `type`", /<var /, '<var type="x" ', "attribute 'type' is not allowed"],
  [
    "categories follow the question",
    /(<qstn .*?<\/qstn>)(.*?)(<catgry>.*?<\/catgry>)/s,
    "$3$1$2",
    "qstn",
  ],
  ["a label follows the value", /(<catValu>1<\/catValu>)\s*(<labl.*?<\/labl>)/, "$2$1", "catValu"],
  ["verStmt has one version", /(<version .*?<\/version>)/, "$1$1", "version"],
  ["titlStmt has a title", /<titl .*?<\/titl>/, "", "Expected is ( titl )"],
  ["titlStmt has one title", /(<titl .*?<\/titl>)/, "$1$1", "titl"],
  ["codeBook has a study", /<stdyDscr>.*<\/stdyDscr>/s, "", "Expected is ( stdyDscr )"],
  ["citation is required", /<citation>.*<\/citation>/s, "", "Expected is ( citation )"],
  ["a variable has a name", / name="ro-1"/, "", "attribute 'name' is required"],
  ["IDs are unique", /ID="V4"/, 'ID="V3"', "V3"],
  ["an ID is a name", /ID="V4"/, 'ID="4"', "xs:ID"],
  ["nature is from a list", /nature="ordinal"/, 'nature="big"', "nature"],
  ["representationType is from a list", /Type="code"/, 'Type="codes"', "representationType"],
  ["varFormat is numeric or character", /"numeric"\/>/, '"number"/>', "type"],
  ["missing is Y or N", /missing="Y"/, 'missing="yes"', "missing"],
  ["the version is 2.5", /version="2.5"/, 'version="2.1"', "2.5"],
  ["xml:lang is a language", /xml:lang="en"/, 'xml:lang="?"', "xs:language"],
  ["dataDscr has no words of its own", /<dataDscr>/, "<dataDscr>words", "dataDscr"],
  ["the namespace is that of 2.5", /codebook:2_5"/, 'codebook:2_1"', "codeBook"],
];

test.each(damages)("%s: a document that differs is refused", (_, from, to, said) => {
  const xml = xmlDocument(ddiCodebook(dataDictionary([smallInstrument]), "de"));
  const damaged = xml.replace(from, to);
  expect(damaged).not.toBe(xml);
  expect(ddiProblems(damaged).join("\n")).toContain(said);
});

test("every version has a version statement of its own", () => {
  const codebook = ddiCodebook(dataDictionary([smallInstrument, reworded]), "en");
  expect(xmlDocument(codebook)).toContain(`<verStmt>
        <version type="version">1.0.0</version>
      </verStmt>
      <verStmt>
        <version type="version">2.0.0</version>
      </verStmt>
    </citation>`);
});

test("every variable has an id of its own, its name, its question and its codes in both languages", () => {
  const text = xmlDocument(ddiCodebook(dataDictionary([smallInstrument]), "de"));
  expect(text).toContain('<codeBook xmlns="ddi:codebook:2_5"');
  expect(text).toContain('<var ID="V4" name="ro-1" nature="ordinal" representationType="code">');
  expect(text).toContain('<labl xml:lang="en">I want results.</labl>');
  expect(text).toContain(
    "<universe>{member} = &apos;yes&apos;</universe>".replaceAll("&apos;", "'"),
  );
  expect(text).toContain(`<catgry missing="Y" missType="dk">
        <catValu>-98</catValu>
        <labl xml:lang="de">cannot judge (de)</labl>`);
  const ids = [...text.matchAll(/ ID="(V\d+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(dataDictionary([smallInstrument]).variables.length);
});

test("a wording for some is a question with its condition; an earlier one is a note with its options", () => {
  const dictionary = dataDictionary([smallInstrument]);
  const both = (en: string) => ({ de: `${en} (de)`, en });
  const variables = dictionary.variables.slice(0, 1).map((variable) => ({
    ...variable,
    questionText: both("How is it?"),
    otherWordings: [{ condition: "{a} = 1", questionText: both("How was it?"), label: both("it") }],
    earlierWordings: [
      { versions: ["0.9.0"], label: both("that"), options: [{ code: "1", label: both("good") }] },
    ],
  }));
  const xml = xmlDocument(ddiCodebook({ ...dictionary, variables }, "en"));
  expect(ddiProblems(xml)).toEqual([]);
  expect(xml).toContain(`<qstn xml:lang="en">
        <preQTxt>Other wording if {a} = 1</preQTxt>
        <qstnLit>How was it?</qstnLit>
        <qstnLit>it</qstnLit>
      </qstn>`);
  expect(xml).toContain("Wording in version 0.9.0: that / 1 = good</notes>");
});

test("XML text is escaped, and what XML cannot hold is replaced", () => {
  expect(escapedXml('a & b < c > "d"\u0000\uD800')).toBe(
    "a &amp; b &lt; c &gt; &quot;d&quot;\uFFFD\uFFFD",
  );
  expect(xmlDocument(xmlElement("a", { b: '"', c: undefined }, "x<y", xmlElement("d", {})))).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="&quot;">x&lt;y<d/></a>\n',
  );
});
