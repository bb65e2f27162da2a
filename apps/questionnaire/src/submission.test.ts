import { expect, test } from "vitest";
import { type Submission, type SubmissionEvent, submissionAfter } from "./submission.ts";

const run = (...events: SubmissionEvent[]) =>
  events.reduce<Submission>(submissionAfter, { state: "idle" });
const submit: SubmissionEvent = { event: "submit" };
const failed: SubmissionEvent = { event: "failed" };
const replied = (status: number): SubmissionEvent => ({
  event: "replied",
  status,
  problem: undefined,
});

test("only 201 and 200 count as stored", () => {
  expect(run(submit, replied(201)).state).toBe("stored");
  expect(run(submit, replied(200)).state).toBe("stored");
  for (const status of [204, 302, 400, 403, 404, 409, 413, 415, 422, 429, 500, 503]) {
    expect(run(submit, replied(status)).state, `${status}`).not.toBe("stored");
  }
});

test("a second click while sending changes nothing", () => {
  const sending = run(submit);
  expect(submissionAfter(sending, submit)).toBe(sending);
});

test("without an answer the response is sent again, ever later, and at last the participant decides", () => {
  const waits: number[] = [];
  let submission = run(submit, failed);
  while (submission.state === "waiting") {
    waits.push(submission.waitMs);
    submission = submissionAfter(submissionAfter(submission, submit), failed);
  }
  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000]);
  expect(submission).toEqual({ state: "unreachable", attempt: 6 });
  expect(submissionAfter(submission, submit)).toEqual({ state: "sending", attempt: 1 });
});

test("failures of the server and too many requests are tried again", () => {
  for (const status of [408, 429, 500, 502, 503]) {
    expect(run(submit, replied(status)).state).toBe("waiting");
  }
});

test("a refusal says why and is not tried again by itself", () => {
  expect(run(submit, replied(403))).toMatchObject({ state: "refused", reason: "closed" });
  expect(run(submit, replied(409))).toMatchObject({ state: "refused", reason: "conflict" });
  expect(run(submit, replied(422))).toMatchObject({ state: "refused", reason: "not-accepted" });
  expect(run(submit, replied(413))).toMatchObject({ state: "refused", reason: "other" });
});

test("changing an answer after a refusal makes sending possible again, but never interrupts sending", () => {
  expect(run(submit, replied(422), { event: "edited" })).toEqual({ state: "idle" });
  expect(run(submit, { event: "edited" }).state).toBe("sending");
});

test("what is stored stays stored", () => {
  const stored = run(submit, replied(201));
  expect(
    [submit, failed, replied(500), { event: "edited" } as const].map(
      (event) => submissionAfter(stored, event).state,
    ),
  ).toEqual(Array(4).fill("stored"));
});
