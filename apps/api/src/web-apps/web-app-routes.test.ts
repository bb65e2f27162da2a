import { readFileSync } from "node:fs";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { openStore, type Store } from "@mehrwert/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi, exampleWebApps } from "../example/example-api.ts";
import { precompress } from "./precompress.ts";

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

const ask = (path: string, headers: Record<string, string> = {}) =>
  exampleApi(store, { webApps }).app.request(path, { headers });

describe("the researcher's page", () => {
  test.each(["/console/", "/console/studies/fielding/results"])("answers %s", async (path) => {
    const reply = await ask(path);
    expect(reply.status).toBe(200);
    expect(await reply.text()).toContain("<title>console</title>");
  });

  test.each(["/", "/console"])("is where %s leads", async (path) => {
    const reply = await ask(path);
    expect([reply.status, reply.headers.get("location")]).toEqual([302, "/console/"]);
  });
});

describe("files", () => {
  const path = "/questionnaire/assets/main-1a2b.js";
  const text = "export {};\n".repeat(1000);

  test("come compressed the way the reader accepts", async () => {
    const brotli = await ask(path, { "accept-encoding": "gzip, deflate, br" });
    expect(brotli.headers.get("content-encoding")).toBe("br");
    expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(text);
    const gzip = await ask(path, { "accept-encoding": "gzip, br;q=0" });
    expect(gzip.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(text);
    const plain = await ask(path);
    expect(plain.headers.get("content-encoding")).toBe(null);
    expect(await plain.text()).toBe(text);
    expect(plain.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  });

  test("come as the build compressed them where it did, and those twins have no address", async () => {
    precompress(webApps.questionnaire);
    const { app } = exampleApi(store, { webApps });
    const headers = { "accept-encoding": "br" };
    const reply = await app.request(path, { headers });
    const twin = readFileSync(`${webApps.questionnaire}/assets/main-1a2b.js.br`);
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(twin);
    expect(brotliDecompressSync(twin).toString()).toBe(text);
    expect(reply.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await app.request(`${path}.br`)).status).toBe(404);
  });

  test("that carry no hash are asked for again, and answered by 304 while unchanged", async () => {
    const first = await ask("/console/favicon.svg");
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const again = await ask("/console/favicon.svg", {
      "if-none-match": first.headers.get("etag") ?? "",
    });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test.each([
    "/questionnaire/../secret.txt",
    "/questionnaire/%2e%2e/secret.txt",
    "/questionnaire/..%2fsecret.txt",
    "/questionnaire/..%5csecret.txt",
    "/questionnaire/assets/../../secret.txt",
    "/questionnaire/assets/..%252f..%252fsecret.txt",
    "/questionnaire//etc/passwd",
    "/questionnaire/.built-from",
    "/questionnaire/index.html",
    "/questionnaire/",
    "/console/assets/..%2f..%2f..%2fsecret.txt",
  ])("outside the app stay where they are: %s", async (attack) => {
    const reply = await ask(attack);
    expect(reply.status).toBe(404);
    expect(await reply.text()).not.toContain("secret");
  });
});
