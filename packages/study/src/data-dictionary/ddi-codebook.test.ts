import { expect, test } from "vitest";
import { dataDictionary } from "../data-dictionary.ts";
import { everyTypeInstrument } from "../example/every-type-instrument.ts";
import { smallInstrument } from "../example/small-study.ts";
import { ddiCodebook } from "./ddi-codebook.ts";
import { escapedXml, type XmlElement, xmlDocument, xmlElement } from "./xml-element.ts";

/**
 * What the public schema of DDI Codebook 2.5 (`codebook.xsd`, DDI Alliance 2014) says of the elements used here:
 * children in their order (`?` at most once, `!` exactly once, `*` any number), `text` where words may stand, and the
 * attributes beside those every element has. The schema itself is under LGPL and not part of this repository.
 */
const schema: { [element: string]: { children: string[]; text?: true; attributes?: string[] } } = {
  codeBook: {
    children: ["docDscr*", "stdyDscr+", "fileDscr*", "dataDscr*", "otherMat*"],
    attributes: ["version", "codeBookAgency", "xmlns", "xmlns:xsi", "xsi:schemaLocation"],
  },
  stdyDscr: { children: ["citation+", "studyAuthorization*", "stdyInfo*", "method*"] },
  citation: {
    children: [
      "titlStmt!",
      "rspStmt?",
      "prodStmt?",
      "distStmt?",
      "serStmt*",
      "verStmt*",
      "biblCit*",
    ],
  },
  titlStmt: { children: ["titl!", "subTitl*", "altTitl*", "parTitl*", "IDNo*"] },
  titl: { children: [], text: true },
  parTitl: { children: [], text: true },
  IDNo: { children: [], text: true, attributes: ["agency", "level"] },
  verStmt: { children: ["version*", "verResp*", "notes*"] },
  version: { children: [], text: true, attributes: ["type", "date"] },
  stdyInfo: { children: ["studyBudget*", "subject*", "abstract*", "sumDscr*", "notes*"] },
  abstract: { children: [], text: true, attributes: ["date", "contentType"] },
  dataDscr: { children: ["varGrp*", "nCubeGrp*", "var*", "nCube*", "notes*"] },
  var: {
    children: [
      ...["location*", "labl*", "imputation*", "security*", "embargo*", "respUnit*", "anlysUnit*"],
      ...["qstn*", "valrng*", "invalrng*", "undocCod*", "universe*", "TotlResp*", "sumStat*"],
      ...["txt*", "stdCatgry*", "catgryGrp*", "catgry*", "codInstr*", "verStmt*", "concept*"],
      ...["derivation?", "varFormat?", "geoMap*", "catLevel*", "notes*"],
    ],
    attributes: ["name", "nature", "representationType"],
  },
  labl: { children: [], text: true, attributes: ["level", "vendor", "country", "sdatrefs"] },
  qstn: { children: ["qstnLit*", "ivuInstr*"], text: true },
  qstnLit: { children: [], text: true },
  ivuInstr: { children: [], text: true },
  universe: { children: [], text: true, attributes: ["level", "clusion"] },
  txt: { children: [], text: true, attributes: ["level", "sdatrefs"] },
  catgry: {
    children: ["catValu?", "labl*", "txt*", "catStat*", "mrow?"],
    attributes: ["missing", "missType"],
  },
  catValu: { children: [], text: true },
  concept: { children: [], text: true, attributes: ["vocab", "vocabURI"] },
  varFormat: { children: [], text: true, attributes: ["type", "formatname", "schema", "category"] },
  notes: { children: [], text: true, attributes: ["type", "subject", "level"] },
};

const always = ["ID", "xml:lang", "source", "elementVersion"];

const values: { [attribute: string]: string[] } = {
  "var/nature": ["nominal", "ordinal", "interval", "ratio", "percent", "other"],
  "var/representationType": ["text", "numeric", "code", "datetime", "other"],
  "catgry/missing": ["Y", "N"],
  "varFormat/type": ["numeric", "character"],
  "codeBook/version": ["2.5"],
};

function faults(element: XmlElement, path = element.name): string[] {
  const rule = schema[element.name];
  if (rule === undefined) return [`${path}: unknown element`];
  const inside = element.children.filter((child) => typeof child !== "string");
  const hasText = element.children.some((child) => typeof child === "string");
  const sequence = rule.children.map((each) => `(?:<${each.slice(0, -1)}>)${count(each)}`).join("");
  const found = inside.map(({ name }) => `<${name}>`).join("");
  return [
    ...(hasText && rule.text !== true ? [`${path}: text is not allowed`] : []),
    ...(new RegExp(`^${sequence}$`).test(found) ? [] : [`${path}: order ${found}`]),
    ...Object.entries(element.attributes).flatMap(([name, value]) => {
      const allowed = values[`${element.name}/${name}`];
      if (![...always, ...(rule.attributes ?? [])].includes(name)) return [`${path}@${name}`];
      return allowed === undefined || allowed.includes(value) ? [] : [`${path}@${name}=${value}`];
    }),
    ...inside.flatMap((child) => faults(child, `${path}/${child.name}`)),
  ];
}

function count(rule: string): string {
  const sign = rule.slice(-1);
  return sign === "!" ? "" : sign;
}

const dictionaries = [
  dataDictionary([smallInstrument]),
  dataDictionary([everyTypeInstrument]),
  dataDictionary([
    smallInstrument,
    {
      ...smallInstrument,
      pages: [
        {
          name: "all",
          title: { de: "x", en: "x" },
          elements: everyTypeInstrument.pages[1]?.elements ?? [],
        },
      ],
      mehrwert: { ...smallInstrument.mehrwert, version: "2.0.0" },
    },
  ]),
];

test.each(dictionaries)(
  "a DDI codebook has elements and attributes as the schema declares %#",
  (dictionary) => {
    for (const language of ["de", "en"] as const) {
      expect(faults(ddiCodebook(dictionary, language))).toEqual([]);
    }
  },
);

test("the checker finds what the schema does not allow", () => {
  const wrong = xmlElement(
    "dataDscr",
    {},
    xmlElement(
      "var",
      { name: "a", nature: "big" },
      xmlElement("catgry", {}),
      xmlElement("labl", {}),
    ),
    "text",
  );
  expect(faults(wrong)).toEqual([
    "dataDscr: text is not allowed",
    "dataDscr/var: order <catgry><labl>",
    "dataDscr/var@nature=big",
  ]);
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

test("XML text is escaped, and what XML cannot hold is replaced", () => {
  expect(escapedXml('a & b < c > "d"\u0000\uD800')).toBe(
    "a &amp; b &lt; c &gt; &quot;d&quot;\uFFFD\uFFFD",
  );
  expect(xmlDocument(xmlElement("a", { b: '"', c: undefined }, "x<y", xmlElement("d", {})))).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="&quot;">x&lt;y<d/></a>\n',
  );
});
