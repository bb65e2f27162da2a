import { afterEach, expect, test, vi } from "vitest";
import { loadStudy, sendResponse } from "./study-client.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A server that takes each request and never answers; the browser's patience passes a thousand times faster. */
function silentServer(answers: Response[] = []) {
  const patience: number[] = [];
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    patience.push(ms);
    return timeout(ms / 1000);
  });
  vi.stubGlobal("fetch", (_path: string, { signal }: RequestInit = {}) => {
    const answer = answers.shift();
    if (answer) return Promise.resolve(answer);
    return new Promise((_, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason));
    });
  });
  return patience;
}

test("a server that never answers is unreachable after half a minute", async () => {
  const patience = silentServer();
  expect(await loadStudy("demo")).toEqual({ state: "unreachable" });
  expect(patience).toEqual([30_000]);
});

test("half a minute is also all an instrument has to come", async () => {
  const study = { definitionHash: "", informationSheet: {}, instrumentSlug: "a" };
  const patience = silentServer([Response.json(study)]);
  expect(await loadStudy("demo")).toEqual({ state: "unreachable" });
  expect(patience).toEqual([30_000, 30_000]);
});

test("a response that nobody confirms within half a minute counts as not sent", async () => {
  silentServer();
  const response = {
    id: "4be0643f-1d98-4f6e-9f1c-2f1c1b0a9d11",
    wave: 1,
    instrumentSlug: "a",
    instrumentVersion: "1.0.0",
    definitionHash: "a".repeat(64),
    language: "de",
    answers: {},
    presentation: {},
  } as const;
  expect(await sendResponse("demo", response)).toBeUndefined();
});

test("whoever began with an earlier version gets that one, everybody else the current one", async () => {
  const [now, then, never] = ["a".repeat(64), "b".repeat(64), "c".repeat(64)];
  const study = {
    informationSheet: {},
    instrumentSlug: "own",
    instrumentVersion: "1.1.0",
    definitionHash: now,
    earlierVersions: [{ instrumentVersion: "1.0.0", definitionHash: then }],
  };
  const asked: string[] = [];
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(path);
    const isStudy = path.startsWith("/api/studies/");
    return Promise.resolve(Response.json(isStudy ? study : { pages: [], mehrwert: {} }));
  });
  const versions = [];
  for (const begunWith of [undefined, now, then, never]) {
    const loaded = await loadStudy("demo", begunWith);
    if (loaded.state !== "loaded") throw new Error(loaded.state);
    versions.push([loaded.study.instrumentVersion, loaded.study.definitionHash, asked.pop()]);
  }
  const current = ["1.1.0", now, "/api/instruments/own/1.1.0"];
  expect(versions).toEqual([
    current,
    current,
    ["1.0.0", then, "/api/instruments/own/1.0.0"],
    current,
  ]);
});
