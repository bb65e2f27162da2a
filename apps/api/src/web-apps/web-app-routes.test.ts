import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { openStore, type Store } from "@mehrwert/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi, exampleStudy, exampleWebApps } from "../example/example-api.ts";

let store: Store;
let drop: () => Promise<void>;
const { webApps, remove } = exampleWebApps();

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
  const title = { de: "Was <Netzwerke> geben", en: "What $& <networks> give" };
  await store.createStudy(await exampleStudy({ slug: "fielding", title }));
});

afterAll(async () => {
  await store.close();
  await drop();
  remove();
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  exampleApi(store, { webApps }).app.request(path, { headers });

describe("the participant's page", () => {
  test("carries title, language and a message without scripts before anything is loaded", async () => {
    const german = await (await ask("/s/fielding", { "accept-language": "de" })).text();
    expect(german).toContain('<html lang="de">');
    expect(german).toContain("<title>Was &lt;Netzwerke&gt; geben</title>");
    expect(german).toContain("Diese Seite braucht JavaScript");
    const english = await (await ask("/s/fielding?lang=en")).text();
    expect(english).toContain('<html lang="en">');
    expect(english).toContain("<title>What $&amp; &lt;networks&gt; give</title>");
    expect(english).toContain('<div id="root"></div>');
  });

  test.each(["nowhere", "FIELDING", "a%00b", "..%2f..%2fsecret.txt"])(
    "is the app with a 404 for the study %s",
    async (slug) => {
      const reply = await ask(`/s/${slug}`, { "accept-language": "de" });
      expect(reply.status).toBe(404);
      const page = await reply.text();
      expect(page).toContain("<title>Diese Befragung gibt es nicht</title>");
      expect(page).toContain('<div id="root"></div>');
    },
  );

  test("is found with a slash at the end, too", async () => {
    const reply = await ask("/s/fielding/");
    expect([reply.status, reply.headers.get("location")]).toEqual([302, "/s/fielding"]);
  });

  test("is a 503 while the app is not built", async () => {
    const reply = await exampleApi(store).app.request("/s/fielding");
    expect(reply.status).toBe(503);
  });
});

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
