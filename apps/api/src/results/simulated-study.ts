import { itemsLike, planStudy, rankingSourceOf, seededRandom } from "@mehrwert/analysis";
import {
  buildDataset,
  type Dataset,
  type Instrument,
  type LocalizedText,
  randomUuid,
  type Study,
  type SurveyResponse,
  simulateAnswers,
} from "@mehrwert/study";
import { releaseStudy } from "./release-study.ts";
import type { ReleasedResults } from "./results-reply.ts";

/** What to simulate: so many respondents to a study that nobody has answered yet. */
export type SimulationInput = {
  study: Study;
  instrument: Instrument;
  respondents: number;
  seed: number;
  /** `YYYY-MM-DD` */
  createdOn: string;
  softwareVersion: string;
};

/** Two neighbours of a ranking: how often so many respondents tell them apart, and how many it takes in 80 of 100 studies. */
export type TellingApart = {
  higher: { place: number; label: LocalizedText };
  lower: { place: number; label: LocalizedText };
  /** Share of re-enacted studies of this size in which the order is found. */
  found: number;
  /** Respondents needed; absent where the two are equal. */
  needed?: number;
};

/** The results as they would be released at the end, and how many respondents each step of a ranking takes. */
export type SimulatedStudy = {
  results: ReleasedResults;
  planning: {
    question: string;
    questionText: LocalizedText;
    draws: number;
    pairs: TellingApart[];
  }[];
};

const draws = 100;

/** Plausible respondents, in the languages of the study; the same seed gives the same people. */
function simulatedResponses({
  study,
  instrument,
  respondents,
  seed,
}: SimulationInput): SurveyResponse[] {
  const random = seededRandom(seed);
  const { wave, assigned, languages: asked = ["de", "en"] } = study;
  const { instrumentSlug, instrumentVersion, definitionHash } = study;
  return Array.from({ length: respondents }, () => {
    const language = asked.length > 1 && random() < 0.15 ? "en" : (asked[0] ?? "de");
    return {
      ...{
        id: randomUuid(random),
        wave,
        instrumentSlug,
        instrumentVersion,
        definitionHash,
        language,
      },
      ...simulateAnswers(instrument, random, { language, ...(assigned && { assigned }) }),
    };
  });
}

/**
 * What the analysis of a study would look like with so many plausible respondents, and how many of them tell each place of
 * a ranking from the next. Nothing of it is stored, and everything says that it is simulated.
 */
export function simulatedStudy(input: SimulationInput): SimulatedStudy {
  const { instrument, createdOn, softwareVersion } = input;
  const study = { ...input.study, isSimulated: true, status: "closed" as const };
  const responses = simulatedResponses(input);
  const parts = { study, instruments: [instrument], responses, createdOn, softwareVersion };
  const dataset = buildDataset(withoutEarlier(parts));
  const { results } = releaseStudy(dataset, study, {
    ...{ before: undefined, withdrawn: 0, random: seededRandom(input.seed) },
    leftOut: new Set([instrument.mehrwert.consent.question]),
  });
  return {
    results,
    planning: dataset.dictionary.rankings.flatMap(({ question, questionText }) => {
      const pairs = tellingApart(dataset, question, input);
      return pairs.length === 0 ? [] : [{ question, questionText, draws, pairs }];
    }),
  };
}

/** Simulated people answer the current version only. */
function withoutEarlier<Parts extends { study: Study }>({ study, ...parts }: Parts) {
  const { earlierVersions: _, ...current } = study;
  return { ...parts, study: current };
}

function tellingApart(
  dataset: Dataset,
  question: string,
  { respondents, seed }: SimulationInput,
): TellingApart[] {
  const items = itemsLike(rankingSourceOf(dataset, question));
  if (!Array.isArray(items)) return [];
  const plan = planStudy(items, "fitted", {
    ...{ sizes: [respondents], tops: [items.length], draws, seed, level: 0.05, targetPower: 0.8 },
    minorityDraws: 0,
  });
  return plan.neighbours.map(({ higher, lower, results, needed }) => {
    const n = needed[0]?.n;
    return {
      higher: { place: higher.place, label: higher.label },
      lower: { place: lower.place, label: lower.label },
      found: results[0]?.share ?? 0,
      ...(n !== undefined && { needed: n }),
    };
  });
}
