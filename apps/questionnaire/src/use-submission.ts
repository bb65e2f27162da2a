import type { Submission as SentResponse } from "@mehrwert/study";
import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { NotAdmitted } from "./keeping/admission.ts";
import { type Send, sendResponse } from "./study-client.ts";
import { type Submission, submissionAfter } from "./submission.ts";

/**
 * Sends what `response` builds at the moment of sending, one request at a time, and again after failures:
 * after a growing wait, and at once when the browser is back online. It may build nothing, because it is not let in.
 */
export function useSubmission(
  studySlug: string,
  response: () => Promise<SentResponse | { notAdmitted: NotAdmitted }>,
  send: Send = sendResponse,
): {
  submission: Submission;
  /** Whether the server has the receipt that was sent, as far as it has answered. */
  isReceiptKept: boolean;
  submit: () => void;
  edited: () => void;
  left: () => void;
} {
  const [submission, dispatch] = useReducer(submissionAfter, { state: "idle" });
  const [isReceiptKept, setReceiptKept] = useState(false);
  const latest = useRef(response);
  latest.current = response;

  useEffect(() => {
    if (submission.state !== "sending") return;
    let isCurrent = true;
    const sendLatest = async () => {
      const built = await latest.current();
      if (!isCurrent) return;
      if ("notAdmitted" in built) {
        const why = built.notAdmitted;
        dispatch(why === "unreachable" ? { event: "failed" } : { event: "refused", reason: why });
        return;
      }
      const reply = await send(studySlug, built);
      if (!isCurrent) return;
      setReceiptKept(reply?.isReceiptKept === true);
      if (reply === undefined) dispatch({ event: "failed" });
      else dispatch({ event: "replied", status: reply.status, problem: reply.problem });
    };
    void sendLatest();
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
    isReceiptKept,
    submit: () => dispatch({ event: "submit" }),
    edited: () => dispatch({ event: "edited" }),
    left: useCallback(() => dispatch({ event: "left" }), []),
  };
}
