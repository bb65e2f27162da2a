import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { LibraryPage } from "../library/library-page.tsx";
import { knownNames } from "./known-names.ts";
import { rootRoute } from "./root-route.ts";

const library = createRoute({
  getParentRoute: () => rootRoute,
  path: "/library",
  component: LibraryPage,
});

const instrument = createRoute({
  getParentRoute: () => rootRoute,
  path: "/library/$slug/$version",
  beforeLoad: ({ params }) => knownNames(params),
  component: lazyRouteComponent(
    () => import("../library/instrument/instrument-page.tsx"),
    "InstrumentPage",
  ),
});

const preview = createRoute({
  getParentRoute: () => rootRoute,
  path: "/library/$slug/$version/preview",
  beforeLoad: ({ params }) => knownNames(params),
  component: lazyRouteComponent(() => import("../library/preview-page.tsx"), "PreviewPage"),
});

/** The code editor is larger than everything else together. */
const edit = createRoute({
  getParentRoute: () => rootRoute,
  path: "/library/$slug/edit",
  beforeLoad: ({ params }) => knownNames(params),
  component: lazyRouteComponent(() => import("../library/edit/edit-page.tsx"), "EditPage"),
});

/** The library of instruments. */
export const libraryRoutes = [library, instrument, preview, edit] as const;
