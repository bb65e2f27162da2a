import type { ResultsReply } from "@mehrwert/api";
import type { Instrument, LocalizedText, Study } from "@mehrwert/study";
import { useQuery } from "@tanstack/react-query";
import { fetchJson, Refusal } from "../fetch-json.ts";

/** How often the page asks for new results. */
export const pollIntervalMs = 5000;

/** Reads the results again and again while `isLive`. Old results stay when the server stops answering. */
export function useResults(study: string, isLive: boolean) {
  return useQuery({
    queryKey: ["results", study],
    queryFn: ({ signal }) => fetchJson<ResultsReply>(`/api/studies/${study}/results`, signal),
    refetchInterval: (query) =>
      isLive && !(query.state.error instanceof Refusal && query.state.error.status === 404)
        ? pollIntervalMs
        : false,
  });
}

/** One line that explains each option of each ranking, by question and option; empty until known. */
export function useExplanations(studySlug: string): ReadonlyMap<string, LocalizedText> {
  const query = useQuery({
    queryKey: ["explanations", studySlug],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const study = await fetchJson<Study>(`/api/studies/${studySlug}`, signal);
      const { instrumentSlug, instrumentVersion } = study;
      return fetchJson<Instrument>(
        `/api/instruments/${instrumentSlug}/${instrumentVersion}`,
        signal,
      );
    },
    select: explanationsOf,
  });
  return query.data ?? noExplanations;
}

const noExplanations: ReadonlyMap<string, LocalizedText> = new Map();

function explanationsOf(instrument: Instrument): ReadonlyMap<string, LocalizedText> {
  const explanations = new Map<string, LocalizedText>();
  for (const question of instrument.pages.flatMap((page) => page.elements)) {
    if (question.type !== "ranking") continue;
    for (const { value, mehrwertExplanation } of question.choices)
      if (mehrwertExplanation) explanations.set(`${question.name}/${value}`, mehrwertExplanation);
  }
  return explanations;
}
