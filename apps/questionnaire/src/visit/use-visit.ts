import type { Visit } from "@mehrwert/study";
import { useCallback, useEffect, useState } from "react";
import { keepVisitMs, visitMsHere } from "../keeping/tab-memory.ts";
import type { TabStorage } from "../tab-storage.ts";
import { deviceClass, deviceTraits } from "./device-class.ts";
import { visitClock, wholeMinutes } from "./visit-clock.ts";

/**
 * How somebody comes to answer in this window, as it stands whenever it is asked for: the kind of device, and the minutes
 * in which `isAnswering` and the page was in sight. A reload goes on counting; another window or device begins at nothing.
 */
export function useVisit({
  storage,
  study,
  writer,
  isAnswering,
}: {
  storage: TabStorage;
  study: string;
  writer: string;
  isAnswering: boolean;
}): () => Visit {
  const [clock] = useState(() =>
    visitClock(() => performance.now(), visitMsHere(storage, study, writer)),
  );
  useEffect(() => {
    if (!isAnswering) return;
    const keep = () => keepVisitMs(storage, study, { writer, ms: clock.runMs() });
    const turn = () => {
      clock.run(document.visibilityState === "visible");
      keep();
    };
    turn();
    document.addEventListener("visibilitychange", turn);
    addEventListener("pagehide", keep);
    return () => {
      clock.run(false);
      document.removeEventListener("visibilitychange", turn);
      removeEventListener("pagehide", keep);
    };
  }, [clock, isAnswering, storage, study, writer]);
  return useCallback(
    () => ({ minutes: wholeMinutes(clock.runMs()), device: deviceClass(deviceTraits(window)) }),
    [clock],
  );
}
