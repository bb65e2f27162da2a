import { codeSubtree, codingProject } from "@mehrwert/study";
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryCodingProject } from "../../example/arbitrary-coding-project.ts";
import {
  accepted,
  exported,
  type MemoryProject,
  materialOf,
} from "../../example/exchange-material.ts";
import { exchangeProblems, opened } from "../../example/exchange-problems.ts";
import { excerptText } from "../material.ts";
import type { Deviation } from "./deviation.ts";

/** What every coding says, in words that no import may change. */
async function codingsOf(memory: MemoryProject) {
  const material = await materialOf(memory);
  const { assignments, codebook } = material.project;
  return assignments
    .filter(({ excerpt }) => isPresent(memory, excerpt))
    .map(({ id, excerpt, code, coder, added }) => ({
      ...{ id, coder, at: added.at, start: excerpt.start, end: excerpt.end },
      text: excerptText(material, excerpt),
      label: codebook.codes.find((each) => each.id === code)?.label.de,
    }));
}

/** Memos that are notes there, and what variables say of documents and cases. */
async function notesOf(memory: MemoryProject) {
  const { memos, documents, cases } = (await materialOf(memory)).project;
  const names = new Map(documents.map(({ id, title }) => [id, title ?? id]));
  return {
    memos: new Set(
      memos.flatMap(({ id, about, text, person, at }) =>
        about.kind === "case" ? [] : [{ id, text, person, at }],
      ),
    ),
    documents: documents.map(({ title, id, variables, versions }) => ({
      ...{ name: title ?? id, variables, by: versions[0]?.person, at: versions[0]?.at },
    })),
    cases: cases.map((each) => ({
      ...each,
      documents: each.documents.flatMap((id) => names.get(id) ?? []),
    })),
  };
}

function isPresent(
  { texts }: MemoryProject,
  { document, version }: { document: string; version: number },
) {
  return texts.every((each) => each.document !== document || each.version <= version);
}

/** Made-up projects code with headings and call texts alike; an import says so. */
function unforeseen(deviations: readonly Deviation[]): Deviation[] {
  return deviations.filter(({ kind }) => kind !== "coded-heading" && kind !== "duplicate-name");
}

test("export, import, export gives the same bytes, valid by the schema, for any project", async () => {
  let [codings, memos, cases, corrected] = [0, 0, 0, 0];
  await fc.assert(
    fc.asyncProperty(arbitraryCodingProject, async (memory) => {
      const first = await exported(memory);
      expect(exchangeProblems(opened(first.bytes).xml, "project")).toEqual([]);
      const { project, deviations, counts } = await accepted(first.bytes);
      expect(unforeseen(deviations)).toEqual([]);
      const second = await exported(project);
      expect(second.bytes).toEqual(first.bytes);
      expect(await codingsOf(project)).toEqual(await codingsOf(memory));
      expect(await notesOf(project)).toEqual(await notesOf(memory));
      codings += counts.codings;
      memos += counts.memos;
      cases += counts.cases;
      corrected += memory.texts.filter(({ version }) => version > 1).length;
    }),
    { numRuns: 300, seed: 20_261_128 },
  );
  // The property says nothing if the projects are empty.
  expect(Math.min(codings, memos, cases, corrected)).toBeGreaterThan(100);
});

test("with the native file even codes, polarity and ids come back", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryCodingProject, async (memory) => {
      const { bytes, native } = await exported(memory);
      const { project, deviations } = await accepted(bytes, { native });
      expect(unforeseen(deviations)).toEqual([]);
      const { codebook } = codingProject(memory.codebook, memory.events);
      // Codes come back branch by branch; the order within a branch is kept.
      expect(project.codebook).toEqual({ ...codebook, codes: codeSubtree(codebook) });
      expect((await exported(project)).bytes).toEqual(bytes);
    }),
    { numRuns: 100, seed: 7 },
  );
});
