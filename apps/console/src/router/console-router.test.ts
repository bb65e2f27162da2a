import { createMemoryHistory } from "@tanstack/react-router";
import { expect, test } from "vitest";
import { consoleRouter } from "./console-router.ts";
import { knownNames } from "./known-names.ts";

/** The page that an address names, its names, and what else the address asks for. */
function pageAt(address: string) {
  const router = consoleRouter(createMemoryHistory({ initialEntries: [address] }));
  const last = router.matchRoutes(router.latestLocation).at(-1);
  return { page: last?.routeId, params: last?.params, search: last?.search };
}

test.each([
  ["/console", "/", {}],
  ["/console/", "/", {}],
  ["/console/studies/demo", "/studies/$study/", { study: "demo" }],
  ["/console/studies/demo/plan", "/studies/$study/plan", { study: "demo" }],
  ["/console/studies/demo/pilot", "/studies/$study/pilot", { study: "demo" }],
  ["/console/studies/demo/field", "/studies/$study/field", { study: "demo" }],
  ["/console/studies/demo/results", "/studies/$study/results", { study: "demo" }],
  ["/console/studies/demo/results/", "/studies/$study/results", { study: "demo" }],
  ["/console/studies/demo/archive", "/studies/$study/archive", { study: "demo" }],
  ["/console/library", "/library", {}],
  ["/console/library/a/1.2.3", "/library/$slug/$version", { slug: "a", version: "1.2.3" }],
  ["/console/library/a/edit", "/library/$slug/edit", { slug: "a" }],
])("%s names the page %s", (address, page, params) => {
  expect(pageAt(address)).toMatchObject({ page, params });
});

test("the preview of a draft has an address of its own", () => {
  expect(pageAt("/console/library/a/draft/preview")).toMatchObject({
    page: "/library/$slug/$version/preview",
    params: { slug: "a", version: "draft" },
  });
});

test.each([{ study: "Demo" }, { slug: "1a" }, { slug: "a", version: "1.2" }, { study: ".." }])(
  "knownNames takes nothing for a name that could be none: %o",
  (params) => {
    expect(() => knownNames(params)).toThrow();
  },
);

test("knownNames lets pass what studies and instruments are called", () => {
  expect(() => knownNames({ study: "demo", slug: "my-own-2", version: "draft" })).not.toThrow();
});

test("an address keeps plain texts, and no language that has no texts", () => {
  const { search } = pageAt("/console/library?search=12&language=fr");
  expect(search).toEqual({ search: "12", language: undefined });
  expect(pageAt("/console/?language=en").search).toEqual({ language: "en" });
});
