import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { meKey } from "./accounts/account-client.ts";
import { Refusal } from "./fetch-json.ts";
import { consoleRouter } from "./router/console-router.ts";
import "./frame/mantine.css";
import "./console.css";
import "./frame/frame.css";

/** Asks even when the browser believes to be offline: the server may be on the same machine. */
const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: "always", retry: false, refetchOnWindowFocus: true },
    mutations: { networkMode: "always" },
  },
});

const router = consoleRouter();

/** Whoever was signed out meanwhile is asked to sign in, whichever page notices first. */
queryClient.getQueryCache().subscribe(({ query, type }) => {
  const { error } = query.state;
  const isSignedOut = error instanceof Refusal && error.isOf("signed-out");
  if (type !== "updated" || !isSignedOut || query.queryKey[0] === meKey[0]) return;
  void queryClient.invalidateQueries({ queryKey: meKey });
});

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element with the id root.");
createRoot(root).render(
  <StrictMode>
    {/* Mantine's own style elements are written as HTML, which our policy forbids; frame/mantine.css stands for them. */}
    <MantineProvider defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
