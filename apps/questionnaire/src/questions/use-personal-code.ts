import { type CodeElements, personalCode } from "@mehrwert/privacy";
import type { Answer, QuestionOf } from "@mehrwert/study";
import { useEffect, useRef, useState } from "react";
import { isElement } from "./code-element.ts";

/** How far a code has come. `set`: made before this page was shown; what it was made from is gone. */
export type CodeState = "set" | "typing" | "working" | "made" | "impossible";

/**
 * Makes the code as soon as every element is typed, and takes it back as soon as one changes. What is typed lives in
 * this component and goes with it: nothing of it is in the draft, in storage, in the address or in a request.
 * `onWorking` tells when a code is being made, so that nobody turns the page before it is there.
 */
export function usePersonalCode({
  question,
  salt,
  value,
  onAnswer,
  onWorking,
}: {
  question: QuestionOf<"code">;
  salt: string | undefined;
  value: Answer | undefined;
  onAnswer: (value: Answer | undefined) => void;
  onWorking: (isWorking: boolean) => void;
}) {
  const [typed, setTyped] = useState<CodeElements>({});
  const [state, setState] = useState<CodeState>(
    salt === undefined ? "impossible" : value === undefined ? "typing" : "set",
  );
  const run = useRef(0);
  const latest = useRef({ onAnswer, onWorking });
  latest.current = { onAnswer, onWorking };
  useEffect(
    () => () => {
      run.current += 1;
      latest.current.onWorking(false);
    },
    [],
  );

  const startOver = (elements: CodeElements, next: CodeState) => {
    run.current += 1;
    setTyped(elements);
    setState(next);
    latest.current.onWorking(next === "working");
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
      latest.current.onWorking(false);
      if (code) latest.current.onAnswer(code);
    };
    personalCode({ question: question.name, elements, salt }).then(
      (code) => settle("made", code),
      () => settle("impossible"),
    );
  };
  return { typed, state, type, change: () => startOver({}, "typing") };
}
