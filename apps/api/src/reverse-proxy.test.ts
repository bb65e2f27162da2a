import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exampleApi } from "./example/example-api.ts";
import { projectFolder } from "./start/build-web-apps.ts";

const config = readFileSync(join(projectFolder, "apps/api/reverse-proxy/nginx.conf"), "utf8");
const directives = config
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line !== "" && !line.startsWith("#"));
const servers = directives
  .join("\n")
  .split(/^server \{$/m)
  .slice(1);
const passed = directives.flatMap((line) => {
  const [, pattern] = /^location ~ (\S+) \{ proxy_pass /.exec(line) ?? [];
  return pattern === undefined ? [] : [new RegExp(pattern)];
});

/** What people need who answer; everything else is for researchers and stays on the machine. */
const forParticipants = [
  "/s/:study",
  "/s/:study/withdraw",
  "/questionnaire/*",
  "/privacy",
  "/accessibility",
  "/accessibility/feedback",
  "/accessibility/feedback/thanks",
  "/problems/:kind",
  "/api/studies/:study",
  "/api/instruments/:slug/:version",
  "/api/studies/:study/participation-checks",
  "/api/studies/:study/credentials",
  "/api/studies/:study/draft-saves",
  "/api/studies/:study/draft-reads",
  "/api/studies/:study/draft-deletions",
  "/api/studies/:study/responses",
  "/api/studies/:study/withdrawals",
];

/** An address that the pattern of a route stands for. */
function addressOf(route: string): string {
  return route
    .replace("/questionnaire/*", "/questionnaire/assets/main-1a2b.js")
    .replace(":kind", "closed")
    .replace(":version", "1.0.0")
    .replaceAll(/:[a-z]+/gi, "value-drivers")
    .replace("/*", "/x");
}

test("the sample for a proxy in front writes nobody's address down and hands none on", () => {
  expect(servers).toHaveLength(2);
  for (const server of servers) {
    expect(server).toContain("access_log off;");
    expect(server).toContain("error_log /dev/null crit;");
  }
  expect(
    directives.filter((line) => /log_format|\$remote_|\$proxy_add_x|\$http_user/.test(line)),
  ).toEqual([]);
  for (const header of ["x-forwarded-for", "x-real-ip", "forwarded"])
    expect(config).toContain(`proxy_set_header ${header} "";`);
});

test("it lets through what participants need, and of all other routes not one", () => {
  const { app } = exampleApi(Object.create(null), { accounts: Object.create(null) });
  const routes = new Set(
    app.routes.map(({ path }) => path).filter((path) => !/^\/?\*?$/.test(path)),
  );
  expect(forParticipants.filter((route) => !routes.has(route))).toEqual([]);
  const isPassed = (route: string) => passed.some((pattern) => pattern.test(addressOf(route)));
  expect(forParticipants.filter((route) => !isPassed(route))).toEqual([]);
  const others = [...routes].filter((route) => !forParticipants.includes(route));
  expect(others.length).toBeGreaterThan(20);
  expect(others.filter(isPassed)).toEqual([]);
});
