import { expect, test } from "vitest";
import {
  isInFlight,
  mayHaveArrived,
  type Submission,
  type SubmissionEvent,
  submissionAfter,
} from "./submission.ts";

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

function refused(status: number, kind: string, pointer?: string) {
  const errors = pointer === undefined ? {} : { errors: [{ pointer, detail: "", advice: "" }] };
  const problem = { type: `/problems/${kind}`, title: kind, status, ...errors };
  return run(submit, { event: "replied", status, problem });
}

test.each([
  [403, "closed", "closed"],
  [404, "not-found", "unknown-study"],
  [409, "conflict", "conflict"],
  [422, "invalid", "not-accepted"],
  [403, "cross-site", "other"],
  [413, "too-large", "other"],
])("a refusal with status %i because of %s is final: %s", (status, kind, reason) => {
  expect(refused(status, kind)).toMatchObject({ state: "refused", reason });
});

test("a refusal without problem details is nobody's word about the study", () => {
  for (const status of [403, 404, 409, 422]) {
    expect(run(submit, replied(status))).toMatchObject({ state: "refused", reason: "other" });
  }
});

test("another version of the questionnaire is told apart from answers that do not fit", () => {
  for (const field of ["definitionHash", "instrumentVersion", "instrumentSlug", "wave"]) {
    expect(refused(422, "invalid", `#/${field}`)).toMatchObject({ reason: "changed" });
  }
  expect(refused(422, "invalid", "#/answers/d-lead")).toMatchObject({ reason: "not-accepted" });
});

test("from sending to stored the answers are in flight, and only then", () => {
  const states = [
    run(),
    run(submit),
    run(submit, failed),
    run(submit, replied(422)),
    run(submit, replied(201)),
  ];
  expect(states.map(isInFlight)).toEqual([false, true, false, false, true]);
});

test("changing an answer after a refusal makes sending possible again, but never interrupts sending", () => {
  expect(run(submit, replied(422), { event: "edited" })).toEqual({ state: "idle" });
  expect(run(submit, { event: "edited" }).state).toBe("sending");
});

test("a change or a look back stops what would be sent by itself, until the next submit", () => {
  const unreachable: Submission = { state: "unreachable", attempt: 6 };
  for (const pending of [run(submit, failed), unreachable]) {
    const left = submissionAfter(pending, { event: "left" });
    expect(left).toEqual({ state: "held", because: "left" });
    const edited = submissionAfter(left, { event: "edited" });
    expect(edited).toEqual({ state: "held", because: "edited" });
    expect(submissionAfter(pending, { event: "edited" })).toEqual(edited);
    expect(submissionAfter(edited, { event: "left" })).toBe(edited);
    expect(submissionAfter(edited, submit)).toEqual({ state: "sending", attempt: 1 });
  }
});

test("only after an attempt without an answer may the server have what nobody confirmed", () => {
  const tried = [run(submit, failed), run(submit, failed, { event: "left" })];
  const known = [run(), run(submit, replied(422)), run(submit, replied(201))];
  expect(tried.map(mayHaveArrived)).toEqual([true, true]);
  expect(known.map(mayHaveArrived)).toEqual([false, false, false]);
});

test("leaving the last page changes nothing about a refusal or a request under way", () => {
  for (const before of [run(submit), run(submit, replied(422)), run()]) {
    expect(submissionAfter(before, { event: "left" })).toBe(before);
  }
});

test("a stored response stays so, whatever is changed afterwards", () => {
  const conflict = refused(409, "conflict");
  expect(submissionAfter(conflict, { event: "edited" })).toBe(conflict);
});

test("what is stored stays stored", () => {
  const stored = run(submit, replied(201));
  expect(
    [submit, failed, replied(500), { event: "edited" } as const].map(
      (event) => submissionAfter(stored, event).state,
    ),
  ).toEqual(Array(4).fill("stored"));
});
