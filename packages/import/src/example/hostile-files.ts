import { strToU8, zipSync } from "fflate";
import { exampleFile } from "./example-files.ts";

/** A file that must be refused: its name, its bytes, and a word of the reason. */
export type HostileFile = {
  name: string;
  fileName: string;
  bytes: () => Uint8Array;
  reason: RegExp;
};

const lss = (inside: string, prolog = "") =>
  strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${prolog}<document>${inside}</document>`);
const docType = "<LimeSurveyDocType>Survey</LimeSurveyDocType>";
const half = (path: string) => () => {
  const { bytes } = exampleFile(path);
  return bytes.subarray(0, Math.floor(bytes.length * 0.6));
};
const inUtf16Halves = (text: string) => Uint8Array.from([0xff, 0xfe, ...strToU8(text), 0x00, 0xd8]);
const fiftyMegabytes = 50 * 1024 * 1024;

/** A workbook whose survey sheet unpacks to far more than it may. */
function zipBomb(): Uint8Array {
  const zeros = new Uint8Array(20 * 1024 * 1024);
  return zipSync({ ...workbookParts(), "xl/worksheets/sheet1.xml": zeros }, { level: 9 });
}

/** The same, lying about its size in the directory and before the file. */
function lyingZipBomb(): Uint8Array {
  const bytes = zipBomb();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at += 1) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, 1000, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, 1000, true);
  }
  return bytes;
}

function workbookParts(sheet = "<worksheet/>") {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return {
    "xl/workbook.xml": strToU8(
      `<workbook xmlns:r="${relations}"><sheets><sheet name="survey" r:id="r1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    "xl/worksheets/sheet1.xml": strToU8(sheet),
  };
}

function crowdedZip(): Uint8Array {
  const names = Array.from({ length: 600 }, (_, place): [string, Uint8Array] => [
    `f${place}`,
    strToU8("x"),
  ]);
  return zipSync({ ...workbookParts(), ...Object.fromEntries(names) }, { level: 0 });
}

const deepJson = `${'{"elements":['.repeat(50_000)}${"]}".repeat(50_000)}`;
const billionLaughs =
  '<!DOCTYPE lolz [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n';

const circular = {
  pages: [
    {
      elements: [
        { type: "text", name: "a", visibleIf: "{c} notempty" },
        { type: "text", name: "b", visibleIf: "{a} notempty" },
        { type: "text", name: "c", visibleIf: "{b} notempty" },
      ],
    },
  ],
};

const choiceSkip = { Locator: "q://QID1/SelectableChoice/1", Condition: "Selected" };
const backwards = {
  SurveyEntry: { SurveyName: "x", SurveyLanguage: "EN" },
  SurveyElements: [
    {
      Element: "BL",
      Payload: [
        {
          Type: "Default",
          ID: "BL_1",
          BlockElements: [
            { Type: "Question", QuestionID: "QID2" },
            {
              Type: "Question",
              QuestionID: "QID1",
              SkipLogic: [{ ...choiceSkip, SkipToDestination: "QID2" }],
            },
          ],
        },
      ],
    },
    ...["QID1", "QID2"].map((id) => ({
      Element: "SQ",
      PrimaryAttribute: id,
      Payload: {
        QuestionText: id,
        DataExportTag: id,
        QuestionType: "MC",
        Selector: "SAVR",
        Choices: { 1: { Display: "a" }, 2: { Display: "b" } },
        ChoiceOrder: [1, 2],
      },
    })),
  ],
};

const json = (value: unknown) => () => strToU8(JSON.stringify(value));

/** Files that attack, break off, or contradict themselves. */
export const hostileFiles: readonly HostileFile[] = [
  { name: "an empty file", fileName: "a.lss", bytes: () => new Uint8Array(), reason: /empty/ },
  {
    name: "a file of 50 MB",
    fileName: "a.json",
    bytes: () => new Uint8Array(fiftyMegabytes),
    reason: /50 MB/,
  },
  {
    name: "an external entity",
    fileName: "a.lss",
    bytes: () => lss(docType, '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'),
    reason: /document type/,
  },
  {
    name: "an entity used without declaration",
    fileName: "a.lss",
    bytes: () => lss(`${docType}&xxe;`),
    reason: /not complete XML/,
  },
  {
    name: "entities that expand",
    fileName: "a.lss",
    bytes: () => lss(docType, billionLaughs),
    reason: /document type/,
  },
  {
    name: "XML nested 200,000 deep",
    fileName: "a.lss",
    bytes: () => lss(`${docType}${"<a>".repeat(200_000)}`),
    reason: /nested too deep/,
  },
  {
    name: "a truncated .lss",
    fileName: "a.lss",
    bytes: half("lss/network-routing.lss"),
    reason: /not complete XML/,
  },
  {
    name: "a LimeSurvey group",
    fileName: "a.lss",
    bytes: () => lss("<LimeSurveyDocType>Group</LimeSurveyDocType>"),
    reason: /not a whole/,
  },
  {
    name: "another platform's XML",
    fileName: "a.lss",
    bytes: () => strToU8("<html/>"),
    reason: /not a whole/,
  },
  {
    name: "a truncated .qsf",
    fileName: "a.qsf",
    bytes: half("qsf/network-routing.qsf"),
    reason: /not valid JSON/,
  },
  {
    name: "JSON that is no survey",
    fileName: "a.qsf",
    bytes: json({ a: 1 }),
    reason: /not an export/,
  },
  {
    name: "a skip that leads back",
    fileName: "a.qsf",
    bytes: json(backwards),
    reason: /leads back/,
  },
  {
    name: "a truncated definition",
    fileName: "a.json",
    bytes: half("surveyjs/network-routing.json"),
    reason: /not valid JSON/,
  },
  {
    name: "JSON nested 50,000 deep",
    fileName: "a.json",
    bytes: () => strToU8(deepJson),
    reason: /nested deeper|not valid JSON/,
  },
  {
    name: "a key that reaches into the program",
    fileName: "a.json",
    bytes: () => strToU8('{"pages":[{"__proto__":{"polluted":true}}]}'),
    reason: /not allowed/,
  },
  {
    name: "conditions in a circle",
    fileName: "a.json",
    bytes: json(circular),
    reason: /circle: a → c → b → a/,
  },
  {
    name: "two thousand questions",
    fileName: "a.json",
    bytes: json({
      elements: Array.from({ length: 2000 }, (_, n) => ({ type: "text", name: `q${n}` })),
    }),
    reason: /2000 questions/,
  },
  {
    name: "a question of 20,000 options",
    fileName: "a.json",
    bytes: json({
      elements: [
        { type: "checkbox", name: "q", choices: Array.from({ length: 20_000 }, (_, n) => n) },
      ],
    }),
    reason: /Too many options/,
  },
  {
    name: "an instrument of our own",
    fileName: "a.json",
    bytes: json({ pages: [], mehrwert: {} }),
    reason: /already/,
  },
  {
    name: "a definition without questions",
    fileName: "a.json",
    bytes: json({ pages: [] }),
    reason: /no question/,
  },
  {
    name: "JSON in Latin-1",
    fileName: "a.json",
    bytes: () => Uint8Array.from([0x7b, 0x22, 0xe4, 0x22, 0x3a, 0x31, 0x7d]),
    reason: /not text in UTF-8/,
  },
  {
    name: "broken UTF-16",
    fileName: "a.txt",
    bytes: () => inUtf16Halves("id\tclass"),
    reason: /not text in UTF-16/,
  },
  {
    name: "a picture named .txt",
    fileName: "a.txt",
    bytes: () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]),
    reason: /null characters|not text/,
  },
  {
    name: "a table of other columns",
    fileName: "a.tsv",
    bytes: () => strToU8("a\tb\n1\t2\n"),
    reason: /does not name the columns/,
  },
  {
    name: "a truncated table",
    fileName: "a.txt",
    bytes: () =>
      strToU8(
        "id\trelated_id\tclass\ttype/scale\tname\trelevance\ttext\n1\t\tG\tG0\tA\t1\t\n2\t\tQ",
      ),
    reason: /breaks off/,
  },
  {
    name: "a table of 100,000 rows",
    fileName: "a.txt",
    bytes: () => strToU8(`class\ttype/scale\tname\ttext\n${"A\t0\ta\tb\n".repeat(100_000)}`),
    reason: /more than 20000 rows/,
  },
  { name: "a zip bomb", fileName: "a.xlsx", bytes: zipBomb, reason: /Unpacked/ },
  {
    name: "a zip bomb that lies about its size",
    fileName: "a.xlsx",
    bytes: lyingZipBomb,
    reason: /Unpacked/,
  },
  {
    name: "an archive of 600 files",
    fileName: "a.xlsx",
    bytes: crowdedZip,
    reason: /packed files/,
  },
  {
    name: "an external entity inside a workbook",
    fileName: "a.xlsx",
    bytes: () =>
      zipSync(workbookParts('<!DOCTYPE w [<!ENTITY x SYSTEM "http://example.org">]><worksheet/>')),
    reason: /document type/,
  },
  {
    name: "a truncated workbook",
    fileName: "a.xlsx",
    bytes: half("xlsform/network-routing.xlsx"),
    reason: /not a complete Excel file/,
  },
  {
    name: "a workbook that is no form",
    fileName: "a.xlsx",
    bytes: () => zipSync(workbookParts()),
    reason: /lacks the sheet/,
  },
  {
    name: "an archive that is no workbook",
    fileName: "a.xlsx",
    bytes: () => zipSync({ "a.txt": strToU8("a") }),
    reason: /lacks the part/,
  },
  {
    name: "a word file",
    fileName: "a.docx",
    bytes: () => strToU8("hello"),
    reason: /cannot be imported/,
  },
  {
    name: "an old Excel file",
    fileName: "a.xls",
    bytes: () => strToU8("hello"),
    reason: /cannot be imported/,
  },
];
