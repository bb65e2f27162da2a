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
  const { draft, finish } = participation;
  const [endsAt, setEndsAt] = useState<string>();
  const isEnding = endsAt === page && !isLast;
  const { submission, submit, edited, left } = useSubmission(
    study.slug,
    () => responseOf(study, instrument, draft, language, isEnding ? lastPage : undefined),
    send,
  );
  const { state } = submission;
  useEffect(() => {
    if (state === "stored") finish();
  }, [state, finish]);
  const isSendingPage = isLast || isEnding;
  useEffect(() => {
    if (!isSendingPage && state !== "idle") left();
  }, [isSendingPage, state, left]);
  return {
    submission,
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
