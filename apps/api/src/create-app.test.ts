import { openStore, type Store } from "@mehrwert/store";
import { problemSchema } from "@mehrwert/study";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/setup/database.ts";
import {
  exampleApi,
  exampleResponse,
  exampleStudy,
  exampleWebApps,
} from "./example/example-api.ts";
import { securityHeaders } from "./guards/security-headers.ts";
import { problemKinds } from "./problems/problem-kinds.ts";

let store: Store;
let drop: () => Promise<void>;
const study = await exampleStudy({ slug: "fielding" });
const { webApps, remove } = exampleWebApps();

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
  await store.createStudy(study);
});

afterAll(async () => {
  await store.close();
  await drop();
  remove();
});

describe("every reply", () => {
  test.each([
    ["GET", "/", 302],
    ["GET", "/health", 200],
    ["GET", "/api/studies", 200],
    ["GET", "/api/studies/fielding", 200],
    ["GET", "/api/studies/nowhere", 404],
    ["GET", "/api/instruments/value-drivers/1.0.0", 200],
    ["GET", "/api/instruments/value-drivers/9.9.9", 404],
    ["GET", "/api/studies/fielding/results", 200],
    ["GET", "/api/docs", 200],
    ["GET", "/api/openapi.json", 200],
    ["GET", "/api/nothing", 404],
    ["GET", "/problems/invalid", 200],
    ["GET", "/s/fielding", 200],
    ["GET", "/s/nowhere", 404],
    ["GET", "/console/studies/fielding/results", 200],
    ["GET", "/questionnaire/assets/main-1a2b.js", 200],
    ["GET", "/questionnaire/assets/gone.js", 404],
    ["HEAD", "/health", 200],
    ["DELETE", "/api/studies", 405],
    ["POST", "/api/studies/fielding/responses", 415],
  ])("to %s %s is %i and carries the security headers", async (method, path, status) => {
    const { app } = exampleApi(store, { webApps });
    const reply = await app.request(path, { method });
    expect(reply.status).toBe(status);
    expect(Object.fromEntries(reply.headers)).toMatchObject(securityHeaders);
    const isAsset = path.includes("/assets/") && status === 200;
    // Released results may be kept by the browser that shows them, and are asked for again each time.
    const isResults = path.endsWith("fielding/results") && path.startsWith("/api/");
    const caching = isResults ? "private, no-cache" : "no-store";
    expect(reply.headers.get("cache-control")).toBe(
      isAsset ? "public, max-age=31536000, immutable" : caching,
    );
    expect(reply.headers.has("set-cookie")).toBe(false);
  });

  test("names the allowed methods when one is not", async () => {
    const reply = await exampleApi(store).app.request("/api/studies", { method: "DELETE" });
    expect(reply.headers.get("allow")).toContain("GET");
    expect(problemSchema.parse(await reply.json()).type).toBe("/problems/method-not-allowed");
  });
});

describe("the host guard", () => {
  const ask = (host: string) =>
    exampleApi(store, { publicHosts: ["survey.example.org"] }).app.request("/api/studies", {
      headers: { host },
    });

  test.each(["127.0.0.1:8080", "localhost", "LOCALHOST:1", "[::1]:8080", "survey.example.org"])(
    "lets %s in",
    async (host) => {
      expect((await ask(host)).status).toBe(200);
    },
  );

  test.each([
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example:8080",
    "0.0.0.0",
    "",
  ])("refuses “%s”", async (host) => {
    const reply = await ask(host);
    expect(reply.status).toBe(421);
    expect(problemSchema.parse(await reply.json()).type).toBe("/problems/unknown-host");
  });
});

describe("the cross-site guard", () => {
  const post = (headers: Record<string, string>, seed: number) =>
    exampleApi(store).submit("fielding", exampleResponse(study, seed), {
      host: "localhost:8080",
      ...headers,
    });

  test.each([
    ["a page of another site", { "sec-fetch-site": "cross-site" }],
    ["a page of another port", { "sec-fetch-site": "same-site" }],
    ["another origin", { origin: "http://evil.example" }],
    ["another port as origin", { origin: "http://localhost:9" }],
    ["a sandboxed frame", { origin: "null" }],
  ])("refuses what comes from %s", async (_, headers) => {
    const reply = await post(headers, 1);
    expect(reply.status).toBe(403);
    expect(problemSchema.parse(await reply.json()).type).toBe("/problems/cross-site");
    expect(await store.countResponses("fielding")).toBe(0);
  });

  test.each([
    ["our own page", { "sec-fetch-site": "same-origin", origin: "http://localhost:8080" }, 2],
    ["our own page in an old browser", { origin: "http://localhost:8080" }, 3],
    ["a program", {}, 4],
  ])("lets %s send", async (_, headers, seed) => {
    expect((await post(headers, seed)).status).toBe(201);
    await exampleApi(store).app.request("/health");
  });
});

describe("an unexpected failure", () => {
  const secret = "my boss ignores us";
  const failing = { ...store, studies: () => Promise.reject(new Error(`quoting ${secret}`)) };

  test("tells the client a request id only, and the log its place under the same id", async () => {
    const { app, logLines } = exampleApi(
      { ...store, ...failing },
      { newRequestId: () => "request-7" },
    );
    const reply = await app.request("/api/studies");
    expect(reply.status).toBe(500);
    expect(problemSchema.parse(await reply.json())).toEqual({
      type: "/problems/unexpected",
      title: problemKinds.unexpected.title.en,
      status: 500,
      detail: problemKinds.unexpected.detail.en,
      requestId: "request-7",
    });
    const failure = logLines.map((line) => JSON.parse(line)).find(({ msg }) => msg === "failure");
    expect(failure).toMatchObject({ requestId: "request-7", causes: [{ name: "Error" }] });
    expect(logLines.join("")).not.toContain(secret);
  });

  test("is 503 with Retry-After when the database is away", async () => {
    const away = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    const { app } = exampleApi({ ...store, ping: () => Promise.reject(away) });
    const reply = await app.request("/health");
    expect([reply.status, reply.headers.get("retry-after")]).toEqual([503, "5"]);
  });
});

describe("the log", () => {
  test("knows route, status and duration, and nothing about who asked or what was answered", async () => {
    const { submit, app, logLines } = exampleApi(store);
    const headers = {
      "user-agent": "curious-browser",
      "accept-language": "xx-secret",
      "x-forwarded-for": "203.0.113.7",
      referer: "http://localhost/secret",
      cookie: "a=secret",
    };
    const response = exampleResponse(study, 9);
    response.answers["closing-comment"] = "my boss ignores us";
    await submit("fielding", response, headers);
    await submit(
      "fielding",
      { ...response, answers: { ...response.answers, secret: "secret" } },
      headers,
    );
    await submit("fielding", `{"secret": ${JSON.stringify(response)}`, headers);
    await app.request("/api/studies/secret?token=secret", { headers });
    const lines = logLines.map((line) => JSON.parse(line));
    const day = new Date().toISOString().slice(0, 10);
    for (const line of lines) expect(line).toMatchObject({ day });
    for (const line of lines) expect(line).not.toHaveProperty("time");
    expect(lines.map(({ method, route, status }) => [method, route, status])).toEqual([
      ["POST", "/api/studies/:study/responses", 201],
      ["POST", "/api/studies/:study/responses", 422],
      ["POST", "/api/studies/:study/responses", 400],
      ["GET", "/api/studies/:study", 404],
    ]);
    for (const word of [
      "boss",
      "secret",
      "curious",
      "203.0.113.7",
      response.id,
      "fielding",
      "closing",
    ]) {
      expect(logLines.join("")).not.toContain(word);
    }
  });
});

describe("GET /problems/<kind>", () => {
  test.each(Object.keys(problemKinds))("explains %s in both languages", async (kind) => {
    const { app } = exampleApi(store);
    for (const language of ["de", "en"]) {
      const reply = await app.request(`/problems/${kind}?lang=${language}`);
      const text = await reply.text();
      expect(reply.headers.get("content-type")).toContain("text/html");
      expect(text).toContain(`<html lang="${language}">`);
      expect(text).toContain(`/problems/${kind}`);
    }
  });

  test.each(["toString", "nothing", "__proto__"])("knows no kind %s", async (kind) => {
    expect((await exampleApi(store).app.request(`/problems/${kind}`)).status).toBe(404);
  });
});
