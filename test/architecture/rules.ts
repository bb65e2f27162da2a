import { posix } from "node:path";
import { emptyNames, importTable, impureGlobals, pureRooms, type Room } from "./import-table.ts";
import { type Import, importsOf } from "./imports.ts";

/** The sources to judge: text by path from the project's root, and each room's package.json. */
export type Tree = {
  sources: ReadonlyMap<string, string>;
  /** Names a package lists: `dependencies` for its product, `all` with what only its tests and build need. */
  listed: ReadonlyMap<string, { dependencies: ReadonlySet<string>; all: ReadonlySet<string> }>;
};

const isExample = (path: string) => /\/src\/example\//.test(path);
/** Whether a file is a test or an example for tests: it may use more than product code. */
export const isTest = (path: string) => /\.test\.tsx?$/.test(path) || isExample(path);
/** Whether a file holds the settings of a tool: it may use more than product code. */
export const isToolFile = (path: string) => !/\/src\//.test(path);

function roomOf(path: string): string | undefined {
  return Object.keys(importTable).find((room) => path.startsWith(`${room}/`));
}

/** The package that an import names: `@scope/name` of `@scope/name/file.css`. */
export function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** Every broken rule of the import table, as `path: sentence`. Empty for a healthy tree. */
export function brokenRules(tree: Tree): string[] {
  const broken: string[] = [];
  for (const [path, source] of tree.sources) {
    const name = posix.basename(path).replace(/(\.test)?\.tsx?$/, "");
    if (emptyNames.test(name)) broken.push(`${path}: the name says nothing about what is inside`);
    if (/\/src\/.+\/index\.tsx?$/.test(path))
      broken.push(`${path}: no index below a package's root`);
    const impure = pureRooms.test(path) && !isTest(path) ? impureGlobals.exec(source) : null;
    if (impure) broken.push(`${path}: pure code may not use ${impure[0]}`);
    const roomName = roomOf(path);
    if (roomName === undefined) continue;
    const room = importTable[roomName];
    if (room === undefined) continue;
    for (const one of importsOf(path, source)) {
      const complaint = complaintAbout(path, one, roomName, room, tree);
      if (complaint) broken.push(`${path}: ${complaint}`);
    }
  }
  return [...broken, ...cycles(tree).map((cycle) => `cycle: ${cycle.join(" → ")}`)];
}

function complaintAbout(
  path: string,
  { specifier, typeOnly }: Import,
  roomName: string,
  room: Room,
  tree: Tree,
): string | undefined {
  if (specifier.startsWith(".")) {
    const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ""));
    const stays = target.startsWith(`${roomName}/`);
    if (isExample(target) && !isTest(path)) return `is product code and imports ${target}`;
    return stays || isTest(path) ? undefined : `reaches out of its package to ${target}`;
  }
  const free = isTest(path) || isToolFile(path);
  if (specifier.startsWith("node:")) {
    const allowed = room.node === true || (room.node instanceof RegExp && room.node.test(path));
    return allowed || free ? undefined : `may not use ${specifier}`;
  }
  const name = packageName(specifier);
  const listed = tree.listed.get(roomName);
  if (!(free || typeOnly ? listed?.all : listed?.dependencies)?.has(name)) {
    return `imports ${name}, which its package.json does not list`;
  }
  if (name.startsWith("@mehrwert/")) {
    const short = name.slice("@mehrwert/".length);
    if (specifier !== name && !specifier.endsWith(".css"))
      return `imports ${specifier}, deep inside`;
    if (room.own.includes(short) || free) return undefined;
    if (room.typesOnly?.includes(short) && typeOnly) return undefined;
    return `may not import ${name}${room.typesOnly?.includes(short) ? " except its types" : ""}`;
  }
  return room.libraries.test(name) || free ? undefined : `may not import ${name}`;
}

/** Import cycles between files, type imports included; each as the files on it, first repeated last. */
export function cycles(tree: Tree): string[][] {
  const targets = new Map<string, string[]>();
  for (const [path, source] of tree.sources) {
    const own = importsOf(path, source).flatMap(({ specifier }) => {
      if (!specifier.startsWith(".")) return [];
      const target = posix.join(posix.dirname(path), specifier);
      return tree.sources.has(target) ? [target] : [];
    });
    targets.set(path, own);
  }
  const found: string[][] = [];
  const finished = new Set<string>();
  const walk = (path: string, trail: string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      found.push([...trail.slice(start), path]);
      return;
    }
    if (finished.has(path)) return;
    for (const next of targets.get(path) ?? []) walk(next, [...trail, path]);
    finished.add(path);
  };
  for (const path of targets.keys()) walk(path, []);
  return found;
}
