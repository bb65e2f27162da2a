import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seededRandom } from "@mehrwert/analysis";
import {
  buildDataset,
  datasetFiles,
  definitionHash,
  demoResponses,
  demoSeed,
  demoStudy,
  parseInstrument,
} from "@mehrwert/study";
import { afterAll, expect, test } from "vitest";
import { runTyped } from "../../analysis/src/example/run-typed.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const study = "analysis/example/community-manager-interviews";
const folder = mkdtempSync(join(tmpdir(), "mehrwert-golden-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a person gets who types this in the project's folder. */
async function typed(...words: string[]): Promise<string> {
  const env = { MEHRWERT_CODER: "ada" };
  const { exitCode, out, err } = await runTyped(words, root, { env });
  expect({ exitCode, err }, words.join(" ")).toEqual({ exitCode: 0, err: "" });
  return out;
}

type Category = {
  code: string;
  quantifier: string;
  units: string[];
  polarity: Record<string, number>;
};

async function categories(...words: string[]): Promise<Map<string, Category>> {
  const { categories: list } = JSON.parse(
    await typed("code", "table", ...words, "--format", "json"),
  );
  return new Map(list.map((each: Category) => [each.code, each]));
}

// A change of these files is a change of results: say in the commit which table moves, where to and why.
test.each(["de", "en"])(
  "the result tables of the interview study in %s are the committed ones",
  async (language) => {
    const shown = (...words: string[]) =>
      typed("code", ...words, "--lang", language, "--format", "markdown");
    const tables = await shown("table", study, "--coder", "ada", "--by", "group");
    await expect(tables).toMatchFileSnapshot(`coding-categories.${language}.md`);
    const tree = await shown(
      "table",
      study,
      "--coder",
      "ada",
      "--by",
      "group",
      "--view",
      "tree",
      "--code",
      "F3",
    );
    await expect(tree).toMatchFileSnapshot(`coding-requirements.${language}.md`);
  },
);

test("F1 to F3 come out as the study they are modelled on states them", async () => {
  const found = await categories(study, "--coder", "ada");
  const quantifier = (code: string) => found.get(code)?.quantifier;
  // F1: voluntariness is the one condition that all name; works council and data protection explain it.
  expect(quantifier("F1.1")).toBe("all");
  for (const code of ["F1.2", "F1.3"]) expect(quantifier(code)).toBe("several");
  expect(found.get("F1.2")?.units.filter((unit) => /^E[1-5]$/.test(unit))).toHaveLength(5);
  // F2: five kinds of incentives, with the words of the report.
  expect(quantifier("F2.1")).toBe("nearly-all");
  expect(quantifier("F2.1.3")).toBe("individual");
  expect([quantifier("F2.2.2"), quantifier("F2.2.3")]).toEqual(["several", "several"]);
  expect(quantifier("F2.5")).toBe("all");
  // None of the companies has a clear rule on time.
  expect(found.get("F2.4")?.units).toEqual(expect.arrayContaining(["E1", "E2", "E3", "E4", "E5"]));
  expect(found.get("F2.4")?.polarity["+"]).toBe(0);
  // F3: all see incentives as the community manager's task, and all 23 requirements come up.
  expect(quantifier("F3.2.1")).toBe("all");
  const leaves = [...found.values()].filter(({ code }) => /^F3\.\d\.\d$/.test(code));
  expect(leaves).toHaveLength(23);
  expect(leaves.filter(({ units }) => units.length === 0)).toEqual([]);
  // The second coder alone finds all of them, too, and the same words for F1.1, F2.4, F3.2.1.
  const other = await categories(study, "--coder", "ben");
  expect(
    [...other.values()].filter(
      ({ code, units }) => /^F3\.\d\.\d$/.test(code) && units.length === 0,
    ),
  ).toEqual([]);
  for (const code of ["F2.4", "F3.2.1"]) expect(other.get(code)?.quantifier).toBe(quantifier(code));
});

test("sums of the matrix reconcile with the list of codings, and rules are kept", async () => {
  expect(await typed("code", "check", study)).toBe("Readable: 8 transcripts, 370 codings.\n");
  const { codings } = JSON.parse(await typed("code", "list", study, "--format", "json"));
  const { counts, total } = JSON.parse(
    await typed("code", "table", study, "--view", "cases", "--format", "json"),
  );
  const sum = counts.flat().reduce((all: number, count: number) => all + count, 0);
  expect([total, sum]).toEqual([codings.length, codings.length]);
});

test("the study can be made anew from its transcripts and the list of its codings", async () => {
  const transcripts = join(folder, "transcripts");
  cpSync(join(root, study, "transcripts"), transcripts, { recursive: true });
  for (const name of readdirSync(transcripts)) {
    cpSync(join(transcripts, name), join(transcripts, name.replace(".v1", "")));
    rmSync(join(transcripts, name));
  }
  const list = await typed("code", "list", study, "--format", "csv");
  writeFileSync(join(folder, "codings.csv"), list.replaceAll(",O3,", ",O1,"));
  const project = join(folder, "anew");
  await typed("code", "import", transcripts, "--codebook", "community-manager", "--out", project);
  // What was coded with the inductive code stands on passages of its own.
  expect(await typed("code", "add", project, "--from", join(folder, "codings.csv"))).toContain(
    "Coded: 370.",
  );
  const before = JSON.parse(await typed("code", "list", study, "--format", "json")).codings;
  const after = JSON.parse(await typed("code", "list", project, "--format", "json")).codings;
  const key = (each: { [name: string]: unknown }) =>
    [each.document, each.start, each.end, each.text, each.coder, each.polarity].join("|");
  expect(after.map(key).sort()).toEqual(before.map(key).sort());
});

test.each(["de", "en"])(
  "the joint display of interviews and demo survey in %s is the committed one",
  async (language) => {
    const data = join(folder, `data-${language}`);
    const instrumentFile = join(root, "instruments/value-drivers/1.0.0/instrument.json");
    const parsed = parseInstrument(JSON.parse(await readFile(instrumentFile, "utf8")));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const hash = await definitionHash(parsed.value);
    const dataset = buildDataset({
      study: demoStudy(parsed.value, hash),
      instruments: [parsed.value],
      responses: demoResponses(parsed.value, hash, seededRandom(demoSeed)),
      createdOn: "2026-11-23",
      softwareVersion: "0.1.0",
    });
    mkdirSync(data);
    for (const { name, text } of await datasetFiles(dataset)) writeFileSync(join(data, name), text);
    const project = "analysis/example/value-interviews";
    const shown = await typed(
      "code",
      "joint",
      project,
      "--data",
      data,
      "--lang",
      language,
      "--format",
      "markdown",
    );
    await expect(shown).toMatchFileSnapshot(`coding-joint-display.${language}.md`);
    // Suggestions are no codings: the joint display does not know them.
    const copy = join(folder, `suggested-${language}`);
    cpSync(join(root, project), copy, { recursive: true });
    expect(await typed("code", "suggest", copy, "--format", "csv")).toContain("cop-value");
    const joint = ["code", "joint", copy, "--data", data, "--lang", language];
    expect(await typed(...joint, "--format", "markdown")).toBe(shown);
    const { rows } = JSON.parse(
      await typed("code", "joint", project, "--data", data, "--format", "json"),
    );
    expect(rows).toHaveLength(8);
    for (const row of rows) {
      expect(row.code).not.toBeNull();
      expect(row.documents.length).toBeGreaterThan(0);
      // P4 asked not to be quoted.
      expect(row.quotation.document).not.toBe("P4");
    }
  },
);
