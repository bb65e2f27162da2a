import { type CodeElements, personalCode } from "@mehrwert/privacy";
import type { Answer, QuestionOf } from "@mehrwert/study";
import { useEffect, useRef, useState } from "react";
import { isElement } from "./code-element.ts";

/** How far a code has come. `set`: made before this page was shown; what it was made from is gone. */
export type CodeState = "set" | "typing" | "working" | "made" | "impossible";

/** What keeps the page from being turned: a code that is being made, or one begun and not complete. */
export type PendingCode = "working" | "unfinished";

/**
 * Makes the code as soon as every element is typed, and takes it back as soon as one changes. What is typed lives in
 * this component and goes with it: nothing of it is in the draft, in storage, in the address or in a request.
 * `onPending` tells when a code is not there yet, so that nobody turns the page without it by mistake.
 */
export function usePersonalCode({
  question,
  salt,
  value,
  onAnswer,
  onPending,
}: {
  question: QuestionOf<"code">;
  salt: string | undefined;
  value: Answer | undefined;
  onAnswer: (value: Answer | undefined) => void;
  onPending: (pending: PendingCode | undefined) => void;
}) {
  const [typed, setTyped] = useState<CodeElements>({});
  const [state, setState] = useState<CodeState>(
    salt === undefined ? "impossible" : value === undefined ? "typing" : "set",
  );
  const run = useRef(0);
  const latest = useRef({ onAnswer, onPending });
  latest.current = { onAnswer, onPending };
  useEffect(
    () => () => {
      run.current += 1;
      latest.current.onPending(undefined);
    },
    [],
  );

  const startOver = (elements: CodeElements, next: CodeState) => {
    run.current += 1;
    setTyped(elements);
    setState(next);
    const isBegun = Object.values(elements).some((text) => text !== "");
    const isOpen = next === "typing" && isBegun;
    latest.current.onPending(next === "working" ? "working" : isOpen ? "unfinished" : undefined);
    if (value !== undefined) latest.current.onAnswer(undefined);
  };
  const type = (element: string, text: string) => {
    const elements = { ...typed, [element]: text };
    const isComplete = question.elements.every(({ value: name, kind }) =>
      isElement(kind, elements[name] ?? ""),
    );
    startOver(elements, isComplete ? "working" : "typing");
    if (!isComplete || salt === undefined) return;
    const mine = run.current;
    const settle = (next: CodeState, code?: Answer) => {
      if (run.current !== mine) return;
      setState(next);
      latest.current.onPending(undefined);
      if (code) latest.current.onAnswer(code);
    };
    personalCode({ question: question.name, elements, salt }).then(
      (code) => settle("made", code),
      () => settle("impossible"),
    );
  };
  return { typed, state, type, change: () => startOver({}, "typing") };
}
