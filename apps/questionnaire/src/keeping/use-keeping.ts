import type { Instrument, Study } from "@mehrwert/study";
import { useEffect } from "react";
import type { TabStorage } from "../tab-storage.ts";
import type { Admitted } from "./admission.ts";
import { type AdmissionMemory, type Draft, hasAnswers } from "./draft.ts";
import type { Chosen } from "./draft-keeper.ts";
import type { KeepingState } from "./keeping-state.ts";
import type { ParticipationStart } from "./participation-start.ts";
import { forgetBegun, keepBegun } from "./tab-memory.ts";
import { useKeeper } from "./use-keeper.ts";

/** How a participation is kept and let in, as the questionnaire's pages need it. */
export type Keeping = {
  state: KeepingState;
  responseId: string;
  resumeCode: string;
  receiptCode: string;
  /** False where a reload needs the resume code. */
  outlivesReload: boolean;
  admission(): Promise<Admitted>;
  /** Holds saving back while the answers themselves are being sent. */
  hold(isHeld: boolean): void;
  /** Whether there is a code or a credential already, so that none has to be asked for. */
  hasCode: boolean;
  /** Tries to save at once, even if nothing was answered yet, and returns when that has succeeded or failed. */
  saveNow(): Promise<void>;
  /** Goes on after `elsewhere` or `other-window`. False if the newest could not be read. */
  goOn(chosen: Chosen): Promise<boolean>;
  /** Forgets everything here, after the answers were sent or before any were given; the next person begins anew. */
  end(isSent: boolean): void;
  /** Deletes everything, here and on the server. False if the server could not be told. */
  delete(): Promise<boolean>;
};

/**
 * Keeps the draft of a participation: on this device from consent on, on the server from the first answer or a pause on,
 * because the first save uses the invitation up. `onDraft` is called with one from elsewhere that somebody
 * chose to go on with.
 */
export function useKeeping({
  study,
  instrument,
  first,
  admission,
  draft,
  storage,
  onDraft,
}: {
  study: Study;
  instrument: Instrument;
  first: ParticipationStart;
  /** What lets somebody in who begins now. */
  admission: AdmissionMemory;
  draft: Draft;
  storage: TabStorage;
  onDraft: (draft: Draft) => void;
}): Keeping {
  const { start, keeper, state, takeLock, renew } = useKeeper({
    study,
    first,
    admission,
    storage,
  });

  useEffect(() => {
    if (!draft.isUnderWay) return;
    const { resumeCode, writer } = start;
    const { definitionHash } = draft;
    keepBegun(storage, study.slug, { resumeCode, writer, definitionHash });
    keeper.change(draft, hasAnswers(draft, instrument));
  }, [draft, instrument, keeper, start, storage, study.slug]);

  const goOn = async (chosen: Chosen): Promise<boolean> => {
    await takeLock();
    const newest = await keeper.newest();
    if (newest === "sent") keeper.foundSent();
    if (newest === undefined || newest === "sent") return newest === "sent";
    keeper.takeOver(newest, chosen);
    if (chosen === "there") onDraft(newest.draft);
    return true;
  };

  return {
    state,
    responseId: start.secrets.responseId,
    resumeCode: start.resumeCode,
    receiptCode: start.secrets.receiptCode,
    outlivesReload: storage.outlivesReload,
    admission: () => keeper.admission(),
    hold: (isHeld) => keeper.hold(isHeld),
    hasCode: keeper.hasCode,
    saveNow: () => {
      keeper.change(draft);
      return keeper.sendNow();
    },
    goOn,
    end: (isSent) => {
      forgetBegun(storage, study.slug, isSent);
      void keeper.end();
      renew();
    },
    delete: () => {
      forgetBegun(storage, study.slug, false);
      const deleted = keeper.delete();
      renew();
      return deleted;
    },
  };
}
