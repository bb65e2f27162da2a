import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, relative } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "vite";

const mediaTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** A production build of the stock SurveyJS page around this definition, served compressed with brotli at its best. */
export async function serveStockPage(
  definition: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), "mehrwert-stock-"));
  await build({
    root: import.meta.dirname,
    logLevel: "error",
    mode: "production",
    build: { outDir, emptyOutDir: true },
  });
  const files = new Map<string, { body: Buffer; mediaType: string }>();
  for (const file of readdirSync(outDir, { recursive: true, encoding: "utf8" })) {
    const mediaType = mediaTypes[extname(file)];
    if (mediaType === undefined) continue;
    const text = readFileSync(join(outDir, file), "utf8");
    const filled = text.replace(
      '<script type="application/json" id="definition">',
      (tag) => tag + definition.replaceAll("<", "\\u003c"),
    );
    files.set(`/${relative("", file)}`, { body: brotliCompressSync(filled), mediaType });
  }
  rmSync(outDir, { recursive: true });
  const server = createServer((request, reply) => {
    const file = files.get(request.url === "/" ? "/index.html" : (request.url ?? ""));
    if (file === undefined) return void reply.writeHead(404).end();
    reply.writeHead(200, {
      "content-type": file.mediaType,
      "content-encoding": "br",
      "cache-control": "public, max-age=31536000, immutable",
    });
    reply.end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/`, stop };
}
