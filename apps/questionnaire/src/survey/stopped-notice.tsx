import type { Language } from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";
import type { KeepingState } from "../keeping/keeping-state.ts";
import { stoppedWords } from "../keeping/keeping-words.ts";

/** Why nothing is saved any more, where somebody may still look at the answers, or go on. */
export function StoppedNotice({ state, language }: { state: KeepingState; language: Language }) {
  const why = state.at === "stopped" ? state.why : undefined;
  const isShown = why && why !== "elsewhere" && why !== "other-window" && why !== "sent";
  return (
    <div role="alert" className="stopped">
      {isShown ? (
        <Notice kind="error" title={stoppedWords[`${why}Title`][language]}>
          <p>{stoppedWords[why][language]}</p>
        </Notice>
      ) : null}
    </div>
  );
}
