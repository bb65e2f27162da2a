import type { LibraryReply } from "@mehrwert/api";
import type { Instrument, InstrumentDifference, Language, PreFieldChecks } from "@mehrwert/study";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { asking, fetchJson } from "../fetch-json.ts";

/** An instrument as the list tells it. */
export type LibraryEntry = LibraryReply["instruments"][number];

const library = "/api/library";

/** Every instrument there is. */
export function useLibrary(language: Language) {
  return useQuery({
    queryKey: ["library"],
    queryFn: ({ signal }) => fetchJson<LibraryReply>(asking(library, { language }), signal),
  });
}

/** One version, or the draft, as its file defines it. */
export function useInstrument(slug: string, version: string, language: Language) {
  return useQuery({
    queryKey: ["instrument", slug, version],
    queryFn: ({ signal }) =>
      fetchJson<Instrument>(asking(`/api/instruments/${slug}/${version}`, { language }), signal),
  });
}

/** What can be said of it before anybody answers. */
export function useChecks(
  slug: string,
  version: string,
  { language, respondents }: { language: Language; respondents: string },
) {
  return useQuery<PreFieldChecks>({
    queryKey: ["checks", slug, version, respondents],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      fetchJson<PreFieldChecks>(
        asking(`${library}/${slug}/${version}/checks`, { language, respondents }),
        signal,
      ),
  });
}

/** What changed from one version to another; `revision` asks anew when a draft was saved. */
export function useDifference(
  slug: string,
  { from, to, revision = 0 }: { from: string | undefined; to: string; revision?: number },
  language: Language,
) {
  return useQuery<InstrumentDifference>({
    queryKey: ["difference", slug, from, to, revision],
    enabled: from !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      fetchJson<InstrumentDifference>(
        asking(`${library}/${slug}/difference`, { language, from, to }),
        signal,
      ),
  });
}
