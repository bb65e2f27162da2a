import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Console } from "./console.tsx";
import "./console.css";

/** Asks even when the browser believes to be offline: the server may be on the same machine. */
const queryClient = new QueryClient({
  defaultOptions: { queries: { networkMode: "always", retry: false, refetchOnWindowFocus: true } },
});

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element with the id root.");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Console
        path={window.location.pathname}
        search={window.location.search}
        languages={navigator.languages}
      />
    </QueryClientProvider>
  </StrictMode>,
);
