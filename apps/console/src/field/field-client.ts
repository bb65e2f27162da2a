import type { MailStateReply } from "@mehrwert/api";
import type { Mailing, ProgressReply, ReminderForecastReply } from "@mehrwert/study";
import { type QueryFunctionContext, useQuery, useQueryClient } from "@tanstack/react-query";
import { fetchJson } from "../fetch-json.ts";

/** The address of something about a study. */
export const ofStudy = (study: string, rest: string) => `/api/studies/${study}/${rest}`;

/** Reads something about a study; whatever is read again by the page itself keeps nobody signed in. */
const reading =
  <T>(study: string, rest: string) =>
  ({ signal, client, queryKey }: QueryFunctionContext) =>
    fetchJson<T>(ofStudy(study, rest), signal, {
      isUnattended: client.getQueryData(queryKey) !== undefined,
    });

/** How far the wave is; read again every ten seconds while the page is looked at. */
export function useProgress(study: string) {
  return useQuery({
    queryKey: ["field", study, "progress"],
    queryFn: reading<ProgressReply>(study, "progress"),
    refetchInterval: 10_000,
  });
}

/** Where mails are; read again often while some wait. */
export function useMails(study: string) {
  return useQuery({
    queryKey: ["field", study, "mails"],
    queryFn: reading<MailStateReply>(study, "mails"),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && data.waiting > 0 ? 2_000 : 10_000,
  });
}

/** Whom a round of reminders goes to. */
export type Audience = "not-begun" | "everybody";

/** The next round of reminders. */
export function useForecast(study: string, to: Audience) {
  return useQuery({
    queryKey: ["field", study, "reminders", to],
    queryFn: reading<ReminderForecastReply>(study, `reminders?to=${to}`),
    refetchInterval: 10_000,
  });
}

/** How the study writes. */
export function useMailing(study: string) {
  return useQuery({
    queryKey: ["field", study, "mailing"],
    queryFn: ({ signal }) => fetchJson<Mailing>(ofStudy(study, "mailing"), signal),
  });
}

/** Reads anew whatever an action in the field may have changed. */
export function useFieldChanged(study: string): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["field", study] });
}
