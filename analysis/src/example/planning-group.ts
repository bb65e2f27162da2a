import { readFileSync } from "node:fs";
import {
  type Answers,
  buildDataset,
  type Dataset,
  definitionHash,
  demoStudy,
  readInstrument,
} from "@mehrwert/study";

const file = new URL("../../../instruments/cop-form-aid/1.0.0/instrument.json", import.meta.url);

/** What one planner chose: ratings and weights of `co-1` and so on, and perhaps a note. */
export type ExamplePlanner = { ratings: number[]; weights?: number[]; note?: string };

/** A dataset of the decision aid with these planners. For tests. */
export async function planningGroup(planners: readonly ExamplePlanner[]): Promise<Dataset> {
  const parsed = readInstrument(readFileSync(file, "utf8"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const hash = await definitionHash(parsed.value);
  const study = demoStudy(parsed.value, hash);
  return buildDataset({
    study,
    instruments: [parsed.value],
    responses: planners.map((planner, index) => ({
      id: `00000000-0000-4000-8000-${index.toString(16).padStart(12, "0")}`,
      wave: study.wave,
      instrumentSlug: study.instrumentSlug,
      instrumentVersion: study.instrumentVersion,
      definitionHash: hash,
      language: "de" as const,
      answers: answersOf(planner),
      presentation: {},
    })),
    createdOn: "2026-11-23",
    softwareVersion: "0.1.0",
  });
}

function answersOf({ ratings, weights = [], note }: ExamplePlanner): Answers {
  const form: { [part: string]: number } = {};
  for (const [index, rating] of ratings.entries()) form[`co-${index + 1}`] = rating;
  for (const [index, weight] of weights.entries()) form[`co-${index + 1}.weight`] = weight;
  return {
    consent: "yes",
    ...(ratings.length > 0 && { "cop-form": form }),
    ...(note !== undefined && { "decision-notes": note }),
  };
}
