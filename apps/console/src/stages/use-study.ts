import type { Study } from "@mehrwert/study";
import { useQuery } from "@tanstack/react-query";
import { fetchJson, Refusal } from "../fetch-json.ts";

/** Whether the server knows no such study, or shows none to this person. */
export function isUnknown(error: unknown): boolean {
  return error instanceof Refusal && error.status === 404;
}

/** One study; read again every 5 seconds while the server does not answer. Whoever changes it invalidates `["study", slug]`. */
export function useStudy(slug: string) {
  return useQuery({
    queryKey: ["study", slug],
    queryFn: ({ signal }) => fetchJson<Study>(`/api/studies/${slug}`, signal),
    staleTime: 30_000,
    refetchInterval: ({ state: { error } }) => (error !== null && !isUnknown(error) ? 5000 : false),
  });
}
