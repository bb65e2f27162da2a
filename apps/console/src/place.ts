import type { Language } from "@mehrwert/study";

/** A page of the console. A `version` may be `draft`: what is being written. */
export type Place =
  | { page: "studies" }
  | { page: "results"; study: string }
  | { page: "library" }
  | { page: "instrument"; slug: string; version: string }
  | { page: "preview"; slug: string; version: string }
  | { page: "edit"; slug: string }
  | { page: "unknown" };

const name = "[a-z][a-z0-9-]{0,63}";
const resultsPath = new RegExp(`^/console/studies/(${name})/results/?$`);
const versionPath = new RegExp(
  `^/console/library/(${name})/(\\d+\\.\\d+\\.\\d+|draft)(/preview)?/?$`,
);
const editPath = new RegExp(`^/console/library/(${name})/edit/?$`);

/**
 * The page that a path names.
 *
 * @example placeOf("/console/studies/demo/results") // { page: "results", study: "demo" }
 */
export function placeOf(path: string): Place {
  if (/^\/console\/?$/.test(path)) return { page: "studies" };
  if (/^\/console\/library\/?$/.test(path)) return { page: "library" };
  const study = resultsPath.exec(path)?.[1];
  if (study !== undefined) return { page: "results", study };
  const edited = editPath.exec(path)?.[1];
  if (edited !== undefined) return { page: "edit", slug: edited };
  const [, slug, version, preview] = versionPath.exec(path) ?? [];
  if (slug === undefined || version === undefined) return { page: "unknown" };
  return { page: preview === undefined ? "instrument" : "preview", slug, version };
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
  library: (language: Language) => `/console/library?language=${language}`,
  instrument: (slug: string, version: string, language: Language) =>
    `/console/library/${slug}/${version}?language=${language}`,
  preview: (slug: string, version: string, language: Language) =>
    `/console/library/${slug}/${version}/preview?language=${language}`,
  edit: (slug: string, language: Language) => `/console/library/${slug}/edit?language=${language}`,
  /** The participant's app as a preview, alone. */
  previewAlone: (slug: string, version: string, language: Language) =>
    `/preview/${slug}/${version}?lang=${language}`,
  dictionary: (slug: string, version: string, format: string, language: Language) =>
    `/api/library/${slug}/${version}/dictionary.${format}?lang=${language}`,
  guide: (slug: string, version: string, format: "html" | "md", language: Language) =>
    `/api/interview-guides/${slug}/${version}/guide.${format}?lang=${language}`,
};
