import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { codebookJsonSchema } from "../src/codebook.ts";

// Run from the project's root: node --import tsx packages/study/scripts/write-codebook-json-schema.ts
const root = fileURLToPath(new URL("../../..", import.meta.url));
const file = fileURLToPath(new URL("../../../instruments/codebook.schema.json", import.meta.url));

writeFileSync(file, JSON.stringify(codebookJsonSchema()));
execFileSync(
  "npx",
  ["--no", "biome", "format", "--config-path=.config/format-and-lint.json", "--write", file],
  { cwd: root, stdio: "inherit" },
);
