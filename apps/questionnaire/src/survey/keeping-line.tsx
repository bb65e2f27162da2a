import type { Language } from "@mehrwert/study";
import { useEffect, useState } from "react";
import type { KeepingState } from "../keeping/keeping-state.ts";
import { stateWords } from "../keeping/keeping-words.ts";

function wordsOf(state: KeepingState): keyof typeof stateWords | undefined {
  switch (state.at) {
    case "empty":
      return undefined;
    case "waiting":
      return `${state.why}${state.isOnDevice ? "OnDevice" : "InWindow"}`;
    case "stopped":
      return state.isOnDevice ? "stoppedOnDevice" : "stoppedInWindow";
    default:
      return state.at;
  }
}

/**
 * Where the newest answers are, in one line that is always there. Only trouble, and its end, is read aloud: nobody wants
 * to hear "saved" after every click.
 */
export function KeepingLine({ state, language }: { state: KeepingState; language: Language }) {
  const said = wordsOf(state);
  const isTrouble = state.at === "waiting" || state.at === "stopped";
  const [wasTrouble, setWasTrouble] = useState(false);
  useEffect(() => {
    if (isTrouble) setWasTrouble(true);
  }, [isTrouble]);
  const isSpoken = isTrouble || (wasTrouble && state.at === "saved");
  const text = said === undefined ? "" : stateWords[said][language];
  return (
    <div className={isTrouble ? "keeping keeping-trouble" : "keeping"}>
      <p aria-hidden={isSpoken ? "true" : undefined}>{text}</p>
      <p role="status" className="mw-visually-hidden">
        {isSpoken ? text : ""}
      </p>
    </div>
  );
}
