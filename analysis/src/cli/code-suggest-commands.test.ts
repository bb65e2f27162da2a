import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newCodingProject } from "../example/coding-project.ts";
import { runTyped } from "../example/run-typed.ts";

let folder = "";
const study = fileURLToPath(new URL("../../example/community-manager-interviews", import.meta.url));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-suggest-"));
  await cp(study, join(folder, "coding"), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const now = () => new Date("2026-11-28T18:00:00.000Z");
const run = (...words: string[]) =>
  runTyped(words, folder, { env: { MEHRWERT_CODER: "cora" }, now });
async function json(...words: string[]) {
  const { exitCode, out, err } = await run(...words, "--format", "json");
  expect({ exitCode, err }, words.join(" ")).toEqual({ exitCode: 0, err: "" });
  return JSON.parse(out);
}
const suggest = (...words: string[]) => json("code", "suggest", "coding", ...words);
const open = async () => (await json("code", "suggestions", "list", "coding")).suggestions;
type Line = { id: string; code: string; text: string; name: string; score: number; state: string };

/** Every command that counts, lists, compares or gives away codings. */
const places = [
  ["code", "list", "coding"],
  ["code", "find", "coding", "F1 or F2 or F3 or O"],
  ["code", "table", "coding", "--by", "group"],
  ["code", "table", "coding", "--view", "tree", "--by", "group", "--code", "F3"],
  ["code", "table", "coding", "--view", "cooccurrence"],
  ["code", "table", "coding", "--view", "cases"],
  ["code", "table", "coding", "--view", "saturation"],
  ["code", "agree", "coding"],
  ["code", "show", "coding"],
  ["code", "show", "coding", "E1"],
  ["code", "show", "coding", "F1.1"],
  ["code", "check", "coding"],
  ["code", "cases", "coding"],
  ["code", "export", "coding", "codebook"],
  ["code", "export", "coding", "protocol"],
  ["code", "export", "coding", "excerpts"],
  ["code", "export", "coding", "coreq"],
];

test("no count, list, agreement or export knows a suggestion before a person accepts it", async () => {
  const seen = async () => {
    const all: Record<string, string> = {};
    for (const words of places) all[words.join(" ")] = (await run(...words)).out;
    return all;
  };
  // The protocol tells what was done; but for that, it is the same.
  const untold = (all: Record<string, string>) => {
    const protocol = "code export coding protocol";
    const lines = (all[protocol] ?? "").split("\n");
    const isTold = (line: string) =>
      / \| cora \| (\d+ suggestions made|suggestion \w+ rejected)/.test(line);
    return { ...all, [protocol]: lines.filter((line) => !isTold(line)).join("\n") };
  };
  const before = await seen();
  for (const [place, out] of Object.entries(before)) expect(out, place).not.toBe("");
  const { suggestions } = await suggest();
  expect(suggestions.length).toBeGreaterThan(100);
  expect(untold(await seen())).toEqual(before);
  const some = suggestions.filter(({ code }: Line) => code === "F1.2");
  await run("code", "suggestions", "reject", "coding", ...some.map(({ id }: Line) => id));
  expect(untold(await seen())).toEqual(before);
  const [first] = suggestions.filter(({ code }: Line) => code === "F1.1");
  await run("code", "suggestions", "accept", "coding", first.id);
  const after = await seen();
  for (const place of ["code list coding", "code table coding --by group", "code show coding"]) {
    expect(after[place], place).not.toBe(before[place]);
  }
  expect(after["code show coding"]).toContain("Of these, accepted suggestions: 1");
  const agreed = await run("code", "agree", "coding", "--coders", "ada,cora", "--document", "E1");
  expect(agreed.out).toContain("Of these, accepted suggestions: cora 1");
  const others = await run("code", "agree", "coding", "--coders", "ada,ben");
  expect(others.out).not.toContain("accepted suggestions");
}, 240_000);

test("a suggestion names rule and score, and accepting it makes a coding that says so", async () => {
  const { suggestions, run: made } = await suggest("--code", "F1.1");
  expect(made).toMatchObject({ method: "dictionary", isPreview: false, known: 0 });
  const [first] = suggestions;
  expect(first).toMatchObject({
    ...{ document: "E1", code: "F1.1", by: "rule", score: 1, state: "open", person: "cora" },
    ...{ name: "verpflicht* (community-manager 1.1.0, rules 1)", run: made.id },
    text: "Das Wichtigste zuerst: Wir können niemanden verpflichten.",
  });
  const accepted = await run(
    "code",
    "suggestions",
    "accept",
    "coding",
    first.id.slice(0, 8),
    "--polarity=-",
  );
  expect(accepted.out).toContain("Accepted: 1.");
  const { codings } = await json("code", "list", "coding", "--coder", "cora");
  expect(codings).toMatchObject([
    {
      ...{ code: "F1.1", coder: "cora", polarity: "-", text: first.text },
      origin: {
        kind: "accepted-suggestion",
        by: "rule",
        name: first.name,
        score: 1,
        suggestion: first.id,
      },
    },
  ]);
  // Taking the coding back opens the suggestion again.
  await run("code", "undo", "coding");
  expect(await open()).toHaveLength(suggestions.length);
});

test("accept, reject and undo take a whole run with one command", async () => {
  const { suggestions } = await suggest("--code", "F1");
  const ofCode = (code: string) => suggestions.filter((each: Line) => each.code === code).length;
  const accepted = await run(
    "code",
    "suggestions",
    "accept",
    "coding",
    "--all",
    "--code",
    "F1.1",
    "--lang",
    "de",
  );
  expect(accepted.out).toContain(`Angenommen: ${ofCode("F1.1")}. Zurück mit`);
  const rejected = await run(
    "code",
    "suggestions",
    "reject",
    "coding",
    "--run",
    suggestions[0].run.slice(0, 8),
  );
  expect(rejected.out).toContain(`Rejected: ${suggestions.length - ofCode("F1.1")}.`);
  expect(await open()).toEqual([]);
  const all = await json("code", "suggestions", "list", "coding", "--state", "all");
  expect(all.suggestions).toHaveLength(suggestions.length);
  const undone = await run("code", "suggestions", "undo", "coding");
  expect(undone.out).toContain(
    `a run of ${suggestions.length} suggestions. Accepted of them, and still coded: ${ofCode("F1.1")}.`,
  );
  expect(
    (await json("code", "suggestions", "list", "coding", "--state", "all")).suggestions,
  ).toEqual([]);
  expect((await json("code", "list", "coding", "--coder", "cora")).codings).toHaveLength(
    ofCode("F1.1"),
  );
  // What was rejected stays rejected when it is suggested again; what was accepted is coded.
  const again = await suggest("--code", "F1");
  expect(again.run.alreadyCoded).toBe(ofCode("F1.1"));
  expect(await open()).toEqual([]);
});

test("the same project gives the same suggestions with the same ids; a second run adds none", async () => {
  const preview = await suggest("--preview");
  expect(preview.run.id).toBeNull();
  expect(await open()).toEqual([]);
  const first = await suggest();
  const bare = (lines: Line[]) =>
    lines.map(({ id, code, text, name, score }) => ({ id, code, text, name, score }));
  expect(bare(first.suggestions)).toEqual(bare(preview.suggestions));
  const second = await suggest();
  expect(second.suggestions).toEqual([]);
  expect(second.run).toMatchObject({ id: null, known: first.suggestions.length });
  await run("code", "suggestions", "undo", "coding");
  expect(bare((await suggest()).suggestions)).toEqual(bare(first.suggestions));
});

test("what a person coded already is not suggested to that person", async () => {
  const { suggestions, run: made } = await suggest("--code", "F1.1", "--as", "ada", "--preview");
  const { suggestions: all } = await suggest("--code", "F1.1", "--preview");
  expect(made.alreadyCoded).toBeGreaterThan(0);
  expect(suggestions.length + made.alreadyCoded).toBe(all.length);
});

test("suggestions of others are counted but not shown unless asked for", async () => {
  await suggest("--as", "dora", "--code", "F1.1");
  const mine = await run("code", "suggestions", "list", "coding");
  expect(mine.out).toContain("7 suggestions of others are not shown");
  expect(mine.out).not.toContain("verpflicht*");
  const theirs = await json("code", "suggestions", "list", "coding", "--by", "dora");
  expect(theirs.suggestions).toHaveLength(7);
  const refused = await run("code", "suggestions", "accept", "coding", theirs.suggestions[0].id);
  expect(refused.exitCode).toBe(1);
  // The same passages are suggested to everybody who asks; what one rejects, others still decide.
  await run("code", "suggestions", "reject", "coding", "--all", "--as", "dora");
  expect((await suggest("--code", "F1.1")).suggestions).toHaveLength(7);
  expect(await open()).toHaveLength(7);
});

test("the model shows quality with counts, refuses codes below its minimum, and stores both", async () => {
  const made = await suggest("--method", "classifier", "--code", "F1");
  expect(made.run).toMatchObject({
    ...{ minimum: { passages: 6, interviews: 4 }, basis: { coders: ["ada", "ben"] } },
    refusals: [
      { code: "F1.4", reason: "too-few", passages: 5, interviews: 5 },
      { code: "F1.5", reason: "too-few", passages: 4, interviews: 4 },
      { code: "F1.6", reason: "too-few", passages: 5, interviews: 5 },
    ],
  });
  const quality = made.run.quality.find(({ code }: { code: string }) => code === "F1.2");
  expect(quality).toEqual({
    ...{ code: "F1.2", passages: 7, interviews: 6 },
    ...{ right: 5, wrong: 0, missed: 3, precision: 1, recall: 0.625 },
  });
  const [first] = await open();
  expect(first).toMatchObject({
    by: "model",
    name: "n-gram model 1 (ada, ben; community-manager 1.1.0)",
  });
  expect(first.quality).toMatchObject({ interviews: 8 });
}, 240_000);

test("a model of too little is refused with the minimum and what there is, in both languages", async () => {
  const values = fileURLToPath(new URL("../../example/value-interviews", import.meta.url));
  await cp(values, join(folder, "values"), { recursive: true });
  const lines = async () => readFile(join(folder, "values/events/ada.jsonl"), "utf8");
  const before = await lines();
  const de = await run("code", "suggest", "values", "--method", "classifier", "--lang", "de");
  expect(de).toMatchObject({ exitCode: 1, out: "" });
  expect(de.err).toContain("Ein Code braucht mindestens 6 Stellen in 4 Interviews");
  expect(de.err).toContain("V1: 4 Stellen, 4 Interviews");
  const en = await run("code", "suggest", "values", "--method", "classifier");
  expect(en.err).toContain("A code needs at least 6 passages in 4 interviews");
  expect(await lines()).toBe(before);
});

test("a keyword that is no rule is refused where it is typed, and named where it got in otherwise", async () => {
  const typed = await run(
    "code",
    "codebook",
    "change",
    "coding",
    "F1.1",
    "--keywords",
    "gut*, a*",
    "--lang",
    "de",
  );
  expect(typed).toMatchObject({ exitCode: 2, out: "" });
  expect(typed.err).toContain("Stichwort „a*“: „a*“ fände fast jedes Wort. Schreiben Sie neben *");
  const other = await newCodingProject(join(folder, "other"), { E1: "E1: Gut.\n" });
  const { changeProject } = await import("./coding-folder/change-project.ts");
  await changeProject(other, { person: "ada", now }, () => [
    { kind: "code-changed", code: "F1.1", set: { keywords: { de: ["rat+"], en: [] } } },
  ]);
  for (const command of [["suggest"], ["kwic"]]) {
    const { exitCode, err } = await run("code", ...command, "other", "--lang", "de");
    expect(exitCode).toBe(1);
    expect(err).toContain("F1.1: Stichwort „rat+“: Das Zeichen „+“ gehört nicht in ein Stichwort.");
    expect(err).toContain("code codebook change");
  }
});

test("kwic shows words where they stand, by a rule or by keywords, and changes nothing", async () => {
  const typed = await run("code", "kwic", "coding", "niemand* ~1 verpflicht*", "--context", "20");
  expect(typed.out.replaceAll(/\s+/g, " ")).toContain("⟦niemanden verpflichten⟧");
  const { places: found } = await json("code", "kwic", "coding", "--code", "F1.1");
  expect(found[0]).toMatchObject({
    document: "E1",
    code: "F1.1",
    found: "verpflichten",
    isNegated: false,
  });
  expect(
    found.find(({ keyword }: { keyword: string }) => keyword === "vorschreib*").isNegated,
  ).toBe(true);
  const wrong = await run("code", "kwic", "coding", "zeit ~", "--lang", "de");
  expect(wrong.exitCode).toBe(2);
  expect(wrong.err).toContain("„~“ ist kein Abstand.");
  expect(await open()).toEqual([]);
});

test.each([
  [["suggest", "coding", "--method", "guess"], 2, "--method knows dictionary and classifier"],
  [["suggest", "coding", "--code", "F9"], 1, "The project knows no code F9"],
  [["suggest", "coding", "--speaker", "X"], 1, "The project knows no speaker X"],
  [["suggestions", "accept", "coding"], 2, "Name either suggestions or --all or --run"],
  [["suggestions", "reject", "coding", "--all"], 1, "There are no open suggestions that fit"],
  [["suggestions", "undo", "coding"], 1, "There is no run of suggestions of cora"],
  [["suggestions", "list", "coding", "--by", "x"], 1, "There are no suggestions of x"],
  [["suggestions", "list", "coding", "--state", "x"], 2, "--state knows open, accepted"],
  [["kwic", "coding", "x", "--code", "F1"], 2, "not both"],
])("mehrwert code %j ends with a sentence of ours", async (words, code, sentence) => {
  const { exitCode, err } = await run("code", ...words);
  expect({ exitCode, err }).toMatchObject({ exitCode: code });
  expect(err).toContain(sentence);
});

test("help is German where German is asked for; text is the table, csv and json are whole", async () => {
  for (const name of [
    "suggest",
    "kwic",
    "suggestions",
    "suggestions list",
    "suggestions accept",
    "suggestions undo",
  ]) {
    const help = (await run("code", ...name.split(" "), "--help", "--lang", "de")).out;
    expect(help).toContain("Aufruf:");
    expect(help).not.toMatch(/[<[](folder|file|names|name|id|run|number|rule|suggestions)[>\]. ]/);
  }
  const text = await run(
    "code",
    "suggest",
    "coding",
    "--code",
    "F1.1",
    "--preview",
    "--format",
    "text",
    "--lang",
    "de",
  );
  expect(text.out).toContain("Nur Vorschau: Nichts wurde festgehalten.");
  const csv = await run(
    "code",
    "suggest",
    "coding",
    "--code",
    "F1.1",
    "--preview",
    "--format",
    "csv",
  );
  expect(csv.out.split("\r\n")[1]).toContain("verpflicht* (community-manager 1.1.0, rules 1)");
});
