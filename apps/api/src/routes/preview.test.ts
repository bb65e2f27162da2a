import { openStore, type Store } from "@mehrwert/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi, exampleWebApps } from "../example/example-api.ts";

let store: Store;
let drop: () => Promise<void>;
const { webApps, remove } = exampleWebApps();

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
});

afterAll(async () => {
  await store.close();
  await drop();
  remove();
});

const ask = (path: string) => exampleApi(store, { webApps }).app.request(path);

test.each(["/preview/value-drivers/1.0.0", "/preview/my-own/draft?lang=en"])(
  "%s is the participant's app, which only pages of this server may embed",
  async (path) => {
    const reply = await ask(path);
    expect(reply.status).toBe(200);
    expect(await reply.text()).toContain('<div id="root"></div>');
    expect(reply.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
    expect(reply.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(reply.headers.get("x-frame-options")).toBe("SAMEORIGIN");
  },
);

test.each(["/preview/value-drivers/latest", "/preview/..%2f/1.0.0", "/preview/value-drivers"])(
  "%s is no address",
  async (path) => {
    const reply = await ask(path);
    expect(reply.status).toBe(404);
    expect(reply.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  },
);
