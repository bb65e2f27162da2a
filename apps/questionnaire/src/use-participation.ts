import {
  type Answer,
  drawAssigned,
  drawPresentation,
  type Instrument,
  type Study,
} from "@mehrwert/study";
import { useCallback, useEffect, useState } from "react";
import type { Decision, InformedDecision } from "./first-page/decision.ts";
import { currentPlace, goTo, markPlace } from "./history.ts";
import { carriedDraft } from "./keeping/carried-draft.ts";
import type { Draft } from "./keeping/draft.ts";
import { withAnswer, withPage } from "./keeping/draft-changes.ts";
import { useConsentText } from "./use-consent-text.ts";

/** Where a participant is. */
export type View = "welcome" | "declined" | "survey" | "paused" | "thanks";

function randomFraction(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word / 2 ** 32;
}

function newDraft(study: Study, instrument: Instrument): Draft {
  return {
    definitionHash: study.definitionHash,
    isUnderWay: false,
    answers: drawAssigned(instrument, randomFraction, study.assigned),
    presentation: drawPresentation(instrument, randomFraction),
    seen: [],
  };
}

/** The draft to begin with; `isCarried` if it was made for an older version of the questionnaire. */
function firstDraft(study: Study, instrument: Instrument, kept: Draft | undefined) {
  const fresh = newDraft(study, instrument);
  if (!kept) return { first: fresh, isCarried: false };
  if (kept.definitionHash !== study.definitionHash) {
    return { first: carriedDraft(kept, fresh, instrument), isCarried: true };
  }
  const place = currentPlace();
  const page = place?.view === "page" && kept.isUnderWay ? { page: place.page } : {};
  return { first: { ...kept, ...page }, isCarried: false };
}

function firstView(draft: Draft, isSent: boolean): View {
  if (isSent) return "thanks";
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
 * The answers as they stand, and the view the participant is on. `kept` is what was found of an earlier visit;
 * `informed` what was decided about taking part before this began.
 */
export function useParticipation({
  study,
  instrument,
  kept,
  isSent = false,
  informed,
  agreedTo,
}: {
  study: Study;
  instrument: Instrument;
  /** Hash of what there is to consent to now; see `consentHash`. */
  agreedTo: Promise<string>;
  kept?: Draft | undefined;
  isSent?: boolean;
  informed?: InformedDecision | undefined;
}) {
  const [{ first, isCarried }] = useState(() => firstDraft(study, instrument, kept));
  const [draft, setDraft] = useState<Draft>(() =>
    informed?.decision === "given" ? withConsent(first, instrument, informed.consentHash) : first,
  );
  const [view, setView] = useState<View>(() =>
    informed ? viewAfter(informed.decision) : firstView(draft, isSent),
  );

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
  useConsentText({ agreedTo, instrument, draft, setDraft, onAskAgain });

  const answer = useCallback((question: string, value: Answer | undefined, moves?: number) => {
    setDraft((before) => withAnswer(before, question, value, moves));
  }, []);
  const showPage = useCallback((page: string) => {
    setDraft((before) => withPage(before, page));
  }, []);
  const goOnWith = useCallback(
    (found: Draft) => {
      const { first: next } = firstDraft(study, instrument, found);
      setDraft(next);
      setView(next.isUnderWay ? "survey" : "welcome");
    },
    [study, instrument],
  );

  return {
    draft,
    view,
    isCarried: isCarried || isAskedAgain,
    answer,
    showPage,
    consent: () => {
      setDraft((before) => withConsent(before, instrument));
      setView("survey");
    },
    showWelcome: () => {
      goTo({ view: "welcome" });
      setView("welcome");
    },
    pause: () => setView("paused"),
    goOn: () => setView("survey"),
    /** Goes on with a draft found elsewhere. */
    goOnWith,
    /** Forgets every answer, for the next person at this page. */
    restart: (next: "welcome" | "declined" | "thanks") => {
      markPlace({ view: "welcome" });
      setDraft(newDraft(study, instrument));
      setView(next);
    },
  };
}

/** What `useParticipation` gives. */
export type Participation = ReturnType<typeof useParticipation>;
