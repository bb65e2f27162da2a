import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { addressMistake, importInvitationList } from "./import-invitation-list.ts";

const utf8 = (text: string) => strToU8(text);

function read(bytes: Uint8Array) {
  const result = importInvitationList(bytes);
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message.en).join("; "));
  return result.value;
}

test("a list with heading, names in two columns and a group is read whatever its separator", () => {
  for (const [sign, separator] of [
    [",", ","],
    [";", ";"],
    ["\t", "tab"],
    ["|", "|"],
  ] as const) {
    const rows = [
      "Vorname,Nachname,E-Mail,Referat",
      "Änne,Groß,aenne@amt.example,Z 1",
      ",,b@amt.example,",
    ];
    const list = read(utf8(rows.join("\r\n").replaceAll(",", sign)));
    expect(list).toMatchObject({ separator, encoding: "UTF-8", hasHeading: true, problems: [] });
    expect(list.columns).toEqual({ address: 3, names: [1, 2], unit: 4 });
    expect(list.invitees).toEqual([
      { line: 2, address: "aenne@amt.example", name: "Änne Groß", unit: "Z 1" },
      { line: 3, address: "b@amt.example" },
    ]);
  }
});

test("encodings are found out: UTF-8 with mark, UTF-16 both ways, Windows-1252", () => {
  const text = "E-Mail;Name\njörg@amt.example;Jörg\nlea@ämter.example;Léa\n";
  const utf16 = (isBig: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
    return isBig ? bytes.swap16() : bytes;
  };
  const cases = [
    [Buffer.from(`\uFEFF${text}`), "UTF-8"],
    [utf16(false), "UTF-16 (LE)"],
    [utf16(true), "UTF-16 (BE)"],
    [Buffer.from(text, "latin1"), "Windows-1252 (Latin-1)"],
  ] as const;
  for (const [bytes, encoding] of cases) {
    const list = read(new Uint8Array(bytes));
    expect(list.encoding).toBe(encoding);
    expect(list.invitees).toEqual([{ line: 3, address: "lea@ämter.example", name: "Léa" }]);
    expect(list.problems).toMatchObject([{ line: 2, given: "jörg@amt.example Jörg" }]);
  }
});

test("pasted lines need no heading, no columns and no separator", () => {
  const list = read(utf8("a@example.org\n\n mailto:b@example.org \nCarla C <c@example.org>\n"));
  expect(list).toMatchObject({
    hasHeading: false,
    columns: { address: 1, names: [] },
    problems: [],
  });
  expect(list.separator).toBeUndefined();
  expect(list.invitees).toEqual([
    { line: 1, address: "a@example.org" },
    { line: 3, address: "b@example.org" },
    { line: 4, address: "c@example.org", name: "Carla C" },
  ]);
});

test("without a heading a column of words beside the addresses is read as names", () => {
  const list = read(utf8("Ada;a@example.org\nBea;b@example.org\n"));
  expect(list.columns).toEqual({ address: 2, names: [1] });
  expect(list.invitees[1]).toEqual({ line: 2, address: "b@example.org", name: "Bea" });
});

test("duplicates and bad addresses are left out by row with reason and advice, also a first row that is no heading", () => {
  const rows = [
    "erika.example.org",
    "a@example.org",
    "A@Example.ORG",
    "b@@example.org",
    "c@localhost",
    "d d@example.org",
  ];
  const list = read(utf8(rows.join("\n")));
  expect(list.invitees.map(({ address }) => address)).toEqual(["a@example.org"]);
  expect(list.problems.map(({ line, message }) => [line, message.en])).toEqual([
    [1, "The address lacks the “@”."],
    [3, "This address stands in row 2 already."],
    [4, "The cell holds more than one “@”."],
    [5, "There is no complete name such as example.org behind the “@”."],
    [6, "The address contains a blank."],
  ]);
  for (const { message, advice } of list.problems)
    for (const text of [message.de, message.en, advice.de, advice.en]) expect(text).toMatch(/\.$/);
});

test("a quoted cell with line breaks does not shift the numbers of later rows, and its breaks become blanks", () => {
  const list = read(utf8('email,name\na@example.org,"Ada\nA"\nnonsense,B\n'));
  expect(list.invitees[0]?.name).toBe("Ada A");
  expect(list.problems[0]?.line).toBe(4);
});

/** A workbook with one sheet; texts are inline, as many programs write them. */
function workbook(rows: string[][]): Uint8Array {
  const cell = (text: string, at: string) =>
    `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = rows
    .map((cells, row) => {
      const inside = cells
        .map((text, at) => (text === "" ? "" : cell(text, `${"ABCD"[at]}${row + 1}`)))
        .join("");
      return `<row r="${row + 1}">${inside}</row>`;
    })
    .join("");
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipSync({
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Verteiler" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    ),
  });
}

test("the first sheet of an Excel workbook is read whatever its name, with gaps between cells", () => {
  const list = read(
    workbook([
      ["Team", "", "E-Mail"],
      ["Nord", "", "a@example.org"],
      ["", "", "b@"],
    ]),
  );
  expect(list).toMatchObject({ encoding: "XLSX", columns: { address: 3, names: [], unit: 1 } });
  expect(list.invitees).toEqual([{ line: 2, address: "a@example.org", unit: "Nord" }]);
  expect(list.problems).toMatchObject([{ line: 3 }]);
});

test("what is no list is refused with reason and advice", () => {
  for (const bytes of [
    utf8(""),
    utf8("E-Mail\n"),
    utf8("\0\0\0\0"),
    strToU8("PK\u0003\u0004broken"),
    new Uint8Array(10 * 1024 * 1024 + 1),
  ]) {
    const result = importInvitationList(bytes);
    if (result.ok) throw new Error("was taken");
    for (const { message, advice } of result.issues)
      expect([message.de, advice.en].join()).toMatch(/\../);
  }
});

test("addressMistake refuses what would become a header or a second recipient", () => {
  for (const bad of [
    "a@example.org\r\nBcc: b@example.org",
    "a@example.org,b@example.org",
    "a@example.org;b",
    "<a@example.org>",
    "a@-x.org",
    "a@x.123",
    ".a@example.org",
  ])
    expect(addressMistake(bad), bad).toBeDefined();
  for (const good of ["a.b+c@sub.example.org", "o'neill@example.ie", "x@münchen.example"])
    expect(addressMistake(good), good).toBeUndefined();
});
