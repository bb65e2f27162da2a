import { readFileSync } from "node:fs";
import { seededRandom } from "@mehrwert/statistics";
import {
  buildDataset,
  definitionHash,
  demoResponses,
  demoSeed,
  demoStudy,
  parseInstrument,
} from "@mehrwert/study";
import { type RankingSource, rankingSourceOf } from "../ranking-source/ranking-source.ts";

const instrumentFile = new URL(
  "../../../instruments/value-drivers/1.0.0/instrument.json",
  import.meta.url,
);

/** The rankings of the demo study: about a fifth of its simulated people always put joint results (vd-5) first. */
export async function demoSource(): Promise<RankingSource> {
  const parsed = parseInstrument(JSON.parse(readFileSync(instrumentFile, "utf8")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const hash = await definitionHash(parsed.value);
  const dataset = buildDataset({
    study: demoStudy(parsed.value, hash),
    instruments: [parsed.value],
    responses: demoResponses(parsed.value, hash, seededRandom(demoSeed)),
    createdOn: "2026-11-23",
    softwareVersion: "0.1.0",
  });
  return rankingSourceOf(dataset);
}
