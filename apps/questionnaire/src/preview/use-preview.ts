import {
  consentHash,
  type Instrument,
  type Language,
  type Study,
  type Submission,
  type SurveyResponse,
} from "@mehrwert/study";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { SurveyProps } from "../survey/survey-props.ts";
import { type Participation, useParticipation } from "../use-participation.ts";
import { filled } from "../words.ts";
import { answersLeadingTo, type Target } from "./answers-leading-to.ts";
import { previewWords } from "./preview-words.ts";
import { answersInWords, titleOf } from "./routing-in-words.ts";

/** What one participation in a preview needs. */
export type PreviewProps = {
  study: Study;
  instrument: Instrument;
  language: Language;
};

/** Nothing is kept in a preview, and everybody is let in. */
export const previewKeeping: SurveyProps["keeping"] = {
  state: { at: "empty" },
  responseId: crypto.randomUUID(),
  receiptCode: "",
  outlivesReload: true,
  admission: async () => ({ ok: true, admission: {} }),
  hold: () => undefined,
};

const stored = { status: 201, problem: undefined, isReceiptKept: false };

/**
 * The address says which page is shown, so that a reload (of a draft that was edited meanwhile) comes back to it.
 * No answer is ever part of it.
 */
function usePageInAddress({ view, draft }: Participation, jump: (target: Target) => void) {
  const [wanted, setWanted] = useState(location.hash.slice(1));
  useEffect(() => {
    if (wanted === "") return;
    setWanted("");
    jump({ page: wanted });
  }, [wanted, jump]);
  const page = view === "survey" ? draft.page : undefined;
  useEffect(() => {
    if (wanted !== "") return;
    const { pathname, search } = location;
    const hash = page === undefined ? "" : `#${page}`;
    history.replaceState(history.state, "", `${pathname}${search}${hash}`);
  }, [page, wanted]);
}

/** One participation in a preview, and what somebody can do to it from outside. */
export function usePreview({ study, instrument, language }: PreviewProps) {
  const agreedTo = useMemo(() => consentHash(study, instrument), [study, instrument]);
  const participation = useParticipation({ study, instrument, agreedTo });
  const [sent, setSent] = useState<SurveyResponse>();
  const [said, setSaid] = useState("");
  const jump = (target: Target) => {
    const { answers } = participation.draft;
    const changes = answersLeadingTo(instrument, target, answers, Math.random);
    if (changes === undefined) {
      const name = titleOf(instrument, target.question ?? target.page);
      setSaid(filled(previewWords.noWay[language], name[language]));
      return;
    }
    participation.consent();
    for (const [question, answer] of changes) participation.answer(question, answer);
    participation.showPage(target.page);
    const inWords = answersInWords(instrument, changes, language).join("; ");
    setSaid(inWords === "" ? "" : filled(previewWords.filledIn[language], inWords));
  };
  usePageInAddress(participation, jump);
  /** Keeps what would be sent, for the end of the preview; nothing leaves the page. */
  const send = useCallback(async (_: string, submission: Submission) => {
    const { receiptHash: __, consentHash: ___, ...response } = submission;
    setSent(response);
    return stored;
  }, []);
  return { participation, agreedTo, sent, said, jump, send };
}
