import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runTyped } from "../example/run-typed.ts";

let folder = "";
const first = `I: Welche Vorgaben gibt es?
E1: Vorschreiben können wir das niemandem. 😀 Ohne Betriebsrat geht nichts.

I: Und die Zeit?
E1: Niemand weiß, ob das Arbeitszeit ist.
`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mehrwert-code-"));
  await mkdir(join(folder, "transcripts"));
  await writeFile(join(folder, "transcripts/E1.txt"), first);
  await writeFile(join(folder, "transcripts/E2.md"), "**I:** Wie?\n\n**E2:** Gut.\n");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (...words: string[]) => runTyped(words, folder, { env: { MEHRWERT_CODER: "anna" } });
const begin = () => run("code", "import", "transcripts", "--codebook", "community-manager");
const events = async (name = "anna") =>
  (await readFile(join(folder, `coding/events/${name}.jsonl`), "utf8")).trimEnd().split("\n");

test("import makes a project of plain files and says what was read", async () => {
  const { exitCode, out, err } = await run(
    "code",
    "import",
    "transcripts",
    "--codebook",
    "community-manager",
    "--lang",
    "de",
  );
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  expect(out).toContain("E1: 163 Zeichen, 4 Redebeiträge (I, E1) – txt, UTF-8");
  expect(out).toContain("Projekt: coding (festgehalten unter anna)");
  expect((await readdir(join(folder, "coding"))).sort()).toEqual([
    ".gitattributes",
    ".gitignore",
    "README.md",
    "codebook.json",
    "events",
    "project.json",
    "transcripts",
  ]);
  expect(await readFile(join(folder, "coding/transcripts/E1.v1.txt"), "utf8")).toBe(first);
  const again = await begin();
  expect(again.out).toContain("E1: there already, unchanged");
  expect(await events()).toHaveLength(2);
});

test("import takes all files or none", async () => {
  await begin();
  await writeFile(join(folder, "transcripts/E1.txt"), `${first}mehr\n`);
  const changed = await begin();
  expect(changed.exitCode).toBe(1);
  expect(changed.err).toContain("“mehrwert code correct” makes a correction a new version");
  await writeFile(join(folder, "transcripts/E3.docx"), "no document");
  const broken = await run(
    "code",
    "import",
    "transcripts",
    "--out",
    "other",
    "--codebook",
    "cop-value",
  );
  expect(broken.exitCode).toBe(1);
  expect(broken.err).toContain("E3.docx: The file is called .docx but is no such document.");
  await expect(readdir(join(folder, "other"))).rejects.toThrow();
  await rm(join(folder, "transcripts/E3.docx"));
  await writeFile(join(folder, "transcripts/e2.txt"), "E2: Ja.\n");
  const twice = await run(
    "code",
    "import",
    "transcripts",
    "--out",
    "other",
    "--codebook",
    "cop-value",
  );
  expect(twice.err).toContain("would also come from");
});

test("main categories can come from an interview guide", async () => {
  await run("code", "import", "transcripts", "--guide", "interview-guide-value");
  const { out } = await run("code", "show", "coding", "--format", "json");
  expect(JSON.parse(out).codebook.codes.map(({ id }: { id: string }) => id)).toEqual([
    ...["entry", "value", "results", "barriers", "leadership", "change", "end"],
  ]);
});

test("add codes a passage by its words, list gives it back letter for letter", async () => {
  await begin();
  const words = "😀 Ohne Betriebsrat geht nichts.";
  const added = await run(
    "code",
    "add",
    "coding",
    "E1",
    "F1.2",
    "--text",
    words,
    "--polarity",
    "-",
    "--memo",
    "klar",
  );
  expect(added).toMatchObject({ exitCode: 0, err: "" });
  const { out, err } = await run("code", "list", "coding", "--format", "json", "--lang", "de");
  expect(err).toBe("");
  const [coding] = JSON.parse(out).codings;
  expect(coding).toMatchObject({
    ...{ document: "E1", version: 1, text: words, code: "F1.2", coder: "anna", polarity: "-" },
    ...{
      codePath: "Rahmenbedingungen > Mitbestimmung",
      line: 2,
      turn: 2,
      speaker: "E1",
      memos: ["klar"],
    },
  });
  expect([...first].slice(coding.start, coding.end).join("")).toBe(words);
  const csv = (await run("code", "list", "coding", "--format", "csv")).out;
  expect(csv.split("\r\n")[1]).toContain(`${coding.start},${coding.end}`);
});

test.each([
  ["E9", "F1.1", "--turn", "2", "There is no transcript “E9”."],
  ["E1", "F9", "--turn", "2", "There is no code “F9”."],
  ["E1", "F1", "--turn", "2", "F1 is a heading and is not coded."],
  ["E1", "F1.1", "--turn", "9", "There is no such turn."],
  ["E1", "F1.1", "--line", "3", "There is no such line, or it is empty."],
  ["E1", "F1.1", "--text", "niemals", "These words are not in the transcript."],
  ["E1", "F1.1", "--text", "E1", "stand in the transcript several times, on lines 2, 5"],
  ["E1", "F1.1", "--polarity", "good", "“good” is no polarity."],
])("add %s %s %s %s is refused with reason and advice, and changes nothing", async (...typed) => {
  await begin();
  const sentence = typed.pop() ?? "";
  const { exitCode, err, out } = await run("code", "add", "coding", ...typed);
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
  expect(err).toContain(sentence);
  expect(err).toContain("→");
  expect(await events()).toHaveLength(2);
});

test("a table of codings is taken in as one run, all or none; its own list can be read again", async () => {
  await begin();
  const table = `document;code;text;coder;polarity
E1;F1.1;Vorschreiben können wir das niemandem;anna;positive
E1;F2.4;Niemand weiß, ob das Arbeitszeit ist.;ben;-
`;
  await writeFile(join(folder, "codings.csv"), `${table}E1;F1.1;gibt es gar nicht;anna;\n`);
  const refused = await run("code", "add", "coding", "--from", "codings.csv");
  expect(refused.err).toContain("codings.csv:4: These words are not in the transcript.");
  expect(await events()).toHaveLength(2);
  await writeFile(join(folder, "codings.csv"), table);
  expect((await run("code", "add", "coding", "--from", "codings.csv")).out).toContain("Coded: 2.");
  const listed = await run("code", "list", "coding", "--out", "list.csv");
  expect(listed.exitCode).toBe(0);
  const again = await run("code", "add", "coding", "--from", "list.csv");
  expect(again.out).toContain("Coded: 0, there already: 2.");
  await run("code", "undo", "coding");
  const { out } = await run("code", "list", "coding", "--format", "json");
  expect(JSON.parse(out).codings).toEqual([]);
  expect((await run("code", "add", "coding", "--from", "list.csv")).out).toContain("Coded: 2.");
});

test("remove and undo go back and forth, and the log tells all of it", async () => {
  await begin();
  const added = await run("code", "add", "coding", "E1", "F1.1", "--turn", "2");
  const id = /\((\w{8})\)/.exec(added.out)?.[1] ?? "";
  expect((await run("code", "remove", "coding", id)).out).toContain("Removed: 1.");
  expect((await run("code", "remove", "coding", id)).exitCode).toBe(1);
  expect((await run("code", "undo", "coding")).out).toContain(`coding ${id} removed`);
  const { out } = await run("code", "list", "coding", "--format", "json");
  expect(JSON.parse(out).codings).toHaveLength(1);
  const log = JSON.parse((await run("code", "log", "coding", "--format", "json")).out);
  const kinds = log.events.map(({ change }: { change: { kind: string } }) => change.kind);
  expect(kinds).toEqual([
    "document-added",
    "document-added",
    "coding-added",
    "coding-removed",
    "undone",
  ]);
  // Undoing the undo removes it again.
  const undo = log.events.at(-1).id.slice(0, 8);
  await run("code", "undo", "coding", undo);
  expect(JSON.parse((await run("code", "list", "coding", "--format", "json")).out).codings).toEqual(
    [],
  );
  expect((await run("code", "undo", "coding", undo)).err).toContain("was taken back already");
  expect((await run("code", "undo", "coding", "ffff")).exitCode).toBe(1);
});

test("show gives project, transcript and code, in both languages and every format", async () => {
  await begin();
  await run(
    "code",
    "add",
    "coding",
    "E1",
    "F1.1",
    "--text",
    "Vorschreiben können wir das niemandem",
  );
  const document = await run("code", "show", "coding", "E1", "--lang", "de");
  expect(document.out).toContain("⟦1 Vorschreiben");
  expect(document.out).toContain("1:\u00a0F1.1 anna");
  const code = await run("code", "show", "coding", "F1", "--lang", "en");
  expect(code.out).toContain("1 coding in 1 transcript, with all codes below.");
  const all = await run("code", "show", "coding", "--all", "report");
  expect(all.exitCode).toBe(0);
  expect((await readdir(join(folder, "report"))).sort()).toEqual([
    "project.csv",
    "project.html",
    "project.json",
    "project.md",
  ]);
  const unknown = await run("code", "show", "coding", "E9", "--lang", "de");
  expect(unknown).toMatchObject({ exitCode: 1, out: "" });
  expect(unknown.err).toContain("Transkripte: E1, E2.");
  for (const language of ["de", "en"]) {
    const { out } = await run("code", "show", "coding", "E1", "--lang", language);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  }
});

test("check names codings that break the rules of the codebook", async () => {
  await begin();
  expect(await run("code", "check", "coding")).toMatchObject({ exitCode: 0 });
  await run("code", "add", "coding", "E1", "F1.1", "--turn", "2");
  // Codes of another group, and of another person, may stand on the same passage.
  await run("code", "add", "coding", "E1", "F2.3", "--text", "niemandem");
  await run("code", "add", "coding", "E1", "F1.2", "--text", "niemandem", "--coder", "ben");
  expect(await run("code", "check", "coding")).toMatchObject({ exitCode: 0 });
  const second = await run("code", "add", "coding", "E1", "F1.2", "--text", "Ohne Betriebsrat");
  expect(second.out).toContain("overlap but exclude each other in F1");
  await run("code", "add", "coding", "E1", "F2.4", "--line", "4-5");
  const { exitCode, out, err } = await run("code", "check", "coding", "--lang", "de");
  expect(exitCode).toBe(1);
  expect(out).toContain("reicht über 2 Redebeiträge");
  expect(err).toContain("Anzusehen: 2.");
});

test.each([
  [["import", "transcripts"], 2, "A new one needs --codebook or --guide"],
  [["import", "nowhere", "--codebook", "cop-value"], 1, "There is no"],
  [["import", "transcripts", "--codebook", "x"], 1, "it holds: community-manager, cop-value"],
  [
    ["import", "transcripts", "--codebook", "cop-value", "--as", "Anna Müller"],
    2,
    "such as anna-mueller",
  ],
  [["import", "transcripts", "--codebook", "a", "--guide", "b"], 2, "exclude each other"],
  [["show", "nowhere"], 1, "is no coding project"],
  [["add", "coding"], 2, "Name transcript and code"],
  [["list"], 2, "Something is missing"],
  [["nonsense"], 2, "There is no command"],
])("mehrwert code %j ends with a sentence of ours", async (words, code, sentence) => {
  const { exitCode, err } = await run("code", ...words);
  expect(exitCode).toBe(code);
  expect(err).toContain(sentence);
});

test("help is German where German is asked for", async () => {
  const names = [
    ...["import", "show", "list", "add", "change", "remove", "correct", "review", "memo", "cases"],
    ...["undo", "log", "check", "codebook", "codebook add", "codebook split"],
  ];
  for (const name of names) {
    const help = (await run("code", ...name.split(" "), "--help", "--lang", "de")).out;
    expect(help).toContain("Aufruf:");
    expect(help).not.toMatch(
      /[<[](folder|file|files|transcript|words|numbers|names|name|id|what)[>\]. ]/,
    );
  }
});

test("the codebook grows while coding: add, split, move, merge, remove, version, each one undo away", async () => {
  await begin();
  const book = (...words: string[]) =>
    run("code", "codebook", words[0] ?? "", "coding", ...words.slice(1));
  expect((await book("add", "F1.7", "--label", "Tempo", "--parent", "F1")).err).toContain(
    "needs a reason: --memo",
  );
  expect(
    (await book("add", "F1.7", "--label", "Tempo", "--parent", "F1", "--memo", "kam zweimal")).out,
  ).toContain("state 1.0.0+1");
  await run("code", "add", "coding", "E1", "F1.7", "--text", "Vorschreiben");
  await run("code", "add", "coding", "E1", "F1.7", "--text", "Betriebsrat");
  const listed = async () => {
    const { out } = await run("code", "list", "coding", "--format", "json");
    return JSON.parse(out).codings.map(
      ({ text, code }: { text: string; code: string }) => `${text} ${code}`,
    );
  };
  const first = JSON.parse((await run("code", "list", "coding", "--format", "json")).out)
    .codings[0];
  await book(
    "split",
    "F1.7",
    "--part",
    "F1.8",
    "--label",
    "Neu",
    "--memo",
    "x",
    "--codings",
    first.id.slice(0, 8),
  );
  expect(await listed()).toEqual(["Vorschreiben F1.8", "Betriebsrat F1.7"]);
  await book("move", "F1.8", "--to", "O");
  await book("merge", "F1.7", "--into", "F1.2", "--note", "dasselbe");
  expect(await listed()).toEqual(["Vorschreiben F1.8", "Betriebsrat F1.2"]);
  expect((await book("remove", "F1.8")).err).toContain("F1.8 has 1 codings.");
  expect((await book("remove", "F1.8", "--force")).out).toContain("1 codings set aside");
  expect(await listed()).toEqual(["Betriebsrat F1.2"]);
  await run("code", "undo", "coding");
  expect(await listed()).toEqual(["Vorschreiben F1.8", "Betriebsrat F1.2"]);
  await book("change", "F1.8", "--definition", "Wie schnell es geht.");
  expect((await book("version", "1.1.0", "--note", "nach der Probe")).out).toContain(
    "state 1.1.0.",
  );
  const shown = JSON.parse((await run("code", "show", "coding", "--format", "json")).out);
  expect(shown.codebook.history.map(({ kind }: { kind: string }) => kind)).toEqual([
    "added",
    "split",
    "moved",
    "merged",
    "changed",
  ]);
  expect(shown.codebook.codes.find(({ id }: { id: string }) => id === "F1.8").parent).toBe("O");
  expect((await run("code", "show", "coding", "F1.8")).out).toContain("Memo (anna): x");
});

test.each([
  [["add", "coding", "F1.1", "--label", "x", "--deductive"], 1, "There is a code “F1.1” already."],
  [["add", "coding", "a b", "--label", "x", "--deductive"], 2, "what does not fit: id"],
  [["add", "coding", "N", "--colour", "red", "--deductive"], 2, "what does not fit: colour"],
  [["move", "coding", "F9", "--to", "O"], 1, "There is no code “F9”."],
  [["merge", "coding", "F1.1", "--into", "F1.1"], 2, "Name another code"],
  [["change", "coding", "F1.1"], 2, "What to change is missing"],
  [["version", "coding", "2"], 2, "does not have the form 1.1.0"],
])(
  "code codebook %j ends with a sentence of ours and changes nothing",
  async (words, code, sentence) => {
    await begin();
    const { exitCode, err } = await run("code", "codebook", ...words);
    expect(exitCode).toBe(code);
    expect(err).toContain(sentence);
    expect(await events()).toHaveLength(2);
  },
);

test("memos on anything are written, shown and deleted", async () => {
  await begin();
  const added = await run("code", "add", "coding", "E1", "F1.1", "--turn", "2");
  const id = /\((\w{8})\)/.exec(added.out)?.[1] ?? "";
  for (const on of ["project", "E1", "F1.1", id]) {
    const { out, exitCode } = await run("code", "memo", "coding", on, "Notiz", "zu", on);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^Memo \w{8} written\.$/m);
  }
  const { memos } = JSON.parse((await run("code", "show", "coding", "--format", "json")).out);
  expect(memos.map(({ about }: { about: { kind: string } }) => about.kind)).toEqual([
    "project",
    "document",
    "code",
    "coding",
  ]);
  expect((await run("code", "show", "coding", "E1")).out).toContain("Notiz zu E1");
  await run("code", "memo", "coding", memos[0].id.slice(0, 8), "--remove");
  const after = JSON.parse((await run("code", "show", "coding", "--format", "json")).out);
  expect(after.memos).toHaveLength(3);
  expect((await run("code", "memo", "coding", "F9", "x")).exitCode).toBe(1);
  expect((await run("code", "memo", "coding", "E1")).err).toContain(
    "What you want to note is missing.",
  );
});

test("cases come from a table and go back to one", async () => {
  await begin();
  const table = "case,documents,pseudonym,group\nK1,E1|E2,ab12,company\n";
  await writeFile(join(folder, "cases.csv"), table);
  expect((await run("code", "cases", "coding", "--from", "cases.csv")).out).toBe("Changed: 1.\n");
  expect((await run("code", "cases", "coding", "--from", "cases.csv")).out).toBe("Changed: 0.\n");
  await writeFile(join(folder, "variables.csv"), "document;size\nE1;big\n");
  await run("code", "cases", "coding", "--from", "variables.csv");
  const { out } = await run("code", "cases", "coding", "--format", "csv");
  expect(out).toBe("case,documents,pseudonym,group,size\r\nK1,E1|E2,ab12,company,big\r\n");
  await writeFile(join(folder, "bad.csv"), "case,documents\nK2,E9\n");
  const bad = await run("code", "cases", "coding", "--from", "bad.csv", "--lang", "de");
  expect(bad.err).toContain("bad.csv:2: Das Transkript „E9“ gibt es nicht.");
  await writeFile(join(folder, "bad.csv"), "name\nK2\n");
  expect((await run("code", "cases", "coding", "--from", "bad.csv")).err).toContain(
    "case or document is missing",
  );
});
