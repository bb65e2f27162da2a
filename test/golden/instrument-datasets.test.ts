import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { scoresOf, seededRandom } from "@mehrwert/analysis";
import {
  buildDataset,
  dataDictionaryDocument,
  datasetFiles,
  definitionHash,
  demoResponses,
  demoStudy,
  type Instrument,
  parseDataset,
  parseInstrument,
} from "@mehrwert/study";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../instruments/", import.meta.url));

/** Versions of every instrument, by slug, oldest first. */
const instruments = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name: slug }) => ({ slug, versions: versionsOf(slug) }))
  .filter(({ versions }) => versions.length > 0);

function versionsOf(slug: string): Instrument[] {
  const number = new Intl.Collator("en", { numeric: true });
  const versions = readdirSync(`${folder}${slug}`).filter((name) => /^\d+\.\d+\.\d+$/.test(name));
  return versions.sort(number.compare).flatMap((version) => {
    const text = readInstrument(`${folder}${slug}/${version}/instrument.json`);
    if (text === undefined) return [];
    const parsed = parseInstrument(JSON.parse(text));
    if (!parsed.ok) throw new Error(`${slug} ${version} is no instrument`);
    return [parsed.value];
  });
}

/** A guide for interviews has no instrument. */
function readInstrument(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

test.each(instruments)(
  "$slug: answers to all its versions become a dataset that is read back, scored and documented",
  async ({ versions }) => {
    const random = seededRandom(11);
    const fielded = await Promise.all(
      versions.map(async (instrument) => ({ instrument, hash: await definitionHash(instrument) })),
    );
    const current = fielded.at(-1);
    if (current === undefined) throw new Error("no version");
    const study = {
      ...demoStudy(current.instrument, current.hash),
      earlierVersions: fielded.slice(0, -1).map(({ instrument, hash }) => ({
        instrumentVersion: instrument.mehrwert.version,
        definitionHash: hash,
      })),
    };
    const dataset = buildDataset({
      ...{ study, instruments: versions },
      responses: fielded.flatMap(({ instrument, hash }) => demoResponses(instrument, hash, random)),
      createdOn: "2026-11-23",
      softwareVersion: "0.1.0",
    });
    const files = await datasetFiles(dataset);
    const back = await parseDataset(new Map(files.map(({ name, text }) => [name, text])));
    expect(back.ok ? [] : back.issues).toEqual([]);
    if (!back.ok) return;
    expect(back.value.dictionary).toEqual(dataset.dictionary);
    const scores = scoresOf(back.value);
    expect(scores.indices).toHaveLength(dataset.dictionary.indices?.length ?? 0);
    for (const { id, n } of scores.constructs) expect([id, n > 0]).toEqual([id, true]);
    const codebook = dataDictionaryDocument(back.value.dictionary, "de", "xml");
    expect(codebook.match(/<var /g)).toHaveLength(dataset.dictionary.variables.length);
  },
);
