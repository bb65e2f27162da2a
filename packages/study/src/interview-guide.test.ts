import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { readInterviewGuideFiles } from "./instrument-folder.ts";
import {
  type InterviewGuide,
  interviewGuideJsonSchema,
  parseInterviewGuide,
} from "./interview-guide.ts";
import { interviewGuideDocument } from "./interview-guide-document.ts";

const folder = new URL("../../../instruments/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), "utf8");
const slugs = readdirSync(folder).filter((name) => name.startsWith("interview-guide-"));
const files = slugs.map((slug) => `${slug}/1.0.0/interview-guide.json`);

function shipped(slug = "interview-guide-value"): InterviewGuide {
  const parsed = parseInterviewGuide(JSON.parse(read(`${slug}/1.0.0/interview-guide.json`)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

/** What is said of the shipped guide after a change; paths only. */
function complaints(change: (guide: InterviewGuide) => object): string[] {
  const parsed = parseInterviewGuide({ ...shipped(), ...change(shipped()) });
  return (parsed.ok ? parsed.warnings : parsed.issues).map(({ path }) => path);
}

const [first, ...rest] = shipped().blocks;
const entry = first ?? { id: "", title: { de: "", en: "" }, minutes: 1, questions: [], codes: [] };

test("every shipped guide is in its place and without a single warning", () => {
  const results = readInterviewGuideFiles(files.map((file) => ({ file, text: read(file) })));
  expect(results.map(({ result }) => (result.ok ? result.warnings : result.issues))).toEqual([
    ...[[], [], []],
  ]);
  const [moved] = readInterviewGuideFiles([
    { file: "elsewhere/1.0.0/interview-guide.json", text: read(files[0] ?? "") },
  ]);
  expect(moved?.result).toMatchObject({ ok: false, issues: [{ path: "/version" }] });
});

test("the committed JSON Schema is generated from the zod schema, and every guide fits it", () => {
  const committed = JSON.parse(read("interview-guide.schema.json"));
  expect(
    committed,
    "run: node --import tsx packages/study/scripts/write-interview-guide-json-schema.ts",
  ).toEqual(JSON.parse(JSON.stringify(interviewGuideJsonSchema())));
  const byJsonSchema = z.fromJSONSchema(committed);
  for (const file of files) {
    expect(byJsonSchema.safeParse(JSON.parse(read(file))).error?.issues ?? []).toEqual([]);
  }
});

test("a guide is refused for unknown codes, wrong minutes, names used twice, untold rights", () => {
  expect(complaints(() => ({}))).toEqual([]);
  expect(complaints(() => ({ blocks: [{ ...entry, codes: ["V9"] }, ...rest] }))).toEqual([
    "/blocks/0/codes/0",
  ]);
  expect(complaints(() => ({ blocks: [{ ...entry, minutes: 6 }, ...rest] }))).toEqual([
    "/durationMinutes",
  ]);
  expect(complaints(() => ({ blocks: [{ ...entry, id: "value" }, ...rest] }))).toEqual([
    "/blocks/1/id",
  ]);
  expect(complaints(({ opening }) => ({ opening: opening.slice(0, -1) }))).toEqual(["/opening"]);
  expect(complaints(() => ({ languages: ["de"] }))).toEqual(["/languages"]);
});

test("a guide is refused for codes of another form and texts in one language", () => {
  expect(complaints(() => ({ blocks: [{ ...entry, codes: ["v-1"] }, ...rest] }))).toEqual([
    "/blocks/0/codes/0",
  ]);
  expect(complaints(() => ({ title: { de: "Nur deutsch" } }))).toEqual(["/title/en"]);
  expect(parseInterviewGuide("text").ok).toBe(false);
  expect(parseInterviewGuide(JSON.parse('{"__proto__": 1}')).ok).toBe(false);
});

test("codes that no block brings up, and blocks without codes, are warned of", () => {
  expect(complaints(() => ({ blocks: [{ ...entry, codes: [] }, ...rest] }))).toEqual([
    "/blocks/0/codes",
  ]);
  const more = { id: "O1", label: { de: "Ausblick", en: "outlook" } };
  expect(complaints(({ codes }) => ({ codes: [...codes, more] }))).toEqual(["/codes/41"]);
});

test.each(["de", "en"] as const)(
  "a printed guide in %s holds every question and code",
  (language) => {
    const guide = shipped();
    const markdown = interviewGuideDocument(guide, language, "md");
    const html = interviewGuideDocument(guide, language, "html");
    for (const { text, followUps } of guide.blocks.flatMap(({ questions }) => questions)) {
      for (const each of [text, ...followUps]) {
        expect(html).toContain(each[language]);
        expect(markdown).toContain(each[language]);
      }
    }
    for (const { id, label } of guide.codes) {
      expect(html).toContain(`<b>${id}</b> ${label[language]}`);
      expect(markdown).toContain(`- [ ] ${id} ${label[language]}`);
    }
    expect(JSON.parse(interviewGuideDocument(guide, language, "json"))).toEqual(guide);
  },
);

test("texts of a guide never become markup", () => {
  const guide = { ...shipped(), title: { de: "<b>*x*</b>", en: "<b>*x*</b>" } };
  expect(interviewGuideDocument(guide, "de", "html")).toContain("<h1>&lt;b&gt;*x*&lt;/b&gt;</h1>");
  expect(interviewGuideDocument(guide, "de", "md")).toContain("# \\<b\\>\\*x\\*\\</b\\>");
});
