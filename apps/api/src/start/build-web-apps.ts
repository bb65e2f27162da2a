import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { precompress } from "../web-apps/precompress.ts";

/** The folder the workspace lies in. */
export const projectFolder = fileURLToPath(new URL("../../../../", import.meta.url));

const require = createRequire(import.meta.url);
const webApps = ["questionnaire", "console"] as const;

/** Where each built web app lies. */
export const webAppFolders = {
  questionnaire: join(projectFolder, "apps/questionnaire/dist"),
  console: join(projectFolder, "apps/console/dist"),
};

/** What a web app is built from: its own folder and every package its code can reach. */
const sourceFolders = [
  "packages/study",
  "packages/privacy",
  "packages/statistics",
  "packages/ui",
  "analysis",
];

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (["node_modules", "dist"].includes(entry.name) || entry.name.includes(".test.")) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** A fingerprint of everything a web app is built from; equal fingerprints mean that the build is fresh. */
function fingerprint(app: string): string {
  const hash = createHash("sha256");
  const folders = [`apps/${app}`, ...sourceFolders].map((folder) => join(projectFolder, folder));
  const files = [...folders.flatMap(filesBelow), join(projectFolder, "pnpm-lock.yaml")].sort();
  for (const file of files) {
    hash.update(`${relative(projectFolder, file)}\0`);
    hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}

function runVite(app: string): Promise<void> {
  const vite = join(dirname(require.resolve("vite/package.json")), "bin/vite.js");
  const child = spawn(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: join(projectFolder, "apps", app),
    // Under a test runner this is "test", and the build would hold React's development half.
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`vite build of apps/${app} failed:\n${output}`)),
    );
  });
}

/**
 * Builds the questionnaire and the console where their sources changed since the last build.
 * Returns which ones were built. A build that is interrupted counts as never made.
 * @throws Error with the output of the build if it fails
 */
export async function buildWebApps({
  onProgress,
}: {
  onProgress: (app: (typeof webApps)[number]) => void;
}): Promise<string[]> {
  const built: string[] = [];
  for (const app of webApps) {
    const stamp = join(projectFolder, "apps", app, "dist", ".built-from");
    const wanted = fingerprint(app);
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) continue;
    onProgress(app);
    await runVite(app);
    precompress(webAppFolders[app]);
    writeFileSync(stamp, wanted);
    built.push(app);
  }
  return built;
}
