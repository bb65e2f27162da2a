import { createRootRoute, retainSearchParams } from "@tanstack/react-router";
import { ConsoleFrame } from "../frame/console-frame.tsx";
import { consoleSearch } from "../frame/language.ts";

/** The frame around all pages. Every link takes the language along. */
export const rootRoute = createRootRoute({
  validateSearch: consoleSearch,
  search: { middlewares: [retainSearchParams(["language"])] },
  component: ConsoleFrame,
});
