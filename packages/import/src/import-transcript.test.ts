import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import {
  latin1,
  openDocumentFile,
  utf16,
  wordFile,
  wordParagraph,
  wordRun,
} from "./example/transcript-files.ts";
import { importTranscript } from "./import-transcript.ts";

function read(fileName: string, bytes: Uint8Array) {
  const result = importTranscript({ fileName, bytes });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const { notes, ...value } = result.value;
  return { ...value, notes: notes.map(({ en }) => en) };
}

function reason(fileName: string, bytes: Uint8Array): string {
  const result = importTranscript({ fileName, bytes });
  if (result.ok) throw new Error("It was imported.");
  for (const { message, advice } of result.issues) {
    expect([message.de, message.en, advice.de, advice.en]).not.toContain("");
  }
  return result.issues.map(({ message }) => message.en).join();
}

const words = "I: Wie geht’s, Frau Größmann? 😀\nE1: Schön. Und Zoë?\n";
const decomposed = "E1: Zoe\u0308 und o\u0301 und ﬁ.\n";

describe("letters and lines", () => {
  test.each([
    ["UTF-8", strToU8(words), "UTF-8"],
    ["UTF-8 with a byte-order mark", strToU8(`\uFEFF${words}`), "UTF-8"],
    ["UTF-16, little end first", utf16(words), "UTF-16 (LE)"],
    ["UTF-16, big end first", utf16(words, true), "UTF-16 (BE)"],
    ["UTF-16 without a mark", utf16(words).subarray(2), "UTF-16 (LE)"],
  ])("%s is read letter for letter, and said", (_, bytes, encoding) => {
    expect(read("E1.txt", bytes)).toEqual({ text: words, format: "txt", encoding, notes: [] });
  });

  test("Latin-1 is read, and the guess is told", () => {
    const { text, encoding, notes } = read("E1.txt", latin1("E1: Größe, Füße, é\n"));
    expect(text).toBe("E1: Größe, Füße, é\n");
    expect(encoding).toBe("Windows-1252 (Latin-1)");
    expect(notes[0]).toContain("Check letters with accents");
  });

  test("CRLF, CR and Unicode's own line breaks become LF, and are counted", () => {
    const { text, notes } = read("E1.txt", strToU8("a\r\nb\rc\u2028d\n\ne"));
    expect(text).toBe("a\nb\nc\nd\n\ne\n");
    expect(notes).toEqual(["3 line breaks of other kinds (CRLF, CR) became LF."]);
  });

  test("Unicode is never normalised: composed and decomposed letters stay what they are", () => {
    expect(read("E1.txt", strToU8(decomposed)).text).toBe(decomposed);
    expect(read("E1.docx", wordFile(wordParagraph(wordRun(decomposed.trim())))).text).toBe(
      decomposed,
    );
  });

  test("any text that is text comes through letter for letter", () => {
    const letters = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(letters, (any) => {
        const text = any.replace(/[\p{Cc}\u2028\u2029\uFEFF]/gu, "");
        fc.pre(text.trim() !== "");
        expect(read("E1.txt", strToU8(text)).text).toBe(`${text}\n`);
      }),
    );
  });
});

describe("Word", () => {
  test("paragraphs, line breaks, tabs, insertions, links and content controls are text", () => {
    const body = [
      wordParagraph(wordRun("I: Wie "), wordRun("war", "<w:b/>"), wordRun(" es?")),
      wordParagraph(
        wordRun("E1: Gut."),
        "<w:r><w:br/></w:r>",
        wordRun("Sehr gut."),
        "<w:r><w:tab/></w:r>",
        wordRun("&amp; ja"),
      ),
      wordParagraph(),
      `<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent>${wordParagraph(`<w:ins w:id="1">${wordRun("neu")}</w:ins>`, `<w:hyperlink>${wordRun(" Link")}</w:hyperlink>`)}</w:sdtContent></w:sdt>`,
      wordParagraph("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>"),
    ].join("");
    const { text, format, notes } = read("E1.docx", wordFile(body));
    expect(text).toBe("I: Wie war es?\nE1: Gut.\nSehr gut.\t& ja\n\nneu Link\na\u2011b\n");
    expect({ format, notes }).toEqual({ format: "docx", notes: [] });
  });

  test("what is left out is counted by kind", () => {
    const body = wordParagraph(
      wordRun("a"),
      `<w:del w:id="1"><w:r><w:delText>weg</w:delText></w:r></w:del>`,
      "<w:r><w:commentReference/></w:r><w:r><w:footnoteReference/></w:r>",
      `<mc:AlternateContent><mc:Choice><w:drawing>${wordParagraph(wordRun("Textfeld"))}</w:drawing></mc:Choice></mc:AlternateContent>`,
      wordRun("versteckt", "<w:vanish/>"),
      wordRun("sichtbar", '<w:vanish w:val="0"/>'),
      `<w:r><w:instrText> PAGE </w:instrText></w:r>`,
    );
    const { text, notes } = read("E1.docx", wordFile(body));
    expect(text).toBe("asichtbar\n");
    expect(notes).toEqual([
      "Left out: tracked deletions (1).",
      "Left out: comments (1).",
      "Left out: footnotes or endnotes (1).",
      "Left out: pictures, shapes and text boxes (1).",
      "Left out: hidden passages (1).",
    ]);
  });

  test("a table of speakers and words becomes turns, another table lines with tabs", () => {
    const cell = (...texts: string[]) =>
      `<w:tc><w:tcPr/>${texts.map((text) => wordParagraph(wordRun(text))).join("")}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
    const body = `<w:tbl>${row(cell("I"), cell("Wie?"))}${row(cell("Weber:"), cell("So.", "Und so."))}${row(cell("1"), cell("2"), cell("3"))}</w:tbl>`;
    expect(read("E1.docx", wordFile(body)).text).toBe("I: Wie?\nWeber: So.\nUnd so.\n1\t2\t3\n");
  });

  test("the main part is found by the relations of the package", () => {
    expect(read("E1.docx", wordFile(wordParagraph(wordRun("a")), "word/document2.xml")).text).toBe(
      "a\n",
    );
  });
});

describe("OpenDocument", () => {
  test("white space counts as OpenDocument means it; lists, headings and tables are text", () => {
    const body = `<text:h>Titel</text:h>
      <text:p>I:  Wie<text:s text:c="3"/>war
 <text:span>es</text:span>?</text:p>
      <text:p>E1: Gut.<text:line-break/>Sehr.<text:tab/>Ja</text:p><text:p/>
      <text:list><text:list-item><text:p>Punkt</text:p></text:list-item></text:list>
      <table:table><table:table-column/><table:table-row><table:table-cell><text:p>E1</text:p></table:table-cell><table:table-cell><text:p>Nein.</text:p></table:table-cell></table:table-row></table:table>`;
    const { text, notes } = read("E1.odt", openDocumentFile(body));
    expect(text).toBe("Titel\nI: Wie   war es?\nE1: Gut.\nSehr.\tJa\n\nPunkt\nE1: Nein.\n");
    expect(notes).toEqual(["Left out: numbers or bullets of lists (1)."]);
  });

  test("deletions, comments and notes are left out and counted", () => {
    const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:p>a<office:annotation><dc:creator>x</dc:creator><text:p>Notiz</text:p></office:annotation>b<text:note><text:note-body><text:p>Fuß</text:p></text:note-body></text:note></text:p>`;
    const { text, notes } = read("E1.odt", openDocumentFile(body));
    expect(text).toBe("ab\n");
    expect(notes).toEqual([
      "Left out: tracked deletions (1).",
      "Left out: comments (1).",
      "Left out: footnotes or endnotes (1).",
    ]);
  });

  test("an encrypted document is refused as such", () => {
    const manifest = { "META-INF/manifest.xml": "<manifest:encryption-data/>" };
    expect(reason("E1.odt", openDocumentFile("<text:p>x</text:p>", manifest))).toContain(
      "password",
    );
  });
});

describe("subtitles and Markdown", () => {
  test("WebVTT with voices becomes turns with time marks", () => {
    const vtt = `WEBVTT - Gespräch

NOTE von Hand geprüft

1
00:01.000 --> 00:04.000 align:start
<v I>Wie <i>war</i> es?

00:05.000 --> 00:07.000
<v.loud E1>Gut &amp; schön,

00:07.000 --> 00:09.000
<v E1>sehr gut.</v>
`;
    const { text, notes } = read("E1.vtt", strToU8(vtt));
    expect(text).toBe("[00:00:01] I: Wie war es?\n[00:00:05] E1: Gut & schön, sehr gut.\n");
    expect(notes[0]).toContain("3 subtitles became 2 lines");
  });

  test("SubRip without speakers gives a line for each subtitle, with CRLF too", () => {
    const srt =
      "1\r\n00:00:01,000 --> 00:00:02,000\r\nErste\r\nZeile\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nZweite\r\n";
    expect(read("a.srt", strToU8(srt)).text).toBe("[00:00:01] Erste Zeile\n[00:00:03] Zweite\n");
    expect(reason("a.srt", strToU8("nur Text"))).toContain("no subtitles");
  });

  test("bold labels of speakers in Markdown are labels, the rest stays as written", () => {
    const text = "# E1\n\n**I:** Wie?\n__E1__: *So* und **so**.\n**Wichtig** ist: ja\n";
    expect(read("E1.md", strToU8(text)).text).toBe(
      "# E1\n\nI: Wie?\nE1: *So* und **so**.\n**Wichtig** ist: ja\n",
    );
  });
});

const bomb = () => zipSync({ "word/document.xml": new Uint8Array(40_000_000) }, { level: 9 });
function lying(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 46; at += 1) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, 1000, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, 1000, true);
  }
  return copy;
}
const good = () => wordFile(wordParagraph(wordRun("ein Satz ".repeat(500))));
const entity = `<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document><w:body/></w:document>`;

describe("hostile and odd files", () => {
  test.each([
    ["a zip bomb", "a.docx", bomb, "more than 12 MB"],
    ["a zip bomb that lies about its size", "a.docx", () => lying(bomb()), "more than it declares"],
    [
      "a path that leads out",
      "a.docx",
      () => zipSync({ "../../x": strToU8("x") }),
      "leads out of it",
    ],
    ["an absolute path", "a.odt", () => zipSync({ "C:\\x": strToU8("x") }), "leads out of it"],
    [
      "a document cut in half",
      "a.docx",
      () => good().subarray(0, good().length >> 1),
      "not a complete Word file",
    ],
    [
      "entities",
      "a.docx",
      () => zipSync({ "word/document.xml": strToU8(entity) }),
      "document type",
    ],
    [
      "XML that ends early",
      "a.docx",
      () => zipSync({ "word/document.xml": strToU8("<w:document><w:body>") }),
      "not complete XML",
    ],
    [
      "a thousand elements inside each other",
      "a.docx",
      () => wordFile("<w:x>".repeat(100_000) + "</w:x>".repeat(100_000)),
      "nested too deep",
    ],
    ["a ZIP without a document", "a.docx", () => zipSync({ x: strToU8("x") }), "no Word document"],
    [
      "a workbook called .odt",
      "a.odt",
      () => zipSync({ "xl/workbook.xml": strToU8("<x/>") }),
      "no OpenDocument text",
    ],
    [
      "an old Word document",
      "a.docx",
      () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]),
      "old Word document",
    ],
    ["text called .docx", "a.docx", () => strToU8("I: Wie?"), "no such document"],
    ["a ZIP called .txt", "a.txt", good, "packed document"],
    ["a PDF", "a.pdf", () => strToU8("%PDF-1.4"), "“pdf” cannot be read"],
    [
      "a picture called .txt",
      "a.txt",
      () => Uint8Array.from({ length: 400 }, (_, at) => 1 + ((at * 7) % 30)),
      "not text",
    ],
    ["nothing", "a.txt", () => new Uint8Array(), "no text"],
    ["only white space", "a.txt", () => strToU8(" \n\n"), "no text"],
    [
      "tables in tables",
      "a.docx",
      () =>
        wordFile(
          `${"<w:tbl><w:tr><w:tc>".repeat(1500)}<w:p/>${"</w:tc></w:tr></w:tbl>".repeat(1500)}`,
        ),
      "nested too deep",
    ],
    ["more than is read", "a.txt", () => new Uint8Array(11_000_000).fill(65), "at most 10 MB"],
  ])("%s is refused with reason and advice", (_, name, bytes, text) => {
    expect(reason(name, bytes())).toContain(text);
  });

  test("a document damaged at any place is refused or read, and never breaks the import", () => {
    const files = [good(), openDocumentFile("<text:p>ein Satz</text:p>")];
    fc.assert(
      fc.property(
        fc.nat(1),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (which, damages) => {
          const bytes = Uint8Array.from(files[which] ?? []);
          for (const [at, byte] of damages) bytes[at % bytes.length] = byte;
          const result = importTranscript({ fileName: which === 0 ? "a.docx" : "a.odt", bytes });
          if (!result.ok) expect(result.issues.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
