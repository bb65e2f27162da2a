import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** How a compressed twin of a file is named: after the file, with this behind it. */
export const twinSuffixes = { br: ".br", gzip: ".gz" } as const;

const worthIt = new Set([".css", ".js", ".json", ".svg"]);

/** Writes a brotli and a gzip twin beside every text file of a built web app, as small as they get. */
export function precompress(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => worthIt.has(extname(name)))) {
    const path = join(folder, file);
    const bytes = readFileSync(path);
    const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(`${path}${twinSuffixes.br}`, brotliCompressSync(bytes, { params: size }));
    writeFileSync(`${path}${twinSuffixes.gzip}`, gzipSync(bytes, { level: 9 }));
  }
}
