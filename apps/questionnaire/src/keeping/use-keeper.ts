import type { Study } from "@mehrwert/study";
import { useCallback, useEffect, useRef, useState } from "react";
import type { TabStorage } from "../tab-storage.ts";
import { deviceStore } from "./device-store.ts";
import type { AdmissionMemory } from "./draft.ts";
import { DraftKeeper } from "./draft-keeper.ts";
import { draftServer } from "./draft-server.ts";
import type { KeepingState } from "./keeping-state.ts";
import { newParticipation, type ParticipationStart } from "./participation-start.ts";
import { takeWindowLock, type WindowLock } from "./window-lock.ts";

/**
 * The keeper of one participation after the other, and the lock that lets this window be the one that writes. It saves
 * what is open when the page is hidden or left, and tries at once when the connection is back.
 */
export function useKeeper({
  study,
  first,
  admission,
  storage,
}: {
  study: Study;
  first: ParticipationStart;
  admission: AdmissionMemory;
  storage: TabStorage;
}) {
  const [state, setState] = useState<KeepingState>({ at: "empty" });
  const keeperOf = (start: ParticipationStart, fresh: AdmissionMemory) => {
    const { found, secrets, writer } = start;
    const { revision = 0, saved = 0 } = found ?? {};
    const keeper = new DraftKeeper(
      { study, secrets, writer, revision, saved, admission: found?.admission ?? fresh },
      {
        server: draftServer(study.slug),
        device: storage.outlivesReload ? deviceStore() : undefined,
        onState: setState,
      },
    );
    return { start, keeper };
  };
  const [{ start, keeper }, setKept] = useState(() => keeperOf(first, admission));
  const lock = useRef<WindowLock | undefined>(undefined);
  const loseLock = useCallback(() => {
    lock.current = undefined;
    keeper.lose();
  }, [keeper]);

  useEffect(() => {
    let isCurrent = true;
    setState(keeper.state);
    if (start.hasParted) keeper.part();
    void takeWindowLock(start.secrets.responseId, loseLock).then((taken) => {
      if (!isCurrent) return taken?.release();
      lock.current = taken;
      if (taken === undefined) keeper.lose();
    });
    return () => {
      isCurrent = false;
      lock.current?.release();
      lock.current = undefined;
    };
  }, [keeper, start, loseLock]);

  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === "hidden") keeper.flush();
    };
    const onLeave = () => keeper.flush();
    const onOnline = () => void keeper.sendNow();
    document.addEventListener("visibilitychange", onHide);
    addEventListener("pagehide", onLeave);
    addEventListener("online", onOnline);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      removeEventListener("pagehide", onLeave);
      removeEventListener("online", onOnline);
    };
  }, [keeper]);

  return {
    start,
    keeper,
    state,
    /** Takes the lock from whichever window has it. */
    takeLock: async () => {
      lock.current ??= await takeWindowLock(start.secrets.responseId, loseLock, {
        isTakingOver: true,
      });
    },
    /** Who begins anew on this page has to bring an invitation anew. */
    renew: () => void newParticipation(study.slug).then((next) => setKept(keeperOf(next, {}))),
  };
}
