import type { ChecklistReply, FrozenDatasetReply, PilotReply, PlanReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { meKey } from "../accounts/account-client.ts";
import { asking, fetchJson } from "../fetch-json.ts";

const at = (study: string, what: string) => `/api/studies/${study}/${what}`;

/** The plan of a study, with what of it can still change. */
export function usePlan(study: string, language: Language, isEnabled = true) {
  return useQuery({
    enabled: isEnabled,
    queryKey: ["plan", study],
    queryFn: ({ signal }) => fetchJson<PlanReply>(asking(at(study, "plan"), { language }), signal),
  });
}

/** What still stands between a study and the field. */
export function useChecklist(study: string, language: Language) {
  return useQuery({
    queryKey: ["checklist", study],
    queryFn: ({ signal }) =>
      fetchJson<ChecklistReply>(asking(at(study, "checklist"), { language }), signal),
  });
}

/** The pilot of a study; asked for again every half minute, because testers write comments. */
export function usePilot(study: string, language: Language) {
  return useQuery({
    queryKey: ["pilot", study],
    queryFn: ({ signal }) =>
      fetchJson<PilotReply>(asking(at(study, "pilot"), { language }), signal),
    refetchInterval: 30_000,
  });
}

/** The datasets of a study that were frozen. */
export function useFrozenDatasets(study: string, language: Language) {
  return useQuery({
    queryKey: ["frozen", study],
    queryFn: ({ signal }) =>
      fetchJson<FrozenDatasetReply[]>(asking(at(study, "frozen-datasets"), { language }), signal),
  });
}

/** Something done to a study; whatever the pages know of it is then read anew. */
export function useStudyAction<Wish = void, Reply = unknown>(
  study: string,
  act: (wish: Wish) => Promise<Reply>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: async () => {
      const keys = ["plan", "checklist", "pilot", "frozen", "study", "results"];
      await Promise.all([
        ...keys.map((key) => client.invalidateQueries({ queryKey: [key, study] })),
        ...[["studies"], meKey].map((queryKey) => client.invalidateQueries({ queryKey })),
      ]);
    },
  });
}
