import type { Me } from "@mehrwert/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { asking, fetchJson, sendJson } from "../fetch-json.ts";
import { useLanguage } from "../frame/language.ts";

/** Under which key the person who is signed in is remembered. */
export const meKey = ["me"] as const;

/** Who is signed in; an error with status 401 if nobody is. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    queryFn: ({ signal }) => fetchJson<Me>("/api/me", signal),
    staleTime: 60_000,
  });
}

/** A list that belongs to an account, by its address. */
export function useList<T>(address: string, isEnabled = true) {
  return useQuery({
    queryKey: ["account", address],
    queryFn: ({ signal }) => fetchJson<T>(address, signal),
    enabled: isEnabled,
  });
}

/** Sends something about accounts, in the page's language, and reads all lists of accounts again. */
export function useSending<Input, Reply = void>(
  describe: (input: Input) => {
    method: "POST" | "PUT" | "PATCH" | "DELETE";
    path: string;
    body?: object;
  },
  onSuccess?: (reply: Reply, input: Input) => void,
) {
  const language = useLanguage();
  const client = useQueryClient();
  return useMutation<Reply, Error, Input>({
    mutationFn: (input) => {
      const { method, path, body = {} } = describe(input);
      return sendJson<Reply>(method, asking(path, { language }), body);
    },
    onSuccess: async (reply, input) => {
      await client.invalidateQueries({ queryKey: ["account"] });
      onSuccess?.(reply, input);
    },
  });
}

/** Goes to a page as somebody who has just signed in: known first, so that the page does not ask to sign in. */
export function useEntering(): (href: string) => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  return async (href) => {
    client.setQueryData(meKey, await fetchJson<Me>("/api/me"));
    await router.navigate({ href, replace: true });
  };
}
