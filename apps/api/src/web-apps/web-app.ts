import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { EncodedBody } from "./encoded-body.ts";
import { entityTag } from "./encoded-reply.ts";
import { twinSuffixes } from "./precompress.ts";

/** A file of a built web app, ready to be sent. */
export type WebAppFile = {
  body: EncodedBody;
  mediaType: string;
  tag: string;
  cacheControl: string;
};

/** A built web app: its entry page as text, and every other file by its path below the app's address. */
export type WebApp = { shell: string; files: ReadonlyMap<string, WebAppFile> };

const mediaTypes: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".ico": "image/x-icon",
  ".png": "image/png",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};
const compressedAlready = new Set([".png", ".webp", ".woff2"]);

/** Files under `assets/` carry a hash of their content in their name, so they never change. */
function cacheControlOf(path: string): string {
  return path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
}

async function twinsOf(file: string): Promise<{ br?: Buffer; gzip?: Buffer }> {
  const [br, gzip] = await Promise.all(
    [twinSuffixes.br, twinSuffixes.gzip].map((suffix) =>
      readFile(`${file}${suffix}`).catch(() => undefined),
    ),
  );
  return { ...(br ? { br } : {}), ...(gzip ? { gzip } : {}) };
}

async function readWebAppFile(path: string, file: string): Promise<WebAppFile> {
  const bytes = await readFile(file);
  const extension = extname(path);
  return {
    body: new EncodedBody(bytes, {
      isCompressible: !compressedAlready.has(extension),
      compressed: await twinsOf(file),
    }),
    mediaType: mediaTypes[extension] ?? "application/octet-stream",
    tag: entityTag(bytes),
    cacheControl: cacheControlOf(path),
  };
}

/**
 * Reads a built web app into memory. Only what lies in the folder at this moment can ever be sent, and only under
 * its exact path: no path of a request reaches the file system. Files that begin with a dot are left out.
 *
 * @returns undefined if the folder holds no `index.html`: the app is not built
 */
export async function readWebApp(folder: string): Promise<WebApp | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .filter(({ name }) => !Object.values(twinSuffixes).some((suffix) => name.endsWith(suffix)))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  if (!paths.includes("index.html")) return undefined;
  const files = new Map<string, WebAppFile>();
  for (const path of paths) files.set(path, await readWebAppFile(path, join(folder, path)));
  files.delete("index.html");
  return { shell: await readFile(join(folder, "index.html"), "utf8"), files };
}
