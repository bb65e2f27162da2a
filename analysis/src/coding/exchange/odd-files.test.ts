import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import {
  archiveOf,
  archiveWithText,
  fileSource,
  guidOf,
  inlineSource,
  projectOf,
  selectionsXml,
} from "../../example/exchange-files.ts";
import { taken } from "../../example/taken-exchange.ts";
import { deviationKinds } from "./deviation.ts";

test("a byte-order mark is left out and not counted", async () => {
  const {
    words: found,
    kinds,
    project,
  } = await taken(
    archiveOf({
      "project.qde": `\ufeff${projectOf(fileSource([{ start: 0, end: 4 }]))}`,
      "sources/E1.txt": "\ufeffKaum Zeit",
    }),
  );
  expect(found).toEqual(["Kaum"]);
  expect(project.texts[0]?.text).toBe("Kaum Zeit");
  expect(kinds).toEqual(["byte-order-mark", "byte-order-mark"]);
});

test.each([
  ["Project.qde", "Sources/E1.txt", "internal://E1.txt", ["container-name", "sources-folder"]],
  ["My study.qde", "sources/E1.txt", "internal://e1.TXT", ["container-name"]],
  [
    "study/project.qde",
    "study/sources/E1.txt",
    "internal://E1.txt",
    ["container-name", "sources-folder"],
  ],
  ["project.qde", "sources/E1.txt", "internal://sources/E1.txt", ["sources-folder"]],
  ["project.qde", "sources/E1.txt", "E1.txt", ["sources-folder"]],
  ["project.qde", "E1.txt", "internal://E1.txt", ["sources-folder"]],
  ["project.qde", "sources/E 1.txt", "internal://E%201.txt", []],
])("an archive with %s, %s and %s is read", async (project, source, path, expected) => {
  const qde = projectOf(fileSource([{ start: 0, end: 4 }], path));
  // Stored as well as packed, with a dummy as some programs add it.
  for (const level of [0, 6] as const) {
    const { words: found, kinds } = await taken(
      archiveOf({ ".root": "", [project]: qde, [source]: "Kaum Zeit" }, level),
    );
    expect(found).toEqual(["Kaum"]);
    expect(kinds.toSorted()).toEqual(expected);
  }
});

test("GUIDs are compared without braces and capitals", async () => {
  const braced = projectOf(inlineSource("Kaum Zeit", [{ start: 0, end: 4, code: 0xab }]))
    .replace(`Code guid="${guidOf(1)}"`, `Code guid="{${guidOf(0xab).toUpperCase()}}"`)
    .replace(`User guid="${guidOf(900)}"`, `User guid="${guidOf(900).toUpperCase()}"`);
  const { words: found, kinds, material } = await taken(archiveOf({ "project.qde": braced }));
  expect(found).toEqual(["Kaum"]);
  expect(material.project.assignments[0]?.coder).toBe("anna-mueller");
  expect(kinds).toEqual(["guid-form"]);
});

test.each([
  ["urn:QDA-XML:codebook:1.0", []],
  ["urn:QDA-XML:codebook:1:0", ["namespace"]],
  ["urn:QDA-XML:codebook:0:4", ["namespace"]],
])("a codebook with the namespace %s is read", async (namespace, expected) => {
  const xml =
    `<?xml version="1.0" encoding="utf-8"?><q:CodeBook xmlns:q="${namespace}"><q:Codes>` +
    `<q:Code guid="${guidOf(1)}" name="Nutzen" isCodable="false" color="#0F0"><q:Description>Was es bringt.</q:Description>` +
    `<q:Code guid="${guidOf(2)}" name="Zeit" isCodable="true"/><q:Code guid="${guidOf(3)}" name="Zeit" isCodable="true"/></q:Code>` +
    "</q:Codes></q:CodeBook>";
  const { project, kinds, counts, kind } = await taken(strToU8(xml), "book.qdc");
  expect(kind).toBe("codebook");
  expect(kinds).toEqual(expected);
  expect(counts).toEqual({ documents: 0, codes: 3, codings: 0, memos: 0, cases: 0, variables: 0 });
  expect(project.codebook.codes.map(({ id, parent }) => [id, parent])).toEqual([
    ["Nutzen", undefined],
    ["Zeit", "Nutzen"],
    ["Zeit-2", "Nutzen"],
  ]);
  expect(project.codebook.codes[0]).toMatchObject({
    ...{ colour: "#00ff00", isHeading: true, definition: { de: "Was es bringt." } },
  });
});

const text = "Kaum Zeit für uns.";
test.each([
  ["reversed", { start: 9, end: 5 }, ["Zeit"], ["reversed-selection"]],
  ["of no length", { start: 5, end: 5 }, [], ["zero-length-selection"]],
  ["beyond the end", { start: 10, end: 99 }, ["für uns."], ["out-of-range"]],
  ["before the beginning", { start: -5, end: 4 }, ["Kaum"], ["out-of-range"]],
  ["wholly outside", { start: 50, end: 60 }, [], ["out-of-range"]],
  ["of no length, outside", { start: 60, end: 60 }, [], ["out-of-range"]],
  ["without a number", { start: "x", end: 4 }, [], ["bad-position"]],
  ["with an unknown code", { start: 0, end: 4, code: 77 }, [], ["dangling-reference"]],
])(
  "a selection %s is kept as far as it says where it is",
  async (_, selection, found, expected) => {
    const bytes = archiveWithText(text, [{ start: 0, end: 9 }, selection]);
    const { words: all, kinds, deviations } = await taken(bytes);
    expect(all.toSorted()).toEqual(["Kaum Zeit", ...found].toSorted());
    expect(kinds).toEqual(expected);
    expect(deviations[0]?.where).toContain("TextSource “E1”, PlainTextSelection");
  },
);

test("references to nothing are left out, and what they stood on stays", async () => {
  const source = fileSource([
    { start: 0, end: 4, more: `<NoteRef targetGUID="${guidOf(3000)}"/>` },
  ]);
  const cases =
    `<Variables><Variable guid="${guidOf(20)}" name="Alter (Jahre)" typeOfVariable="Integer"/></Variables>` +
    `<Cases><Case guid="${guidOf(30)}" name="Firma A"><VariableValue><VariableRef targetGUID="${guidOf(999)}"/><TextValue>x</TextValue></VariableValue>` +
    `<VariableValue><VariableRef targetGUID="${guidOf(20)}"/><IntegerValue>44</IntegerValue></VariableValue>` +
    `<SourceRef targetGUID="${guidOf(50)}"/><SourceRef targetGUID="${guidOf(51)}"/></Case><Case guid="${guidOf(31)}"/></Cases>`;
  const qde = projectOf(
    source.replace(`creatingUser="${guidOf(900)}"`, `creatingUser="${guidOf(901)}"`),
  ).replace("<Sources>", `${cases}<Sources>`);
  const { kinds, counts, material } = await taken(
    archiveOf({ "project.qde": qde, "sources/E1.txt": text }),
  );
  expect(kinds.toSorted()).toEqual([...Array(4).fill("dangling-reference"), "no-name", "not-kept"]);
  expect(counts).toMatchObject({ cases: 2, codings: 1, variables: 1 });
  expect(material.project.cases).toEqual([
    { id: "Firma-A", documents: ["E1"], variables: { "Alter-Jahre": "44" } },
    { id: "case", documents: [], variables: {} },
  ]);
  expect(material.project.assignments[0]?.coder).toBe("unknown");
});

test("a document without its text is left out with all that is in it", async () => {
  const qde = projectOf(
    [
      fileSource([{ start: 0, end: 4 }]),
      `<TextSource guid="${guidOf(51)}" name="B" plainTextPath="absolute:///home/ada/b.txt"/>`,
      `<TextSource guid="${guidOf(52)}" name="C" richTextPath="internal://c.docx"/>`,
      `<TextSource guid="${guidOf(53)}" name="D" richTextPath="internal://d.txt"/>`,
      `<TextSource guid="${guidOf(54)}" name="E" plainTextPath="internal://d.txt"><PlainTextContent>e</PlainTextContent></TextSource>`,
      `<PictureSource guid="${guidOf(55)}" name="F" path="internal://f.png"><PictureSelection guid="${guidOf(56)}" firstX="0" firstY="0" secondX="1" secondY="1"/></PictureSource>`,
    ].join(""),
  );
  const { kinds, counts, deviations, material } = await taken(
    archiveOf({ "project.qde": qde, "sources/d.txt": "d", "sources/c.docx": "no text" }),
  );
  expect(kinds.toSorted()).toEqual([
    "external-file",
    "missing-file",
    "missing-text",
    "not-kept",
    "not-text",
    "two-texts",
  ]);
  expect(counts).toMatchObject({ documents: 2, codings: 0 });
  expect(material.project.documents.map(({ id }) => id)).toEqual(["D", "E"]);
  expect(JSON.stringify(deviations)).not.toContain("/home/ada");
});

test("the text of a PDF and the transcript of a recording are documents", async () => {
  const qde = projectOf(
    `<PDFSource guid="${guidOf(60)}" name="Leitfaden" path="internal://a.pdf"><PDFSelection guid="${guidOf(61)}" page="0" firstX="0" firstY="0" secondX="1" secondY="1"><Coding guid="${guidOf(62)}"><CodeRef targetGUID="${guidOf(1)}"/></Coding></PDFSelection>` +
      `<Representation guid="${guidOf(63)}" plainTextPath="internal://a.txt">${selectionsXml([{ start: 5, end: 9 }])}</Representation></PDFSource>` +
      `<AudioSource guid="${guidOf(70)}" name="Aufnahme" path="internal://a.mp3"><Transcript guid="${guidOf(71)}"><PlainTextContent>Kaum Zeit</PlainTextContent>` +
      `<SyncPoint guid="${guidOf(72)}" position="0"/><SyncPoint guid="${guidOf(73)}" position="4"/>` +
      `<TranscriptSelection guid="${guidOf(74)}" fromSyncPoint="${guidOf(72)}" toSyncPoint="${guidOf(73)}"><Coding guid="${guidOf(75)}"><CodeRef targetGUID="${guidOf(1)}"/></Coding></TranscriptSelection></Transcript></AudioSource>`,
  );
  const {
    words: found,
    kinds,
    material,
  } = await taken(archiveOf({ "project.qde": qde, "sources/a.txt": text }));
  expect(found).toEqual(["Zeit", "Kaum"]);
  expect(kinds).toEqual(["not-text", "not-text"]);
  expect(material.project.documents.map(({ id }) => id)).toEqual(["Leitfaden", "Aufnahme"]);
});

test("misspelt, misplaced and unknown parts are read or passed over, and told", async () => {
  const qde = projectOf(inlineSource("Kaum Zeit", [{ start: 0, end: 4 }]))
    .replace(/<CodeBook>(.*)<\/CodeBook>/, "")
    .replace(
      "<Sources>",
      `<Extra><Inner/></Extra><Sources><Codebook><Codes><Code guid="${guidOf(1)}" name="Zeit" isCodable="true" mood="good"/></Codes></Codebook>`,
    );
  const { words: found, kinds } = await taken(archiveOf({ "project.qde": qde }));
  expect(found).toEqual(["Kaum"]);
  expect(kinds.toSorted()).toEqual([
    "misplaced-element",
    "spelling",
    "unknown-part",
    "unknown-part",
  ]);
});

test("what has no place here is told: sets, links, graphs, free passages, times of changes", async () => {
  const source = inlineSource("Kaum Zeit", [{ start: 0, end: 4 }])
    .replace('name="E1"', 'name="E1" modifiedDateTime="2026-05-04T10:00:00"')
    .replace(
      "</TextSource>",
      `<PlainTextSelection guid="${guidOf(80)}" startPosition="5" endPosition="9"/></TextSource>`,
    );
  const after =
    `<Links><Link guid="${guidOf(81)}"/></Links><Sets><Set guid="${guidOf(82)}" name="Wichtig"/></Sets>` +
    `<Graphs><Graph guid="${guidOf(83)}"/></Graphs>`;
  const { kinds, deviations } = await taken(
    archiveOf({ "project.qde": projectOf(source, { after }) }),
  );
  expect(kinds).toEqual(Array(5).fill("not-kept"));
  expect(deviations.map(({ where }) => where).join("; ")).toContain("Set “Wichtig”");
});

test("notes and descriptions become memos with person and time, codings keep theirs", async () => {
  const source = inlineSource("Kaum Zeit", [
    { start: 0, end: 4, more: `<NoteRef targetGUID="${guidOf(40)}"/>` },
  ])
    .replace("<PlainTextContent>", "<Description>Am Telefon.</Description><PlainTextContent>")
    .replace("<Coding ", `<Description>Seufzt.</Description><Coding `);
  const note = (number: number, content: string) =>
    `<Note guid="${guidOf(number)}" name="Idee" creatingUser="${guidOf(900)}" creationDateTime="2026-05-04T10:00:00+02:00">${content}</Note>`;
  const after =
    `<Notes>${note(40, "<PlainTextContent>Zeit fehlt überall.</PlainTextContent>")}${note(41, "<PlainTextContent/>")}</Notes>` +
    "<Description>Über Zeit.</Description>";
  const { material, kinds } = await taken(
    archiveOf({ "project.qde": projectOf(source, { after }) }),
  );
  const { memos, assignments } = material.project;
  expect(
    memos.map(({ about, text: written, person, at }) => [about.kind, written, person, at]),
  ).toEqual([
    ["excerpt", "Idee\n\nZeit fehlt überall.", "anna-mueller", "2026-05-04T08:00:00.000Z"],
    ["project", "Idee", "anna-mueller", "2026-05-04T08:00:00.000Z"],
    ["document", "Am Telefon.", "importer", "2026-11-28T12:00:00.000Z"],
    ["excerpt", "Seufzt.", "importer", "2026-11-28T12:00:00.000Z"],
    ["project", "Über Zeit.", "importer", "2026-11-28T12:00:00.000Z"],
  ]);
  expect(assignments[0]).toMatchObject({
    ...{ coder: "anna-mueller", added: { person: "anna-mueller", at: "2026-05-04T08:30:00Z" } },
    origin: { kind: "imported", source: "study.qdpx" },
  });
  expect(kinds).toEqual([]);
});

test("odd times, colours, types and GUIDs cost only themselves", async () => {
  const qde = projectOf(
    inlineSource("Kaum Zeit", [
      { start: 0, end: 4 },
      { start: 5, end: 9 },
    ]),
  )
    .replace('isCodable="true"', 'isCodable="true" color="green"')
    .replace('creationDateTime="2026-05-04T08:30:00Z"', 'creationDateTime="2026-02-30T08:30:00Z"')
    .replace('creationDateTime="2026-05-04T08:30:00Z"', 'creationDateTime="2026-05-04T08:30:00"')
    .replace(guidOf(501), guidOf(500))
    .replace(
      "<Sources>",
      `<Variables><Variable guid="x" name="1. Wahl" typeOfVariable="Colour"/></Variables><Sources>`,
    );
  const { kinds, counts, material } = await taken(archiveOf({ "project.qde": qde }));
  expect(kinds.toSorted()).toEqual([
    "bad-colour",
    "bad-guid",
    "bad-time",
    "bad-value",
    "duplicate-guid",
    "time-without-zone",
  ]);
  expect(counts).toMatchObject({ codings: 2, variables: 1 });
  expect(material.project.assignments.map(({ added }) => added.at)).toEqual([
    "2026-11-28T12:00:00.000Z",
    "2026-05-04T08:30:00.000Z",
  ]);
});

test("what is no GUID still names its thing, and is told", async () => {
  const loose = projectOf(inlineSource("Kaum Zeit", [{ start: 0, end: 4 }]))
    .replaceAll(guidOf(1), "code-1")
    .replaceAll(guidOf(900), "user-1")
    .replaceAll(guidOf(500), "coding 1");
  const { words: found, kinds, material } = await taken(archiveOf({ "project.qde": loose }));
  expect(found).toEqual(["Kaum"]);
  expect(material.project.assignments[0]?.coder).toBe("anna-mueller");
  expect(kinds).toEqual(["bad-guid"]);
});

test("codings in a place of their own are told, not lost unseen", async () => {
  const after = `<Coding guid="${guidOf(95)}"><CodeRef targetGUID="${guidOf(1)}"/><TextRange start="0" end="4"/></Coding>`;
  const { kinds, deviations } = await taken(
    archiveOf({
      "project.qde": projectOf(inlineSource("Kaum Zeit", [{ start: 5, end: 9 }]), { after }),
    }),
  );
  expect(kinds).toEqual(["misplaced-element", "unknown-part", "unknown-part"]);
  expect(deviations[0]?.where).toBe("Project/Coding");
});

test("GUIDs that are no UUIDs are kept for exports, codings get ids that are", async () => {
  const foreign = "ffffffff-1111-0000-0000-00000000000a";
  const qde = projectOf(inlineSource("Kaum Zeit", [{ start: 0, end: 4 }])).replace(
    guidOf(500),
    foreign,
  );
  const { project, material, kinds } = await taken(archiveOf({ "project.qde": qde }));
  const [coding] = material.project.assignments;
  expect(kinds).toEqual([]);
  expect(coding?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
  expect(project.record.guids[`coding:${coding?.id}`]).toBe(foreign);
});

test("texts in other letters are read and told, long ones are parted", async () => {
  const latin = Uint8Array.from([...strToU8("Gr"), 0xf6, 0xdf, 0x65]);
  const latinText = await taken(archiveWithText(latin, [{ start: 0, end: 5 }]));
  expect(latinText.words).toEqual(["Größe"]);
  expect(latinText.kinds).toEqual(["encoding"]);
  const utf16 = (content: string) => {
    const units = Uint8Array.from(
      [...`\ufeff${content}`].flatMap((letter) => [
        letter.charCodeAt(0) & 255,
        letter.charCodeAt(0) >> 8,
      ]),
    );
    return units;
  };
  const qde = projectOf(fileSource([{ start: 0, end: 5 }])).replace("utf-8", "utf-16");
  const wide = await taken(
    archiveOf({ "project.qde": utf16(qde), "sources/E1.txt": utf16("Größe") }),
  );
  expect(wide.words).toEqual(["Größe"]);
  expect(wide.kinds).toEqual(["encoding", "encoding"]);
  const after = `<Notes><Note guid="${guidOf(40)}"><PlainTextContent>${"😀".repeat(15_000)}</PlainTextContent></Note></Notes>`;
  const long = await taken(archiveOf({ "project.qde": projectOf("", { after }) }));
  expect(long.kinds).toEqual(["not-kept", "long-text"]);
  expect(long.material.project.memos.map(({ text: part }) => part).join("")).toBe(
    "😀".repeat(15_000),
  );
});

test("codings of a whole document, of headings and twice the same are kept once, and told", async () => {
  const whole = `<Coding guid="${guidOf(90)}"><CodeRef targetGUID="${guidOf(1)}"/></Coding></TextSource>`;
  const source = inlineSource("Kaum Zeit", [
    { start: 0, end: 4 },
    { start: 0, end: 4 },
  ]).replace("</TextSource>", whole);
  const qde = projectOf(source).replace('isCodable="true"', 'isCodable="false"');
  const { words: found, kinds } = await taken(archiveOf({ "project.qde": qde }));
  expect(found).toEqual(["Kaum", "Kaum Zeit"]);
  expect(kinds.toSorted()).toEqual(["coded-document", "coded-heading", "duplicate-coding"]);
});

test("the README explains every deviation", () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  const explained = [...readme.matchAll(/^\| (`[a-z0-9`, -]+`) \|/gm)].join(" ");
  expect(deviationKinds.filter((kind) => !explained.includes(`\`${kind}\``))).toEqual([]);
});

test("an empty project is a project", async () => {
  const { counts, kinds, project } = await taken(
    strToU8('<Project xmlns="urn:QDA-XML:project:1.0" name=""/>'),
    "leer.qde",
  );
  expect(counts).toEqual({ documents: 0, codes: 0, codings: 0, memos: 0, cases: 0, variables: 0 });
  expect(kinds).toEqual([]);
  expect(project.title).toBe("leer");
});
