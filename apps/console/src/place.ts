import type { Language } from "@mehrwert/study";

/** Whole addresses: of pages that `ConsoleLink` goes to, and of those outside the console. Studies have typed links. */
export const addressOf = {
  questionnaire: (study: string) => `/s/${study}`,
  dataset: (study: string, wave?: number) =>
    `/api/studies/${study}/dataset.zip${wave === undefined ? "" : `?wave=${wave}`}`,
  frozenDataset: (study: string, wave: number) => `/api/studies/${study}/frozen-datasets/${wave}`,
  handOver: (study: string, withInvitations: boolean) =>
    `/api/studies/${study}/hand-over.zip?invitations=${withInvitations ? "yes" : "no"}`,
  pilot: (study: string, key: string) => `/pilot/${study}#${key}`,
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
