import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../start/build-web-apps.ts";
import { statementGroups } from "./statements.ts";

const statements = statementGroups.flatMap((group) => group.statements);

test.each(statements.map((one) => [one.en, one.test]))(
  "“%s” names a test that exists: %s",
  (_, named) => {
    const [file = "", title = ""] = named.split(" › ");
    expect(existsSync(join(projectFolder, file))).toBe(true);
    expect(title.length).toBeGreaterThan(8);
    expect(readFileSync(join(projectFolder, file), "utf8")).toContain(title);
  },
);
