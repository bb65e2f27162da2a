import { informationSheet } from "./demo-study/information-sheet.ts";
import type { Instrument } from "./instrument.ts";
import { randomUuid } from "./random-uuid.ts";
import { chance, type Random } from "./simulate-answers/draws.ts";
import { simulateAnswers } from "./simulate-answers.ts";
import type { Study } from "./study.ts";
import type { SurveyResponse } from "./survey-response.ts";

/** Where the random numbers of the demo study begin: `demoResponses(…, seededRandom(demoSeed))`. */
export const demoSeed = 2024;

/** How many simulated people take part in the demo study. */
export const demoSize = 300;

/** The study every new installation begins with: simulated people, marked as such everywhere. */
export function demoStudy(instrument: Instrument, definitionHash: string): Study {
  return {
    slug: "demo",
    title: {
      de: "Was Netzwerke wertvoll macht (Vorführung mit simulierten Antworten)",
      en: "What makes networks valuable (demonstration with simulated answers)",
    },
    instrumentSlug: instrument.mehrwert.slug,
    instrumentVersion: instrument.mehrwert.version,
    definitionHash,
    wave: 1,
    mode: "open",
    status: "fielding",
    isSimulated: true,
    minimumGroupSize: 10,
    ...groupedByBackground(instrument),
    informationSheet,
  };
}

/** The demonstration may be broken down by the first two questions about people's background, if it asks any. */
function groupedByBackground({ mehrwert: { items } }: Instrument): Pick<Study, "groupedBy"> {
  const background = items.filter(({ construct }) => construct === "background").slice(0, 2);
  return background.length === 0 ? {} : { groupedBy: background.map(({ id }) => id) };
}

/**
 * 300 simulated people, most of them answering in German. With the seed `demoSeed` their ranking shows the
 * published pattern: knowledge transfer, fitting exchange and contacts ahead, joint results fifth of eight
 * although about a fifth put them first.
 */
export function demoResponses(
  instrument: Instrument,
  definitionHash: string,
  random: Random,
): SurveyResponse[] {
  return Array.from({ length: demoSize }, () => {
    const id = randomUuid(random);
    const language = chance(random, 0.85) ? "de" : "en";
    return {
      id,
      wave: 1,
      instrumentSlug: instrument.mehrwert.slug,
      instrumentVersion: instrument.mehrwert.version,
      definitionHash,
      language,
      ...simulateAnswers(instrument, random, { language }),
    };
  });
}
