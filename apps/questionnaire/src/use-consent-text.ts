import type { Instrument } from "@mehrwert/study";
import { type Dispatch, type SetStateAction, useEffect, useState } from "react";
import type { Draft } from "./keeping/draft.ts";

/** A draft whose participant is to decide again; everything else stays. */
function withoutConsent(draft: Draft, { mehrwert }: Instrument): Draft {
  const { consentHash: _, ...rest } = draft;
  const answers = Object.entries(draft.answers).filter(
    ([question]) => question !== mehrwert.consent.question,
  );
  return { ...rest, isUnderWay: false, answers: Object.fromEntries(answers) };
}

/**
 * Notes in the draft which information a participant consented to. Where it has changed since, consent is taken back
 * and `onAskAgain` is called: the answers stay, the person decides anew.
 */
export function useConsentText({
  agreedTo,
  instrument,
  draft,
  setDraft,
  onAskAgain,
}: {
  /** Hash of what there is to consent to now. */
  agreedTo: Promise<string>;
  instrument: Instrument;
  draft: Draft;
  setDraft: Dispatch<SetStateAction<Draft>>;
  onAskAgain: () => void;
}): void {
  const [hash, setHash] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    void agreedTo.then((made) => isCurrent && setHash(made));
    return () => {
      isCurrent = false;
    };
  }, [agreedTo]);
  const { isUnderWay, consentHash: consentedTo } = draft;
  useEffect(() => {
    if (hash === undefined || !isUnderWay || consentedTo === hash) return;
    if (consentedTo === undefined) setDraft((before) => ({ ...before, consentHash: hash }));
    else {
      setDraft((before) => withoutConsent(before, instrument));
      onAskAgain();
    }
  }, [hash, isUnderWay, consentedTo, setDraft, instrument, onAskAgain]);
}
