import { readFile } from "node:fs/promises";
import {
  rankDrivers,
  rankingDocument,
  rankingReport,
  readableJson,
  reportMarkdown,
  seededRandom,
} from "@mehrwert/analysis";
import {
  buildDataset,
  definitionHash,
  demoResponses,
  demoSeed,
  demoStudy,
  parseInstrument,
} from "@mehrwert/study";
import { expect, test } from "vitest";

const instrumentFile = new URL(
  "../../instruments/value-drivers/1.0.0/instrument.json",
  import.meta.url,
);

async function demoParts() {
  const parsed = parseInstrument(JSON.parse(await readFile(instrumentFile, "utf8")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const instrument = parsed.value;
  const hash = await definitionHash(instrument);
  const dataset = buildDataset({
    study: demoStudy(instrument, hash),
    instruments: [instrument],
    responses: demoResponses(instrument, hash, seededRandom(demoSeed)),
    createdOn: "2026-11-23",
    softwareVersion: "0.1.0",
  });
  const table = rankDrivers(dataset, { question: "value-drivers" });
  return { manifest: dataset.manifest, table, softwareVersion: "0.1.0" };
}

// A change of these files is a change of results: say in the commit which table moves, where to and why.
test("the demo study's ranking table is the committed one", async () => {
  const parts = await demoParts();
  for (const language of ["de", "en"] as const) {
    const markdown = reportMarkdown(rankingReport(parts, language));
    await expect(markdown).toMatchFileSnapshot(`demo-ranking.${language}.md`);
  }
  await expect(readableJson(rankingDocument(parts))).toMatchFileSnapshot("demo-ranking.json");
});

test("the demo study shows the published pattern", async () => {
  const { table } = await demoParts();
  const names = table.rows.map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual([
    "knowledge-transfer",
    "topic-fit-exchange",
    "making-contacts",
  ]);
  expect(names.indexOf("joint-results")).toBe(4);
  const minority = table.rows[4]?.firstShare ?? 0;
  expect(minority).toBeGreaterThan(0.15);
  expect(minority).toBeLessThan(0.25);
});
