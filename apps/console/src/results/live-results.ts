import type { GroupedResults, OpenQuestion, ResultsReply } from "@mehrwert/api";
import type { Instrument, LocalizedText, Study } from "@mehrwert/study";
import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "../fetch-json.ts";
import { isUnknown } from "../stages/use-study.ts";

/** How often the page asks for new results; more often while the first are being computed. */
export const pollIntervalMs = 5000;
const computingIntervalMs = 1000;

/** Which wave of a study is read; none named: the latest. */
export type ReadWave = { study: string; wave: number | undefined };

const at = (study: string, what: string, wave: number | undefined) =>
  `/api/studies/${study}/${what}${wave === undefined ? "" : `?wave=${wave}`}`;

/** Reads the results again and again while `isLive`. Old results stay when the server stops answering. */
export function useResults({ study, wave }: ReadWave, isLive: boolean) {
  return useQuery({
    queryKey: ["results", study, wave],
    queryFn: ({ signal, client, queryKey }) =>
      fetchJson<ResultsReply>(at(study, "results", wave), signal, {
        isUnattended: client.getQueryData(queryKey) !== undefined,
      }),
    refetchInterval: ({ state }) => {
      if (!isLive || isUnknown(state.error)) return false;
      return state.data?.computing === undefined ? pollIntervalMs : computingIntervalMs;
    },
  });
}

/** Results by the groups of a variable, as of a release; none without a variable. */
export function useGroupedResults(
  { study, wave }: ReadWave,
  { grouping, release }: { grouping: string | undefined; release: number },
) {
  return useQuery<GroupedResults>({
    queryKey: ["results", study, wave, "by", grouping, release],
    enabled: grouping !== undefined,
    placeholderData: (before) => (before?.grouping === grouping ? before : undefined),
    queryFn: ({ signal }) =>
      fetchJson<GroupedResults>(at(study, `results/by/${grouping}`, wave), signal),
  });
}

/** Open answers, once somebody wants to read them. */
export function useOpenAnswers({ study, wave }: ReadWave, isWanted: boolean) {
  return useQuery({
    queryKey: ["results", study, wave, "open-answers"],
    enabled: isWanted,
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      fetchJson<OpenQuestion[]>(at(study, "results/open-answers", wave), signal),
  });
}

/** What stays the same while results change: what the study is, what its options mean, which software serves it. */
export type StudyFrame = {
  study: Study;
  /** One line that explains an option of a ranking, by `question/option`. */
  explanations: ReadonlyMap<string, LocalizedText>;
  softwareVersion: string;
};

/** Reads the frame of a study once; undefined until it is known. */
export function useStudyFrame(slug: string): StudyFrame | undefined {
  const query = useQuery<StudyFrame>({
    queryKey: ["study-frame", slug],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<StudyFrame> => {
      const study = await fetchJson<Study>(`/api/studies/${slug}`, signal);
      const { instrumentSlug, instrumentVersion } = study;
      const [instrument, { softwareVersion }] = await Promise.all([
        fetchJson<Instrument>(`/api/instruments/${instrumentSlug}/${instrumentVersion}`, signal),
        fetchJson<{ softwareVersion: string }>("/health", signal),
      ]);
      return { study, softwareVersion, explanations: explanationsOf(instrument) };
    },
    refetchInterval: ({ state }) => (state.status === "error" ? pollIntervalMs : false),
  });
  return query.data;
}

function explanationsOf(instrument: Instrument): ReadonlyMap<string, LocalizedText> {
  const explanations = new Map<string, LocalizedText>();
  for (const question of instrument.pages.flatMap((page) => page.elements)) {
    if (question.type !== "ranking") continue;
    for (const { value, mehrwertExplanation } of question.choices)
      if (mehrwertExplanation) explanations.set(`${question.name}/${value}`, mehrwertExplanation);
  }
  return explanations;
}
