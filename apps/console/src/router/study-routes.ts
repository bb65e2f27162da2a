import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { StudyLayout } from "../stages/study-layout.tsx";
import { StudiesPage } from "../studies/studies-page.tsx";
import { knownNames } from "./known-names.ts";
import { rootRoute } from "./root-route.ts";

const studies = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: StudiesPage,
});

const newStudy = createRoute({
  getParentRoute: () => rootRoute,
  path: "/new-study",
  component: lazyRouteComponent(() => import("../life/new-study-page.tsx"), "NewStudyPage"),
});

const study = createRoute({
  getParentRoute: () => rootRoute,
  path: "/studies/$study",
  beforeLoad: ({ params }) => knownNames(params),
  component: StudyLayout,
});

const anyStage = createRoute({
  getParentRoute: () => study,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/studies/$study/results", params, replace: true });
  },
});

const plan = createRoute({
  getParentRoute: () => study,
  path: "plan",
  component: lazyRouteComponent(() => import("../stages/plan-stage.tsx"), "PlanStage"),
});

const pilot = createRoute({
  getParentRoute: () => study,
  path: "pilot",
  component: lazyRouteComponent(() => import("../stages/pilot-stage.tsx"), "PilotStage"),
});

const field = createRoute({
  getParentRoute: () => study,
  path: "field",
  component: lazyRouteComponent(() => import("../stages/field-stage.tsx"), "FieldStage"),
});

const results = createRoute({
  getParentRoute: () => study,
  path: "results",
  component: lazyRouteComponent(() => import("../results/results-page.tsx"), "ResultsPage"),
});

const archive = createRoute({
  getParentRoute: () => study,
  path: "archive",
  component: lazyRouteComponent(() => import("../stages/archive-stage.tsx"), "ArchiveStage"),
});

const codingProjects = createRoute({
  getParentRoute: () => study,
  path: "coding",
  component: lazyRouteComponent(() => import("../coding/coding-list-page.tsx"), "CodingListPage"),
});

/** Beside the list, not in it: the workbench takes the whole page. */
const codingProject = createRoute({
  getParentRoute: () => study,
  path: "coding/$project",
  component: lazyRouteComponent(() => import("../coding/coding-page.tsx"), "CodingPage"),
});

const people = createRoute({
  getParentRoute: () => study,
  path: "people",
  component: lazyRouteComponent(
    () => import("../accounts/study-people-page.tsx"),
    "StudyPeoplePage",
  ),
});

/** The list of studies, and one study with its five stages; what only one stage needs comes with it. */
export const studyRoutes = [
  studies,
  newStudy,
  study.addChildren([
    anyStage,
    plan,
    pilot,
    field,
    results,
    archive,
    people,
    codingProjects,
    codingProject,
  ]),
] as const;
