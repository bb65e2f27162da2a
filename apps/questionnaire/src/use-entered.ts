import type { Study } from "@mehrwert/study";
import { useState } from "react";
import type { AppStart } from "./app-start.ts";
import type { WayIn } from "./first-page/way-in.ts";
import { type Loaded, loadStudy } from "./study-client.ts";

/** Who is on this page, one after the other, and the version of the study that each of them is asked. */
export function useEntered(first: AppStart) {
  const [loaded, setLoaded] = useState<Loaded | undefined>(first.loaded);
  const [entered, setEntered] = useState({ ...first, times: 1 });
  const { slug, definitionHash, start } = entered;
  return {
    entered,
    loaded,
    tryAgain: () => {
      setLoaded(undefined);
      void loadStudy(slug, start.found?.draft.definitionHash ?? definitionHash).then(setLoaded);
    },
    /** For the next person at this page: a version fielded meanwhile. */
    renew: () => {
      setEntered((before) => ({ ...before, decision: undefined }));
      void loadStudy(slug).then((next) => {
        if (next.state === "loaded") setLoaded(next);
      });
    },
    /** For whoever comes in by the first page as this app shows it, which describes `study`. */
    enter: (wayIn: WayIn, study: Study) => {
      if (wayIn.loaded) setLoaded(wayIn.loaded);
      setEntered((before) => ({
        ...before,
        ...{ decision: undefined, sentReceipt: undefined },
        ...wayIn,
        definitionHash: study.definitionHash,
        times: before.times + 1,
      }));
    },
  };
}
