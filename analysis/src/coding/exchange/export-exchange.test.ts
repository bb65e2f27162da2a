import { fileURLToPath } from "node:url";
import { noExchangeRecord } from "@mehrwert/study";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { openCodingFolder } from "../../cli/coding-folder/coding-folder.ts";
import { archiveOf } from "../../example/exchange-files.ts";
import {
  accepted,
  exported,
  type MemoryProject,
  materialOf,
} from "../../example/exchange-material.ts";
import { exchangeProblems, opened } from "../../example/exchange-problems.ts";
import { codingEvents, numberedId, smallBook } from "../../example/small-coding.ts";
import { exportCodebook, exportExchange } from "./export-exchange.ts";

const empty: MemoryProject = {
  ...{ id: numberedId(1), title: "Leer", createdAt: "2026-11-28T09:00:00.000Z" },
  ...{ isSynthetic: false, codebook: { ...smallBook, codes: [] }, texts: [], events: [] },
};

async function example(name: string) {
  const path = fileURLToPath(new URL(`../../../example/${name}`, import.meta.url));
  const folder = await openCodingFolder(path);
  const { file, start, reader } = folder;
  const input = {
    ...{ material: await folder.material(), project: file, record: noExchangeRecord },
    softwareVersion: "1.2.3",
  };
  return { input, history: { start, events: reader.events() } };
}

test.each(["community-manager-interviews", "value-interviews"])(
  "%s goes out valid by both schemas, the same bytes each time, in both languages",
  async (name) => {
    const { input, history } = await example(name);
    for (const language of ["de", "en"] as const) {
      const { bytes } = exportExchange({ ...input, language }, history);
      expect(exportExchange({ ...input, language }, history).bytes).toEqual(bytes);
      const { names, xml } = opened(bytes);
      expect(names[0]).toBe("project.qde");
      expect(names.slice(1).every((each) => /^sources\/[0-9a-f-]{36}\.txt$/.test(each))).toBe(true);
      expect(exchangeProblems(xml, "project")).toEqual([]);
      const codebook = exportCodebook({ ...input, language }) ?? "";
      expect(exchangeProblems(codebook, "codebook")).toEqual([]);
      const back = await accepted(new TextEncoder().encode(codebook), { fileName: "b.qdc" });
      expect(back.counts.codes).toBe(input.material.project.codebook.codes.length);
    }
  },
);

test("the schemas refuse what is not as they say", async () => {
  const { xml } = opened((await exported(empty)).bytes);
  expect(exchangeProblems(xml.replace(' name="Leer"', ""), "project")).not.toEqual([]);
  const noCodes = '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>';
  expect(exchangeProblems(noCodes, "codebook")).not.toEqual([]);
});

test("empty projects go out valid; an empty codebook cannot", async () => {
  expect(exchangeProblems(opened((await exported(empty)).bytes).xml, "project")).toEqual([]);
  const onlyCodes = { ...empty, codebook: smallBook };
  expect(exchangeProblems(opened((await exported(onlyCodes)).bytes).xml, "project")).toEqual([]);
  const material = await materialOf(empty);
  const input = { material, project: empty, record: noExchangeRecord };
  expect(exportCodebook({ ...input, language: "de", softwareVersion: "1" })).toBeUndefined();
  expect((await exported(empty)).losses).toEqual([]);
});

test("an export holds no path and no address, whatever the other program called people", async () => {
  const record = {
    ...noExchangeRecord,
    names: { "user:ada": "ada@example.org", "user:ben": "Ben Öz" },
  };
  const memory: MemoryProject = {
    ...{ ...empty, codebook: smallBook, record },
    texts: ["D1", "D2", "D3"].map((document) => ({ document, version: 1, text: "x".repeat(50) })),
    events: codingEvents(
      [
        {
          kind: "coding-added",
          coding: {
            ...{ id: numberedId(7), code: "A1", coder: "ben", origin: { kind: "by-hand" } },
            excerpt: { document: "D1", version: 1, start: 0, end: 5 },
          },
        },
      ],
      50,
    ),
  };
  const { bytes, native } = await exported(memory);
  const everything = [
    ...Object.values(unzipSync(bytes)).map((file) => strFromU8(file)),
    JSON.stringify(native),
  ].join("\n");
  expect(everything).not.toMatch(/@|basePath|(^|[\s"'])(\/|[A-Z]:\\)\w/);
  expect(everything).toContain('name="ada"');
  expect(everything).toContain('name="Ben Öz"');
});

test("what the standard cannot carry is counted and stands in the native file", async () => {
  const { input, history } = await example("community-manager-interviews");
  const { losses, native } = exportExchange({ ...input, language: "de" }, history);
  const count = (word: string) => losses.find(({ what }) => what.en.includes(word))?.count;
  expect(count("polarity (+")).toBe(
    Object.values(native.codings).filter(({ polarity }) => polarity !== undefined).length,
  );
  expect(count("COREQ")).toBe(native.records.length);
  expect(count("events")).toBe(history.events.length);
  expect(native.history).toMatchObject({ start: history.start, events: history.events });
});

test("what was changed elsewhere wins over the native file, the rest comes from it", async () => {
  const { input, history } = await example("community-manager-interviews");
  const { bytes, native } = exportExchange({ ...input, language: "de" }, history);
  const before = input.material.project.codebook.codes;
  const { project } = await accepted(bytes, { native });
  expect(new Set(project.codebook.codes)).toEqual(new Set(before));
  const files = unzipSync(bytes);
  const [first, second] = before;
  const xml = strFromU8(files["project.qde"] ?? new Uint8Array()).replace(
    `name="${first?.label.de}"`,
    'name="Neu benannt"',
  );
  const changed = await accepted(archiveOf({ ...files, "project.qde": xml }), { native });
  expect(changed.project.codebook.codes.find(({ id }) => id === first?.id)).toEqual({
    ...first,
    label: { de: "Neu benannt", en: "Neu benannt" },
  });
  expect(changed.project.codebook.codes).toContainEqual(second);
});

test("a native file of another project is passed over", async () => {
  const { input, history } = await example("value-interviews");
  const { native } = exportExchange({ ...input, language: "de" }, history);
  const { bytes } = await exported({ ...empty, codebook: smallBook });
  const { project, deviations } = await accepted(bytes, { native });
  expect(deviations.map(({ kind }) => kind)).toEqual(["other-native-file"]);
  expect(project.codebook.title).toEqual({ de: "Leer", en: "Leer" });
});
