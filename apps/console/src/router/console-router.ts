import { createRouter, type RouterHistory } from "@tanstack/react-router";
import { FailedPage, LoadingPage, UnknownPage } from "../frame/trouble-pages.tsx";
import { accountRoutes } from "./account-routes.ts";
import { libraryRoutes } from "./library-routes.ts";
import { rootRoute } from "./root-route.ts";
import { studyRoutes } from "./study-routes.ts";

const routeTree = rootRoute.addChildren([...studyRoutes, ...libraryRoutes, ...accountRoutes]);

/** Every page of the console by its address. `history`: for tests; otherwise the browser's. */
export function consoleRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    basepath: "/console",
    ...(history && { history }),
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch,
    scrollRestoration: true,
    // Another study or instrument is another page, not the same one with other contents.
    defaultRemountDeps: ({ params }) => params,
    defaultPendingComponent: LoadingPage,
    defaultNotFoundComponent: UnknownPage,
    defaultErrorComponent: FailedPage,
  });
}

/** Plain texts, unquoted; what has no value is left out. */
function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).flatMap(([name, value]) =>
    typeof value === "string" && value !== "" ? [[name, value]] : [],
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof consoleRouter>;
  }
}
