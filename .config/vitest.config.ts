import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
process.env.TZ = "UTC";

const exclude = ["**/node_modules/**", "**/dist/**"];

/**
 * Unit tests run anywhere; `store` brings its own PostgreSQL; `journeys` and `faults` bring server and browser too.
 * `--mode long` lets the faults happen as often as they must; without it they happen often enough to be noticed.
 */
export default defineConfig(({ mode }) => ({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      {
        root,
        test: {
          name: "unit",
          testTimeout: 60_000,
          include: [
            "{packages,apps}/*/src/**/*.test.{ts,tsx}",
            "analysis/src/**/*.test.ts",
            "test/golden/**/*.test.ts",
          ],
          exclude: [...exclude, "packages/store/**", "apps/api/**"],
        },
      },
      {
        root,
        test: {
          name: "architecture",
          testTimeout: 60_000,
          include: ["test/architecture.test.ts"],
          exclude,
        },
      },
      {
        root,
        test: {
          name: "store",
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          include: ["{packages/store,apps/api}/src/**/*.test.ts"],
          exclude,
          globalSetup: ["test/setup/database.ts"],
        },
      },
      {
        root,
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          exclude,
          globalSetup: ["test/setup/database.ts", "test/setup/web-apps.ts"],
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        root,
        mode,
        test: {
          name: "faults",
          include: ["test/{faults,attacks}/**/*.test.ts"],
          exclude,
          globalSetup: ["test/setup/database.ts", "test/setup/web-apps.ts"],
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
}));
