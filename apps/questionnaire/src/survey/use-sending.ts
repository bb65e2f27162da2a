import { consentHash } from "@mehrwert/study";
import { useEffect, useState } from "react";
import { useSubmission } from "../use-submission.ts";
import { responseOf } from "./response.ts";
import type { SurveyProps } from "./survey-props.ts";

/**
 * Sends the response from the last page, or from the page where somebody ends early; while they stay there, attempts
 * are repeated by themselves, and nowhere else.
 */
export function useSending(
  { study, instrument, language, participation, send }: SurveyProps,
  { page, isLast, lastPage }: { page: string; isLast: boolean; lastPage: string | undefined },
) {
  const { draft, finish, receipt } = participation;
  const [endsAt, setEndsAt] = useState<string>();
  const isEnding = endsAt === page && !isLast;
  const { submission, isReceiptKept, submit, edited, left } = useSubmission(
    study.slug,
    async () => {
      const ending = isEnding ? lastPage : undefined;
      const response = responseOf(study, instrument, draft, language, ending);
      const agreedTo = draft.consentHash ?? (await consentHash(study, instrument));
      const receiptHash = await receipt.hash();
      return { ...response, consentHash: agreedTo, ...(receiptHash ? { receiptHash } : {}) };
    },
    send,
  );
  const { state } = submission;
  useEffect(() => {
    // Ahead of time, because it takes an old phone a second.
    void receipt.hash();
  }, [receipt]);
  useEffect(() => {
    if (state === "stored") finish(isReceiptKept);
  }, [state, finish, isReceiptKept]);
  const isSendingPage = isLast || isEnding;
  useEffect(() => {
    if (!isSendingPage && state !== "idle") left();
  }, [isSendingPage, state, left]);
  return {
    submission,
    /** Ends a participation whose earlier version the server has. */
    finish: () => finish(isReceiptKept),
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
