import { openStore, type Store } from "@mehrwert/store";
import { problemSchema, type SurveyResponse } from "@mehrwert/study";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi, exampleResponse, exampleStudy } from "../example/example-api.ts";

let store: Store;
let drop: () => Promise<void>;
const study = await exampleStudy({ slug: "fielding" });
const closedStudy = await exampleStudy({ slug: "closed", status: "closed" });

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
  await store.createStudy(study);
  await store.createStudy(closedStudy);
});

afterAll(async () => {
  await store.close();
  await drop();
});

/** The refusal's status, kind and first pointers; fails if it is not a problem. */
async function refusalOf(reply: Response) {
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  const problem = problemSchema.parse(await reply.json());
  expect(problem.status).toBe(reply.status);
  return {
    status: problem.status,
    kind: problem.type.replace("/problems/", ""),
    pointers: problem.errors?.map(({ pointer }) => pointer) ?? [],
  };
}

const valid = exampleResponse(study, 1);
const withAnswers = (answers: Record<string, unknown>) => ({
  ...valid,
  answers: { ...valid.answers, ...answers },
});
const firstDrivers = ["vd-1", "vd-2", "vd-3"];
const openQuestion = "closing-comment";

describe("POST /api/studies/<study>/responses", () => {
  test("stores a valid response once, however often it is sent", async () => {
    const { submit } = exampleApi(store);
    const before = await store.countResponses(study.slug);
    const response = exampleResponse(study, 2);
    const first = await submit(study.slug, response);
    const second = await submit(study.slug, response);
    expect([first.status, await first.json()]).toEqual([
      201,
      { id: response.id, result: "stored" },
    ]);
    expect([second.status, await second.json()]).toEqual([
      200,
      { id: response.id, result: "already-stored" },
    ]);
    expect(await store.countResponses(study.slug)).toBe(before + 1);
    expect(await store.responses(study.slug)).toContainEqual(response);
  });

  test("refuses other answers under a known id and keeps the first ones", async () => {
    const { submit } = exampleApi(store);
    const response = exampleResponse(study, 3);
    await submit(study.slug, response);
    const other: SurveyResponse = { ...exampleResponse(study, 4), id: response.id };
    expect(await refusalOf(await submit(study.slug, other))).toMatchObject({
      status: 409,
      kind: "conflict",
    });
    expect(await store.responses(study.slug)).toContainEqual(response);
  });

  test("refuses a new response to a closed study", async () => {
    const { submit } = exampleApi(store);
    const reply = await submit(closedStudy.slug, exampleResponse(closedStudy, 5));
    expect(await refusalOf(reply)).toMatchObject({ status: 403, kind: "closed" });
  });

  test.each(["unknown", "no%00where", "..%2f..", "DEMO"])(
    "says not found for the study %s",
    async (slug) => {
      const { submit } = exampleApi(store);
      expect(await refusalOf(await submit(slug, valid))).toMatchObject({
        status: 404,
        kind: "not-found",
      });
    },
  );

  test.each([
    ["an unknown question", withAnswers({ surprise: 1 }), ["#/answers/surprise"]],
    ["an unknown key beside the answers", { ...valid, extra: true }, ["#/extra"]],
    [
      "a rating of 99",
      withAnswers({ "results-orientation": { "ro-1": 99 } }),
      ["#/answers/results-orientation/ro-1"],
    ],
    [
      "a driver ranked twice",
      withAnswers({ "value-drivers": [...firstDrivers, "vd-1"] }),
      undefined,
    ],
    ["a ranking without the order shown", { ...valid, presentation: {} }, undefined],
    ["another wave", { ...valid, wave: valid.wave + 1 }, ["#/wave"]],
    ["another instrument", { ...valid, instrumentSlug: "other" }, ["#/instrumentSlug"]],
    ["another version", { ...valid, instrumentVersion: "0.9.0" }, ["#/instrumentVersion"]],
    ["another definition", { ...valid, definitionHash: "0".repeat(64) }, ["#/definitionHash"]],
    ["a time-ordered id", { ...valid, id: "00000000-0000-1000-8000-000000000001" }, ["#/id"]],
    [
      "a visit of five hours",
      { ...valid, visit: { minutes: 300, device: "phone" } },
      ["#/visit/minutes"],
    ],
    [
      "a visit with a program's name",
      { ...valid, visit: { minutes: 3, device: "phone", userAgent: "x" } },
      ["#/visit/userAgent"],
    ],
    [
      "a visit with a watch",
      { ...valid, visit: { minutes: 3, device: "watch" } },
      ["#/visit/device"],
    ],
    ["no answers", { ...valid, answers: null }, ["#/answers"]],
    ["a list instead of answers", { ...valid, answers: [] }, ["#/answers"]],
    ["a list", [valid], ["#"]],
    ["a number", 5, ["#"]],
  ])("refuses %s with the place", async (_, body, pointers) => {
    const { submit } = exampleApi(store);
    const refusal = await refusalOf(await submit(study.slug, body));
    expect(refusal).toMatchObject({ status: 422, kind: "invalid" });
    expect(refusal.pointers.length).toBeGreaterThan(0);
    if (pointers !== undefined) expect(refusal.pointers).toEqual(pointers);
  });

  test.each([
    ["NUL in an answer", "a\u0000b"],
    ["a lone surrogate", "a\ud800b"],
    ["more text than the question takes", "x".repeat(20_000)],
  ])("refuses %s", async (_, text) => {
    const { submit } = exampleApi(store);
    const reply = await submit(study.slug, withAnswers({ [openQuestion]: text }));
    const refusal = await refusalOf(reply);
    expect(refusal).toMatchObject({ status: 422, kind: "invalid" });
    expect(refusal.pointers).toContain(`#/answers/${openQuestion}`);
  });

  test.each(["__proto__", "constructor", "prototype"])(
    "refuses the name %s wherever it hides",
    async (name) => {
      const { submit } = exampleApi(store);
      const raw = JSON.stringify(valid);
      const top = raw.replace("{", `{"${name}":{"polluted":1},`);
      const inAnswers = raw.replace('"answers":{', `"answers":{"${name}":{"polluted":1},`);
      for (const text of [top, inAnswers]) {
        expect(await refusalOf(await submit(study.slug, text))).toMatchObject({
          status: 422,
          kind: "invalid",
        });
      }
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    },
  );

  test.each([
    ["broken JSON", '{"id": '],
    ["nothing", ""],
    ["brackets nested 20,000 deep", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
    ["objects nested 20,000 deep", `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`],
    ["bytes that are not UTF-8", new Blob([new Uint8Array([0x22, 0xff, 0xfe, 0x22])])],
  ])("calls %s malformed", async (_, body) => {
    const { submit } = exampleApi(store);
    expect(await refusalOf(await submit(study.slug, body))).toMatchObject({
      status: 400,
      kind: "malformed",
    });
  });

  test("refuses a megabyte, with and without an announced length", async () => {
    const { submit } = exampleApi(store);
    const text = JSON.stringify(withAnswers({ [openQuestion]: "x".repeat(1024 * 1024) }));
    for (const headers of [{}, { "content-length": String(text.length) }]) {
      expect(await refusalOf(await submit(study.slug, text, headers))).toMatchObject({
        status: 413,
        kind: "too-large",
      });
    }
  });

  test("names at most fifty places of a huge list", async () => {
    const { submit } = exampleApi(store);
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`q-${index}`, 1]));
    const refusal = await refusalOf(await submit(study.slug, { ...valid, ...many }));
    expect(refusal).toMatchObject({ status: 422, kind: "invalid" });
    expect(refusal.pointers).toHaveLength(50);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])(
    "refuses the media type “%s”",
    async (type) => {
      const { submit } = exampleApi(store);
      const reply = await submit(study.slug, valid, { "content-type": type });
      expect(await refusalOf(reply)).toMatchObject({ status: 415, kind: "not-json" });
    },
  );

  test("refuses to store answers to questions that were changed after fielding", async () => {
    const changed = await exampleStudy({ slug: "changed", definitionHash: "1".repeat(64) });
    await store.createStudy(changed);
    const { submit, logLines } = exampleApi(store);
    const reply = await submit(changed.slug, exampleResponse(changed, 6));
    expect(await refusalOf(reply)).toMatchObject({ status: 500, kind: "unexpected" });
    expect(logLines.join("")).toContain("was changed after fielding");
  });

  test("says what is wrong in the language asked for", async () => {
    const { app } = exampleApi(store);
    const reply = await app.request(`/api/studies/${study.slug}/responses`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "de-AT,en;q=0.5" },
      body: JSON.stringify({ ...valid, extra: 1 }),
    });
    expect(reply.headers.get("content-language")).toBe("de");
    expect(problemSchema.parse(await reply.json()).errors).toEqual([
      {
        pointer: "#/extra",
        detail: "Diese Angabe ist unbekannt.",
        advice: "Lassen Sie die Angabe weg.",
      },
    ]);
  });
});
