import type { Answer, Instrument, Study } from "@mehrwert/study";
import { useCallback, useEffect, useState } from "react";
import { type Draft, keepDraft, keptDraft, wasSent, wipeDraft } from "./draft.ts";
import { currentPlace, goTo, markPlace } from "./history.ts";
import { drawShownOrders } from "./questions/shown-order.ts";

/** Where a participant is. */
export type View = "welcome" | "declined" | "survey" | "thanks";

function randomFraction(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word / 2 ** 32;
}

function newDraft(study: Study, instrument: Instrument): Draft {
  return {
    responseId: crypto.randomUUID(),
    definitionHash: study.definitionHash,
    isUnderWay: false,
    answers: {},
    shown: drawShownOrders(instrument, randomFraction),
    moves: {},
  };
}

function firstView(study: Study, draft: Draft): View {
  if (wasSent(sessionStorage, study.slug)) return "thanks";
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

/** The answers as they stand, kept in this tab at every change, and the view the participant is on. */
export function useParticipation(study: Study, instrument: Instrument) {
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = keptDraft(sessionStorage, study.slug, study.definitionHash);
    const draft = kept ?? newDraft(study, instrument);
    const place = currentPlace();
    return place?.view === "page" && draft.isUnderWay ? { ...draft, page: place.page } : draft;
  });
  const [view, setView] = useState<View>(() => firstView(study, draft));

  useEffect(() => {
    if (draft.isUnderWay) keepDraft(sessionStorage, study.slug, draft);
  }, [draft, study.slug]);

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

  const { question: consent, given } = instrument.mehrwert.consent;
  const answer = useCallback((question: string, value: Answer | undefined, moves?: number) => {
    setDraft((before) => {
      const { [question]: _before, ...others } = before.answers;
      return {
        ...before,
        answers: value === undefined ? others : { ...others, [question]: value },
        moves: moves === undefined ? before.moves : { ...before.moves, [question]: moves },
      };
    });
  }, []);

  const restart = (next: View, isSent: boolean) => {
    wipeDraft(sessionStorage, study.slug, isSent);
    markPlace({ view: "welcome" });
    setDraft(newDraft(study, instrument));
    setView(next);
  };
  return {
    draft,
    view,
    answer,
    showPage: (page: string) => setDraft((before) => ({ ...before, page })),
    consent: () => {
      setDraft((before) => ({
        ...before,
        isUnderWay: true,
        answers: { ...before.answers, [consent]: given },
      }));
      setView("survey");
    },
    showWelcome: () => {
      goTo({ view: "welcome" });
      setView("welcome");
    },
    decline: () => restart("declined", false),
    leave: () => restart("welcome", false),
    finish: () => restart("thanks", true),
  };
}

/** What `useParticipation` gives. */
export type Participation = ReturnType<typeof useParticipation>;
