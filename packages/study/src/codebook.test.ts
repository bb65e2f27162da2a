import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  type Code,
  type Codebook,
  childCodes,
  codebookFromGuide,
  codebookJsonSchema,
  codeLineage,
  codePath,
  codeSubtree,
  exclusiveGroupOf,
  fixedPolarity,
  guideCodebookIssues,
  leafCodes,
  mainCategoryOf,
  parseCodebook,
} from "./codebook.ts";
import { codebookDocument } from "./codebook-document.ts";
import {
  guidesHeldAgainst,
  readCodebookFiles,
  readInterviewGuideFiles,
} from "./instrument-folder.ts";

const folder = new URL("../../../instruments/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), "utf8");
const file = (slug: string) => `${slug}/1.0.0/codebook.json`;
const slugs = ["community-manager", "cop-value"];

function shipped(slug = "cop-value"): Codebook {
  const parsed = parseCodebook(JSON.parse(read(file(slug))));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

/** What is said of the shipped codebook after a change; paths only. */
function complaints(change: (codebook: Codebook) => object): string[] {
  const parsed = parseCodebook({ ...shipped(), ...change(shipped()) });
  return (parsed.ok ? parsed.warnings : parsed.issues).map(({ path }) => path);
}

const codes = (change: (code: Code) => object) => (book: Codebook) => ({
  codes: book.codes.map((code) => ({ ...code, ...change(code) })),
});

test("every shipped codebook is in its place and without a single warning", () => {
  const results = readCodebookFiles(
    slugs.map((slug) => ({ file: file(slug), text: read(file(slug)) })),
  );
  expect(results.map(({ result }) => (result.ok ? result.warnings : result.issues))).toEqual([
    [],
    [],
  ]);
  const [moved] = readCodebookFiles([
    { file: "other/1.0.0/codebook.json", text: read(file("cop-value")) },
  ]);
  expect(moved?.result).toMatchObject({ ok: false, issues: [{ path: "/version" }] });
});

test("every shipped guide names only codes of its codebook, by their labels", () => {
  const names = readdirSync(folder).filter((name) => name.startsWith("interview-guide-"));
  const guides = readInterviewGuideFiles(
    names
      .filter((name) => !name.endsWith(".json"))
      .map((name) => ({
        file: `${name}/1.0.0/interview-guide.json`,
        text: read(`${name}/1.0.0/interview-guide.json`),
      })),
  );
  expect(guides).toHaveLength(3);
  const books = readCodebookFiles(
    slugs.map((slug) => ({ file: file(slug), text: read(file(slug)) })),
  );
  const held = guidesHeldAgainst(guides, books);
  expect(held.map(({ result }) => (result.ok ? result.warnings : result.issues))).toEqual([
    [],
    [],
    [],
  ]);
});

test("a guide with a code its codebook lacks is refused, another label is warned of", () => {
  const [guide] = readInterviewGuideFiles([
    { file: "x", text: read("interview-guide-value/1.0.0/interview-guide.json") },
  ]);
  if (guide?.result.ok !== true) throw new Error("guide");
  const { codes: named } = guide.result.value;
  const changed = {
    ...guide.result.value,
    codes: named.map((code) =>
      code.id === "V1" ? { ...code, label: { de: "Anders", en: "knowledge transfer" } } : code,
    ),
  };
  const book = shipped();
  expect(guideCodebookIssues(changed, book)).toMatchObject([
    { severity: "warning", path: "/codes/1/label/de" },
  ]);
  const without = { ...book, codes: book.codes.filter(({ id }) => id !== "V1") };
  expect(guideCodebookIssues(changed, without)).toMatchObject([
    { severity: "error", path: "/codes/1/id" },
  ]);
});

test("the committed JSON Schema is generated from the zod schema, and every codebook fits it", () => {
  const committed = JSON.parse(read("codebook.schema.json"));
  expect(
    committed,
    "run: node --import tsx packages/study/scripts/write-codebook-json-schema.ts",
  ).toEqual(JSON.parse(JSON.stringify(codebookJsonSchema())));
  const byJsonSchema = z.fromJSONSchema(committed);
  for (const slug of slugs) {
    expect(byJsonSchema.safeParse(JSON.parse(read(file(slug)))).error?.issues ?? []).toEqual([]);
  }
});

test("the requirement tree has 23 leaves, 3 + 2 + 8 + 4 + 6", () => {
  const book = shipped("community-manager");
  expect(leafCodes(book, "F3")).toHaveLength(23);
  expect(childCodes(book, "F3").map(({ id }) => leafCodes(book, id).length)).toEqual([
    3, 2, 8, 4, 6,
  ]);
});

test("each of the eight value drivers has one code", () => {
  const drivers = shipped().codes.flatMap(({ valueDriver = [] }) => valueDriver);
  expect(new Set(drivers).size).toBe(8);
  const instrument = JSON.parse(read("value-drivers/1.0.0/instrument.json"));
  const options: string[] = Object.values(instrument.mehrwert.rankings[0].names);
  expect([...drivers].sort()).toEqual([...options].sort());
});

test("codes know their place: lineage, main category, exclusive group, fixed polarity", () => {
  const book = shipped("community-manager");
  expect(codeLineage(book, "F3.2.1").map(({ id }) => id)).toEqual(["F3", "F3.2", "F3.2.1"]);
  expect(codePath(book, "F2.1.3", "de")).toBe("Anreize > Bereitschaft zum Teilen > Leitlinien");
  expect(mainCategoryOf(book, "F3.2.1")?.id).toBe("F3");
  expect(exclusiveGroupOf(book, "F3.2.1")).toBe("F3.2");
  expect(exclusiveGroupOf(book, "F2.1.3")).toBe("F2");
  expect(fixedPolarity(book, "F2.2.3")).toBe("-");
  expect(fixedPolarity(shipped(), "B2")).toBe("-");
  expect(fixedPolarity(book, "F2.3")).toBeUndefined();
  expect(codeSubtree(book, "F2.5").map(({ id }) => id)).toEqual(["F2.5", "F2.5.1", "F2.5.2"]);
  expect(codeSubtree(book).map(({ id }) => id)).toEqual(book.codes.map(({ id }) => id));
});

test("a codebook is refused for names used twice, unknown categories, circles, drivers used twice", () => {
  expect(complaints(() => ({}))).toEqual([]);
  expect(complaints(codes(({ id }) => (id === "V2" ? { id: "v1" } : {})))).toContain("/codes/4/id");
  expect(complaints(codes(({ id }) => (id === "V1" ? { parent: "X" } : {})))).toContain(
    "/codes/1/parent",
  );
  expect(complaints(codes(({ id }) => (id === "V" ? { parent: "V1.1" } : {})))).toEqual(
    expect.arrayContaining(["/codes/0/parent", "/codes/1/parent", "/codes/2/parent"]),
  );
  expect(
    complaints(codes(({ id }) => (id === "V2" ? { valueDriver: "knowledge-transfer" } : {}))),
  ).toEqual(["/codes/4/valueDriver"]);
  expect(complaints(codes(({ id }) => (id === "V2" ? { id: "a b" } : {})))).toEqual([
    "/codes/4/id",
  ]);
  expect(complaints(codes(({ id }) => (id === "V2" ? { colour: "red" } : {})))).toEqual([
    "/codes/4/colour",
  ]);
  expect(parseCodebook("text").ok).toBe(false);
});

test("what a coder would miss is warned of", () => {
  const without = (name: string) => codes(({ id }) => (id === "V2" ? { [name]: undefined } : {}));
  expect(complaints(without("definition"))).toEqual(["/codes/4/definition"]);
  expect(complaints(without("anchorExample"))).toEqual(["/codes/4/anchorExample"]);
  expect(
    complaints(
      codes(({ id }) => (id === "V2" ? { codingRule: undefined, delimitation: undefined } : {})),
    ),
  ).toEqual(["/codes/4/codingRule"]);
  expect(
    complaints(codes(({ id }) => (id === "V2" ? { keywords: { de: ["a", "A"], en: [] } } : {}))),
  ).toEqual(["/codes/4/keywords/de/1"]);
  const faulty = codes(({ id }) =>
    id === "V2" ? { keywords: { de: ["gut", "a*"], en: [] } } : {},
  );
  expect(complaints(faulty)).toEqual(["/codes/4/keywords/de/1"]);
  expect(
    complaints(codes(({ id }) => (id === "W" ? { isMainCategory: undefined } : {}))),
  ).toHaveLength(6);
  expect(complaints(() => ({ languages: ["de"], licence: undefined }))).toEqual([
    "/languages",
    "/licence",
  ]);
  const history = [{ version: "1.0.0", kind: "merged", codes: ["V2"], into: ["V1"] }];
  expect(complaints(() => ({ history }))).toEqual(["/history/0/codes"]);
});

test("main categories can be generated from a guide, and coded with", () => {
  const parsed = readInterviewGuideFiles([
    { file: "x", text: read("interview-guide-value/1.0.0/interview-guide.json") },
  ]);
  const guide = parsed[0]?.result;
  if (guide?.ok !== true) throw new Error("guide");
  const book = codebookFromGuide(guide.value);
  const result = parseCodebook(book);
  expect(result.ok && result.warnings.map(({ path }) => path)).toEqual(
    book.codes.map((_, at) => `/codes/${at}/anchorExample`),
  );
  expect(book.codes.map(({ id }) => id)).toEqual(guide.value.blocks.map(({ id }) => id));
  expect(book.codes[1]?.definition?.en).toContain("Think of a meeting that was worth it.");
});

test.each(["de", "en"] as const)(
  "a codebook as a document in %s holds every text of every code",
  (language) => {
    const book = shipped("community-manager");
    const html = codebookDocument(book, language, "html");
    const markdown = codebookDocument(book, language, "md");
    for (const { id, label, definition, codingRule, delimitation } of book.codes) {
      expect(html).toContain(`${id} ${label[language]}`);
      expect(markdown).toContain(`${id} ${label[language]}`);
      for (const text of [definition, codingRule, delimitation]) {
        expect(html).toContain(text?.[language] ?? "");
        expect(markdown).toContain(text?.[language] ?? "");
      }
    }
    expect(JSON.parse(codebookDocument(book, language, "json"))).toEqual(book);
  },
);
