import type { Problem } from "@mehrwert/study";

/** How far the sending of a response has come. Only `stored` means that the server has it. */
export type Submission =
  | { state: "idle" }
  | { state: "sending"; attempt: number }
  /** No answer, or a failure of the server: the same response is sent again by itself after the wait. */
  | { state: "waiting"; attempt: number; waitMs: number }
  /** Tried often enough; the participant decides when to try again. */
  | { state: "unreachable"; attempt: number }
  /** Not there yet, and nothing is sent by itself any more, because the participant changed something or left. */
  | { state: "held"; because: "edited" | "left" }
  | { state: "stored" }
  | { state: "refused"; reason: Refusal; problem: Problem | undefined };

/**
 * Why a server would not take a response. `conflict`: an earlier version of the same response is stored already.
 * `changed`: the study asks another version of the instrument or another wave by now.
 * `consent-changed`: the information that was consented to has changed. `withdrawn`: its participant deleted it.
 * `not-accepted`: the answers do not fit the instrument. `not-admitted`: the invitation is not, or no longer, good for
 * them. `wrong-key`: the server's key is not the one it was. `other`: nothing the participant could mend.
 */
export type Refusal =
  | "closed"
  | "conflict"
  | "changed"
  | "consent-changed"
  | "withdrawn"
  | "not-accepted"
  | "not-admitted"
  | "wrong-key"
  | "unknown-study"
  | "other";

/** What can happen while sending. `left`: the participant went away from the last page. */
export type SubmissionEvent =
  | { event: "submit" }
  | { event: "replied"; status: number; problem: Problem | undefined }
  | { event: "failed" }
  | { event: "refused"; reason: Refusal }
  | { event: "edited" }
  | { event: "left" };

const waitsMs = [2_000, 4_000, 8_000, 16_000, 30_000];

const refusals: ReadonlyMap<string, Refusal> = new Map([
  ["/problems/closed", "closed"],
  ["/problems/not-found", "unknown-study"],
  ["/problems/conflict", "conflict"],
  ["/problems/consent-changed", "consent-changed"],
  ["/problems/withdrawn", "withdrawn"],
  ["/problems/invalid", "not-accepted"],
  ["/problems/not-admitted", "not-admitted"],
]);

const versionPointers = ["#/definitionHash", "#/instrumentVersion", "#/instrumentSlug", "#/wave"];

/** The problem's type decides, never the status alone: a proxy on the way may say 403 for reasons of its own. */
function refusalOf(problem: Problem | undefined): Refusal {
  const isChanged = problem?.errors?.some(({ pointer }) => versionPointers.includes(pointer));
  if (isChanged) return "changed";
  return refusals.get(problem?.type ?? "") ?? "other";
}

/** Whether the answers are on their way or there: what is shown then must stay what was sent. */
export function isInFlight({ state }: Submission): boolean {
  return state === "sending" || state === "stored";
}

/** Whether the server has an earlier version, so that nothing is left to submit. */
export function isStoredEarlier(submission: Submission): boolean {
  return submission.state === "refused" && submission.reason === "conflict";
}

/** Whether a request went out that nobody answered for sure: the server may have the response all the same. */
export function mayHaveArrived(submission: Submission): boolean {
  return isPending(submission) || submission.state === "held";
}

/** Whether it was sent without success: a connection that comes back would send it by itself. */
function isPending({ state }: Submission): boolean {
  return state === "waiting" || state === "unreachable";
}

/** A refusal is gone once answers change, except that what is stored already cannot be replaced. */
function afterEdit(submission: Submission): Submission {
  if (mayHaveArrived(submission)) {
    return { state: "held", because: "edited" };
  }
  const canBeMended = submission.state === "refused" && !isStoredEarlier(submission);
  return canBeMended ? { state: "idle" } : submission;
}

function afterFailure(attempt: number): Submission {
  const waitMs = waitsMs[attempt - 1];
  return waitMs === undefined
    ? { state: "unreachable", attempt }
    : { state: "waiting", attempt, waitMs };
}

/**
 * The next state of sending. A second `submit` while one is under way changes nothing.
 * Server failures (5xx), 408 and 429 are tried again; every other refusal is final until the answers change.
 */
export function submissionAfter(submission: Submission, happened: SubmissionEvent): Submission {
  if (submission.state === "stored") return submission;
  if (happened.event === "submit") {
    if (submission.state === "sending") return submission;
    const attempt = submission.state === "waiting" ? submission.attempt + 1 : 1;
    return { state: "sending", attempt };
  }
  if (happened.event === "edited") return afterEdit(submission);
  if (happened.event === "left") {
    return isPending(submission) ? { state: "held", because: "left" } : submission;
  }
  if (submission.state !== "sending") return submission;
  if (happened.event === "failed") return afterFailure(submission.attempt);
  if (happened.event === "refused")
    return { state: "refused", reason: happened.reason, problem: undefined };
  const { status, problem } = happened;
  if (status === 200 || status === 201) return { state: "stored" };
  if (status >= 500 || status === 408 || status === 429) return afterFailure(submission.attempt);
  return { state: "refused", reason: refusalOf(problem), problem };
}
