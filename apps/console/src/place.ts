import type { Language } from "@mehrwert/study";

/** A page of the console. */
export type Place = { page: "studies" } | { page: "results"; study: string } | { page: "unknown" };

const resultsPath = /^\/console\/studies\/([a-z][a-z0-9-]{0,63})\/results\/?$/;

/**
 * The page that a path names.
 *
 * @example placeOf("/console/studies/demo/results") // { page: "results", study: "demo" }
 */
export function placeOf(path: string): Place {
  if (/^\/console\/?$/.test(path)) return { page: "studies" };
  const study = resultsPath.exec(path)?.[1];
  return study === undefined ? { page: "unknown" } : { page: "results", study };
}

/** The language that an address asks for, if it does. It lives there so that a link says what its sender saw. */
export function languageOf(search: string): Language | undefined {
  const asked = new URLSearchParams(search).get("language");
  return asked === "de" || asked === "en" ? asked : undefined;
}

/** Addresses of the pages a researcher goes to. */
export const addressOf = {
  studies: (language: Language) => `/console/?language=${language}`,
  results: (study: string, language: Language) =>
    `/console/studies/${study}/results?language=${language}`,
  questionnaire: (study: string) => `/s/${study}`,
  dataset: (study: string) => `/api/studies/${study}/dataset.zip`,
};
