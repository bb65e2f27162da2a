import { openStore, type Store } from "@mehrwert/store";
import { problemSchema } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi } from "../example/example-api.ts";

let store: Store;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
});

afterAll(async () => {
  await store.close();
  await drop();
});

const get = (path: string) => exampleApi(store).app.request(`/api/library/${path}`);

test("checks before the field count groups for the number of responses expected", async () => {
  const reply = await get("value-drivers/1.0.0/checks?respondents=120");
  expect(reply.status).toBe(200);
  const { durations, demographics, hints, items } = await reply.json();
  expect(durations.de[0].typical).toBeGreaterThan(5);
  expect(demographics).toMatchObject({ combinations: 600, expected: { respondents: 120 } });
  expect(items.length).toBeGreaterThan(30);
  expect(hints.length).toBeGreaterThan(3);
  expect((await get("value-drivers/1.0.0/checks?respondents=0")).status).toBe(422);
});

test.each([
  ["html", "text/html", "<!doctype html>"],
  ["md", "text/markdown", "# "],
  ["json", "application/json", "{"],
  ["xml", "application/xml", "<?xml"],
])("the data dictionary comes as %s", async (format, type, start) => {
  const reply = await get(`value-drivers/1.0.0/dictionary.${format}?lang=en`);
  expect(reply.status).toBe(200);
  expect(reply.headers.get("content-type")).toContain(type);
  expect(reply.headers.get("content-disposition")).toBe(
    `attachment; filename="value-drivers-1.0.0-dictionary.${format}"`,
  );
  const said = await reply.text();
  expect(said.startsWith(start)).toBe(true);
  expect(said).toContain("vd-1");
});

test("there are no other documents", async () => {
  expect((await get("value-drivers/1.0.0/dictionary.exe")).status).toBe(404);
  expect((await get("value-drivers/9.9.9/dictionary.md")).status).toBe(404);
});

const survey = {
  title: "Small survey",
  pages: [
    {
      name: "page1",
      elements: [
        { type: "radiogroup", name: "member", title: "Member?", choices: ["yes", "no"] },
        { type: "comment", name: "why", title: "Why?" },
      ],
    },
  ],
};

function send(query: string, body: string, headers: Record<string, string> = {}) {
  return exampleApi(store).app.request(`/api/library/import?${query}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", host: "localhost", ...headers },
    body,
  });
}

test("an imported questionnaire is a draft with a report of what became of it", async () => {
  const reply = await send("fileName=survey.json&as=imported", JSON.stringify(survey));
  const { draft, report } = await reply.json();
  expect(reply.status).toBe(201);
  expect(draft).toMatchObject({ slug: "imported", revision: 1 });
  expect(report).toMatchObject({ fileName: "survey.json", format: "surveyjs" });
  expect(report.entries.length).toBeGreaterThan(1);
  expect((await get("imported/draft")).status).toBe(200);
  expect((await send("fileName=survey.json&as=imported", JSON.stringify(survey))).status).toBe(409);
});

test.each([
  ["a file that is none", "fileName=a.lss", "<broken", {}, 422, "invalid"],
  [
    "what is not announced as a file",
    "fileName=a.lss",
    "x",
    { "content-type": "text/plain" },
    415,
    "not-bytes",
  ],
  [
    "more than ten megabytes",
    "fileName=a.lss",
    "x".repeat(10 * 1024 * 1024 + 1),
    {},
    413,
    "too-large",
  ],
  ["a page elsewhere", "fileName=a.lss", "x", { origin: "http://evil.example" }, 403, "cross-site"],
])("refuses %s", async (_, query, body, headers, status, kind) => {
  const reply = await send(query, body, headers);
  expect(reply.status).toBe(status);
  expect(problemSchema.parse(await reply.json()).type).toBe(`/problems/${kind}`);
});

test("the JSON Schema of instruments is served for editors", async () => {
  const reply = await exampleApi(store).app.request("/api/instruments/schema.json");
  expect(reply.status).toBe(200);
  const { definitions } = await reply.json();
  expect(Object.keys(definitions)).toEqual(expect.arrayContaining(["question", "mehrwert"]));
});
