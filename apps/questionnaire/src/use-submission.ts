import type { SurveyResponse } from "@mehrwert/study";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { type Send, sendResponse } from "./study-client.ts";
import { type Submission, submissionAfter } from "./submission.ts";

/**
 * Sends what `response` builds at the moment of sending, one request at a time, and again after failures:
 * after a growing wait, and at once when the browser is back online.
 */
export function useSubmission(
  studySlug: string,
  response: () => SurveyResponse,
  send: Send = sendResponse,
): { submission: Submission; submit: () => void; edited: () => void; left: () => void } {
  const [submission, dispatch] = useReducer(submissionAfter, { state: "idle" });
  const latest = useRef(response);
  latest.current = response;

  useEffect(() => {
    if (submission.state !== "sending") return;
    let isCurrent = true;
    void send(studySlug, latest.current()).then((reply) => {
      if (!isCurrent) return;
      dispatch(reply ? { event: "replied", ...reply } : { event: "failed" });
    });
    return () => {
      isCurrent = false;
    };
  }, [submission, studySlug, send]);

  useEffect(() => {
    const isWaiting = submission.state === "waiting";
    if (!isWaiting && submission.state !== "unreachable") return;
    const again = () => dispatch({ event: "submit" });
    const timer = isWaiting ? setTimeout(again, submission.waitMs) : undefined;
    addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", again);
    };
  }, [submission]);

  return {
    submission,
    submit: () => dispatch({ event: "submit" }),
    edited: () => dispatch({ event: "edited" }),
    left: useCallback(() => dispatch({ event: "left" }), []),
  };
}
