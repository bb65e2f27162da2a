import { createAccounts, createApp, createLog, webAppFolders } from "@mehrwert/api";
import type { Store } from "@mehrwert/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../setup/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const secret = "select * from person where password = 'hunter2' -- /root/secret.ts:12:3";

/** A store of which every function fails as a careless driver does: with statement, value and path in its message. */
function failing<T extends object>(store: T): T {
  return new Proxy(store, {
    get: (target, name) => {
      const value = Reflect.get(target, name);
      if (typeof value === "object" && value !== null) return failing(value);
      if (typeof value !== "function") return value;
      return () => {
        throw new Error(secret, { cause: new Error(secret) });
      };
    },
  });
}

test("a failure in any route tells a request id and nothing else", async () => {
  const store: Store = failing(server.store);
  const accounts = createAccounts({
    store: server.store.accounts,
    secret: "a secret for tests, of at least 32 characters",
    origin: "http://127.0.0.1",
    now: () => new Date(),
  });
  const everything = { get: () => "owner" as const } as unknown as ReadonlyMap<string, "owner">;
  const log: string[] = [];
  const app = createApp({
    store,
    accounts: {
      ...accounts,
      whoAsks: async () => ({
        who: {
          person: { id: "1", name: "Ada", email: "a@office.example" },
          isAdministrator: true,
          roles: everything,
        },
        setCookies: [],
      }),
    },
    instruments: new Map([["value-drivers/1.0.0", server.instrument]]),
    now: () => new Date(),
    log: createLog("trace", { write: (line: string) => log.push(line) }),
    webApps: webAppFolders,
    softwareVersion: "0.0.0-test",
  });
  const routes = app.routes.filter(({ method }) => method !== "ALL");
  const addresses = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  const told: string[] = [];
  let failures = 0;
  for (const route of addresses) {
    const [method = "", pattern = ""] = route.split(" ");
    const path = pattern
      .replace(":study", "demo")
      .replace(":slug", "value-drivers")
      .replace(":version", "1.0.0")
      .replace(":file", "dictionary.json")
      .replace(":kind", "closed")
      .replace("*", "")
      .replaceAll(/:\w+/g, "x");
    for (const body of [
      undefined,
      "{",
      '{"token":"',
      JSON.stringify({ token: "a".repeat(43) }),
      JSON.stringify({ email: "a@office.example", isAdministrator: false, role: "viewer" }),
    ]) {
      const hasBody = ["POST", "PUT", "PATCH"].includes(method) && body !== undefined;
      const reply = await app.request(path, {
        method,
        headers: { "content-type": "application/json", "accept-language": "en" },
        ...(hasBody && { body }),
      });
      const text = await reply.text();
      if (reply.status >= 500) failures += 1;
      if (
        /hunter2|select \*|secret\.ts|node_modules|\n\s+at |Error: /.test(
          text + [...reply.headers].join(),
        )
      )
        told.push(`${route}: ${text.slice(0, 200)}`);
    }
  }
  process.stdout.write(
    `failures: ${addresses.size} routes, ${failures} replies of 500, ${told.length} told more than an id\n`,
  );
  expect(told).toEqual([]);
  expect(failures).toBeGreaterThan(30);
  expect(log.join("")).not.toContain("hunter2");
});
