import {
  type Answer,
  drawAssigned,
  drawPresentation,
  type Instrument,
  type Study,
} from "@mehrwert/study";
import { useCallback, useEffect, useState } from "react";
import { carriedDraft } from "./carried-draft.ts";
import { type Draft, keepDraft, keptDraft, wasSent, wipeDraft } from "./draft.ts";
import { withAnswer, withPage } from "./draft-changes.ts";
import type { Decision, InformedDecision } from "./first-page/decision.ts";
import { currentPlace, goTo, markPlace } from "./history.ts";
import type { TabStorage } from "./tab-storage.ts";
import { useConsentText } from "./use-consent-text.ts";
import { useReceipt } from "./use-receipt.ts";

/** Where a participant is. */
export type View = "welcome" | "declined" | "survey" | "thanks";

/** Which words say that the answers are deleted: after an attempt to send nobody knows whether it arrived. */
export type Deleted = "deleted" | "deletedAfterTrying";

function randomFraction(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word / 2 ** 32;
}

function newDraft(study: Study, instrument: Instrument): Draft {
  return {
    responseId: crypto.randomUUID(),
    definitionHash: study.definitionHash,
    isUnderWay: false,
    answers: drawAssigned(instrument, randomFraction, study.assigned),
    presentation: drawPresentation(instrument, randomFraction),
    seen: [],
  };
}

/** The draft to begin with; `isCarried` if it was made for an older version of the questionnaire. */
function firstDraft(study: Study, instrument: Instrument, storage: TabStorage) {
  const kept = keptDraft(storage, study.slug);
  const fresh = newDraft(study, instrument);
  if (!kept) return { first: fresh, isCarried: false };
  if (kept.definitionHash !== study.definitionHash) {
    return { first: carriedDraft(kept, fresh, instrument), isCarried: true };
  }
  const place = currentPlace();
  const page = place?.view === "page" && kept.isUnderWay ? { page: place.page } : {};
  return { first: { ...kept, ...page }, isCarried: false };
}

function firstView(study: Study, draft: Draft, storage: TabStorage): View {
  if (wasSent(storage, study.slug)) return "thanks";
  const place = currentPlace();
  if (!draft.isUnderWay || draft.page === undefined || place?.view === "welcome") {
    if (!place) markPlace({ view: "welcome" });
    return "welcome";
  }
  if (!place) {
    markPlace({ view: "welcome" });
    goTo({ view: "page", page: draft.page });
  }
  return "survey";
}

/** Where a decision leads that was made on the server's first page. */
function viewAfter(decision: Decision): View {
  markPlace({ view: "welcome" });
  return decision === "given" ? "survey" : "declined";
}

/** `consentHash`: what was consented to, where somebody read it before this app was there to look. */
function withConsent(draft: Draft, { mehrwert }: Instrument, consentHash?: string): Draft {
  const { question, given } = mehrwert.consent;
  const { consentHash: _, ...rest } = draft;
  const agreed = consentHash ? { consentHash } : {};
  const answers = { ...draft.answers, [question]: given };
  return { ...rest, ...agreed, isUnderWay: true, answers };
}

/**
 * The answers as they stand, kept in this tab at every change, and the view the participant is on.
 * `informed` is what was decided about taking part before this began.
 */
export function useParticipation(
  study: Study,
  instrument: Instrument,
  storage: TabStorage,
  informed?: InformedDecision,
) {
  const [{ first, isCarried }] = useState(() => firstDraft(study, instrument, storage));
  const [draft, setDraft] = useState<Draft>(() =>
    informed?.decision === "given" ? withConsent(first, instrument, informed.consentHash) : first,
  );
  const { receipt, shownCode, renewReceipt } = useReceipt(study.slug);
  const [deleted, setDeleted] = useState<Deleted>();
  const [view, setView] = useState<View>(() =>
    informed ? viewAfter(informed.decision) : firstView(study, draft, storage),
  );

  useEffect(() => {
    if (draft.isUnderWay) keepDraft(storage, study.slug, draft);
  }, [draft, study.slug, storage]);

  useEffect(() => {
    const onPopState = () => {
      const place = currentPlace();
      setView((current) => {
        if (current === "thanks") return current;
        return place?.view === "page" && draft.isUnderWay ? "survey" : "welcome";
      });
      if (place?.view === "page") setDraft((before) => ({ ...before, page: place.page }));
    };
    addEventListener("popstate", onPopState);
    return () => removeEventListener("popstate", onPopState);
  }, [draft.isUnderWay]);

  const [isAskedAgain, setAskedAgain] = useState(false);
  const onAskAgain = useCallback(() => {
    markPlace({ view: "welcome" });
    setView("welcome");
    setAskedAgain(true);
  }, []);
  useConsentText({ study, instrument, draft, setDraft, onAskAgain });

  const answer = useCallback((question: string, value: Answer | undefined, moves?: number) => {
    setDraft((before) => withAnswer(before, question, value, moves));
  }, []);

  const restart = (next: View, { isSent = false, isReceiptKept = false } = {}) => {
    setDeleted(undefined);
    renewReceipt(isReceiptKept);
    wipeDraft(storage, study.slug, isSent);
    markPlace({ view: "welcome" });
    setDraft(newDraft(study, instrument));
    setView(next);
  };
  return {
    draft,
    view,
    isCarried: isCarried || isAskedAgain,
    /** What this response can be withdrawn with; the same for every attempt to send it. */
    receipt,
    /** The code to show after sending, if it counts. */
    receiptCode: shownCode,
    /** Set once the participant has stopped and deleted the answers, until the next consent or refusal. */
    deleted,
    outlivesReload: storage.outlivesReload,
    answer,
    showPage: (page: string) => setDraft((before) => withPage(before, page)),
    consent: () => {
      setDeleted(undefined);
      setDraft((before) => withConsent(before, instrument));
      setView("survey");
    },
    showWelcome: () => {
      goTo({ view: "welcome" });
      setView("welcome");
    },
    decline: () => restart("declined"),
    leave: () => restart("welcome"),
    deleteAnswers: (mayHaveArrived: boolean) => {
      restart("welcome");
      setDeleted(mayHaveArrived ? "deletedAfterTrying" : "deleted");
    },
    /** `isReceiptKept`: the server has the receipt with the response. */
    finish: (isReceiptKept: boolean) => restart("thanks", { isSent: true, isReceiptKept }),
  };
}

/** What `useParticipation` gives. */
export type Participation = ReturnType<typeof useParticipation>;
