import { Button } from "@mehrwert/ui";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useLanguage } from "../frame/language.ts";

/** Something that was done and can be taken back. */
export type Undoable = { text: string; undo: () => Promise<unknown> };

const words = {
  undo: { de: "Rückgängig machen", en: "Undo" },
  dismiss: { de: "Hinweis schließen", en: "Close this note" },
  undone: { de: "Rückgängig gemacht.", en: "Undone." },
  failed: {
    de: "Das ließ sich nicht rückgängig machen. Versuchen Sie es noch einmal.",
    en: "That could not be undone. Please try again.",
  },
} as const;

const Announce = createContext<(done: Undoable) => void>(() => undefined);

/** Says what was just done, with the way to take it back. */
export function useUndo(): (done: Undoable) => void {
  return useContext(Announce);
}

type State = { done: Undoable; phase: "offered" | "busy" | "failed" } | "undone" | undefined;

/** Keeps the last thing that can be undone in sight until it is closed or followed by another; no clock runs. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<State>();
  const language = useLanguage();
  const takeBack = async (done: Undoable) => {
    setState({ done, phase: "busy" });
    try {
      await done.undo();
      setState("undone");
    } catch {
      setState({ done, phase: "failed" });
    }
  };
  return (
    <Announce value={(done) => setState({ done, phase: "offered" })}>
      {children}
      <div role="status" className={state === undefined ? undefined : "undo no-print"}>
        {state === undefined ? null : (
          <>
            <p>
              {state === "undone"
                ? words.undone[language]
                : state.phase === "failed"
                  ? words.failed[language]
                  : state.done.text}
            </p>
            <div className="buttons">
              {state === "undone" ? null : (
                <Button isBusy={state.phase === "busy"} onClick={() => void takeBack(state.done)}>
                  {words.undo[language]}
                </Button>
              )}
              <Button kind="quiet" onClick={() => setState(undefined)}>
                {words.dismiss[language]}
              </Button>
            </div>
          </>
        )}
      </div>
    </Announce>
  );
}
