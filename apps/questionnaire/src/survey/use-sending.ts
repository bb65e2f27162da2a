import { useEffect, useRef, useState } from "react";
import { hashOfReceipt } from "../receipt.ts";
import { useSubmission } from "../use-submission.ts";
import { responseOf } from "./response.ts";
import type { SurveyProps } from "./survey-props.ts";

/**
 * Sends the response from the last page, or from the page where somebody ends early; while they stay there, attempts
 * are repeated by themselves, and nowhere else.
 */
export function useSending(
  {
    study,
    instrument,
    reading,
    agreedTo,
    participation,
    keeping,
    visit,
    onFinish,
    send,
  }: SurveyProps,
  { page, isLast, lastPage }: { page: string; isLast: boolean; lastPage: string | undefined },
) {
  const { draft } = participation;
  const { receiptCode, responseId } = keeping;
  const [endsAt, setEndsAt] = useState<string>();
  const isEnding = endsAt === page && !isLast;
  const { submission, isReceiptKept, submit, edited, left } = useSubmission(
    study.slug,
    async () => {
      const admitted = await keeping.admission();
      if (!admitted.ok) return { notAdmitted: admitted.why };
      const ending = isEnding ? lastPage : undefined;
      const response = responseOf({ study, instrument, draft, reading, responseId }, ending);
      const receiptHash = await hashOfReceipt(study.slug, receiptCode);
      return {
        ...response,
        ...admitted.admission,
        consentHash: draft.consentHash ?? (await agreedTo),
        ...(receiptHash ? { receiptHash } : {}),
        ...(visit ? { visit: visit() } : {}),
      };
    },
    send,
  );
  const { state } = submission;
  useEffect(() => {
    // Ahead of time, because it takes an old phone a second.
    void hashOfReceipt(study.slug, receiptCode);
  }, [study.slug, receiptCode]);
  const { hold } = keeping;
  const isUnderWay = state !== "idle" && state !== "held" && state !== "refused";
  const latestHold = useRef(hold);
  latestHold.current = hold;
  useEffect(() => latestHold.current(isUnderWay), [isUnderWay]);
  const hasFinished = useRef(false);
  useEffect(() => {
    if (state !== "stored" || hasFinished.current) return;
    hasFinished.current = true;
    onFinish(isReceiptKept);
  }, [state, onFinish, isReceiptKept]);
  const isSendingPage = isLast || isEnding;
  useEffect(() => {
    if (!isSendingPage && state !== "idle") left();
  }, [isSendingPage, state, left]);
  return {
    submission,
    /** Ends a participation whose earlier version the server has. */
    finish: () => onFinish(isReceiptKept),
    /** Whether this is a page from which answers are sent. */
    isSendingPage,
    submit,
    /** Sends what there is, as from somebody who saw nothing of the pages still to come. */
    endHere: () => {
      setEndsAt(page);
      submit();
    },
    edited: () => {
      edited();
      setEndsAt(undefined);
    },
  };
}
