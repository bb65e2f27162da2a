import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "./root-route.ts";

const setup = createRoute({
  getParentRoute: () => rootRoute,
  path: "/setup",
  component: lazyRouteComponent(() => import("../accounts/setup-page.tsx"), "SetupPage"),
});

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("../accounts/sign-in-page.tsx"), "SignInPage"),
});

const account = createRoute({
  getParentRoute: () => rootRoute,
  path: "/account",
  component: lazyRouteComponent(() => import("../accounts/account-page.tsx"), "AccountPage"),
});

const people = createRoute({
  getParentRoute: () => rootRoute,
  path: "/people",
  component: lazyRouteComponent(() => import("../accounts/people-page.tsx"), "PeoplePage"),
});

const audit = createRoute({
  getParentRoute: () => rootRoute,
  path: "/audit",
  component: lazyRouteComponent(() => import("../accounts/audit-page.tsx"), "AuditPage"),
});

/** Setting up, signing in, one's own account; who has one here, and what was done. */
export const accountRoutes = [setup, signIn, account, people, audit] as const;
