import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { interviewGuideJsonSchema } from "../src/interview-guide.ts";

// Run from the project's root: node --import tsx packages/study/scripts/write-interview-guide-json-schema.ts
const root = fileURLToPath(new URL("../../..", import.meta.url));
const file = fileURLToPath(
  new URL("../../../instruments/interview-guide.schema.json", import.meta.url),
);

writeFileSync(file, JSON.stringify(interviewGuideJsonSchema()));
execFileSync(
  "npx",
  ["--no", "biome", "format", "--config-path=.config/format-and-lint.json", "--write", file],
  { cwd: root, stdio: "inherit" },
);
