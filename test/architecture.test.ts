import { readdirSync, readFileSync, statSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { idleDependencies } from "./architecture/idle-dependencies.ts";
import { importTable } from "./architecture/import-table.ts";
import { brokenRules, type Tree } from "./architecture/rules.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

function sourcesBelow(folder: string): Map<string, string> {
  const sources = new Map<string, string>();
  for (const name of readdirSync(posix.join(root, folder)).sort()) {
    const path = posix.join(folder, name);
    if (name === "node_modules" || name === "dist" || name.startsWith(".")) continue;
    if (statSync(posix.join(root, path)).isDirectory()) {
      for (const [inner, source] of sourcesBelow(path)) sources.set(inner, source);
    } else if (/\.(tsx?|mjs)$/.test(name) && !name.endsWith(".d.ts")) {
      sources.set(path, readFileSync(posix.join(root, path), "utf8"));
    }
  }
  return sources;
}

/** What a made-up package.json lists. */
type Listing = { dependencies?: string[]; dev?: string[] };

function listedIn(room: string) {
  const file = JSON.parse(readFileSync(posix.join(root, room, "package.json"), "utf8"));
  const names = (key: string) => Object.keys(file[key] ?? {});
  const dependencies = new Set([...names("dependencies"), ...names("optionalDependencies")]);
  return { dependencies, all: new Set([...dependencies, ...names("devDependencies")]) };
}

const rooms = Object.keys(importTable);
const listed = new Map(rooms.map((room) => [room, listedIn(room)]));
const project: Tree = {
  sources: new Map([...rooms, "test"].flatMap((room) => [...sourcesBelow(room)])),
  listed,
};

describe("the arrows between rooms", () => {
  test("every import follows the table, and no file sits in a cycle", () => {
    expect(brokenRules(project)).toEqual([]);
  });

  test("package.json lists only workspace packages that the table allows", () => {
    const wrong = rooms.flatMap((room) =>
      [...(listed.get(room)?.dependencies ?? [])]
        .filter((name) => name.startsWith("@mehrwert/"))
        .filter((name) => !importTable[room]?.own.includes(name.slice("@mehrwert/".length)))
        .map((name) => `${room} lists ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test("whatever package.json lists is in use", () => {
    const everything = new Map([...listed, ["test", listedIn("test")]]);
    expect(idleDependencies({ ...project, listed: everything })).toEqual([]);
  });

  test.each([
    ["a dependency", { dependencies: ["zod"] }, "packages/study/src/a.ts", ""],
    [
      "a dependency only tests use",
      { dependencies: ["zod"] },
      "packages/study/src/a.test.ts",
      "zod",
    ],
    ["a dependency of tests", { dev: ["zod"] }, "packages/study/src/a.test.ts", ""],
    ["types of something else", { dev: ["@types/zod"] }, "packages/study/src/a.ts", "react"],
  ])(
    "%s that nobody imports is caught",
    (_, { dependencies = [], dev = [] }: Listing, path, name) => {
      const sources = new Map([[path, name ? `import "${name}";` : ""]]);
      const names = {
        dependencies: new Set(dependencies),
        all: new Set([...dependencies, ...dev]),
      };
      const found = idleDependencies({ sources, listed: new Map([["packages/study", names]]) });
      expect(found).toEqual([`packages/study lists ${[...names.all][0]}`]);
    },
  );

  test("a dependency that product code imports, types of it, and a command are in use", () => {
    const sources = new Map([["packages/study/src/a.ts", `import type { Z } from "zod/v4";`]]);
    const names = { dependencies: new Set(["zod"]), all: new Set(["zod", "@types/zod", "vitest"]) };
    expect(idleDependencies({ sources, listed: new Map([["packages/study", names]]) })).toEqual([]);
  });

  test("nothing but test imports from test", () => {
    const wrong = rooms.flatMap((room) =>
      [...(listed.get(room)?.all ?? [])].filter((name) => name === "@mehrwert/test"),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ["an unlisted library", "packages/study/src/a.ts", `import x from "left-pad";`, "left-pad"],
    ["a listed but forbidden library", "apps/console/src/a.ts", `import "vite";`, "vite"],
    ["analysis reaching the store", "analysis/src/a.ts", `import "@mehrwert/store";`, "store"],
    [
      "the console running API code",
      "apps/console/src/a.ts",
      `import { createApp } from "@mehrwert/api";`,
      "api",
    ],
    ["a deep import", "apps/api/src/a.ts", `import "@mehrwert/study/src/study.ts";`, "deep inside"],
    [
      "a way around the package",
      "apps/api/src/a.ts",
      `export * from "../../../packages/study/src/study.ts";`,
      "reaches out",
    ],
    [
      "Node in a browser package",
      "packages/study/src/a.ts",
      `import { readFileSync } from "node:fs";`,
      "node:fs",
    ],
    [
      "Node outside the analyst's shell",
      "analysis/src/ranking/a.ts",
      `const fs = await import("node:fs");`,
      "node:fs",
    ],
    [
      "a clock in pure code",
      "packages/statistics/src/a.ts",
      `export const t = Date.now();`,
      "Date.now",
    ],
    [
      "product code that uses test examples",
      "packages/study/src/a.ts",
      `import "./example/any-answers.ts";`,
      "example",
    ],
    ["an inner barrel", "packages/study/src/inner/index.ts", "export {};", "no index"],
    ["an empty name", "packages/study/src/utils.ts", "export {};", "says nothing"],
  ])("%s is caught", (_, path, source, complaint) => {
    const broken = brokenRules({ sources: new Map([[path, source]]), listed });
    expect(broken).toHaveLength(1);
    expect(broken[0]).toContain(complaint);
  });

  test("the console may import the API's types", () => {
    const source = `import type { ResultsReply } from "@mehrwert/api";`;
    const tree = { sources: new Map([["apps/console/src/a.ts", source]]), listed };
    expect(brokenRules(tree)).toEqual([]);
  });

  test("a cycle is caught even if it is made of types only", () => {
    const sources = new Map([
      ["packages/study/src/a.ts", `import type { B } from "./b.ts"; export type A = B;`],
      ["packages/study/src/b.ts", `export type B = import("./a.ts").A;`],
    ]);
    expect(brokenRules({ sources, listed })).toEqual([
      "cycle: packages/study/src/a.ts → packages/study/src/b.ts → packages/study/src/a.ts",
    ]);
  });
});
