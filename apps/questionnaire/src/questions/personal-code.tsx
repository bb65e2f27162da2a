import type { Language } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import { useEffect, useRef, useState } from "react";
import { filled } from "../words.ts";
import { type CodeElement, isElement, tidyElement } from "./code-element.ts";
import { codeWords } from "./code-words.ts";
import { errorIdOf, QuestionFrame, type QuestionProps } from "./question-frame.tsx";
import { type PendingCode, usePersonalCode } from "./use-personal-code.ts";
import "./cards.css";

/** What the code needs beside what every question gets. */
export type CodeProps = QuestionProps<"code"> & {
  /** The study's; without it no code can be made. */
  salt: string | undefined;
  /** Says why the page must not be turned yet, if so. */
  onPending: (pending: PendingCode | undefined) => void;
};

/** A self-generated code: a few short fields, from which the code is made here and now. */
export function PersonalCode(props: CodeProps) {
  const { question, language, error } = props;
  const code = usePersonalCode(props);
  const { typed, state } = code;
  const first = useRef<HTMLDivElement>(null);
  const [isChanging, setChanging] = useState(false);
  useEffect(() => {
    if (isChanging) first.current?.querySelector("input")?.focus();
  }, [isChanging]);
  const left = question.elements.filter(
    ({ value, kind }) => !isElement(kind, typed[value] ?? ""),
  ).length;
  const isBegun = Object.values(typed).some((text) => text !== "");
  return (
    <QuestionFrame question={question} language={language} error={error}>
      {state === "impossible" ? null : (
        <>
          {question.description ? null : <p className="code-about">{codeWords.about[language]}</p>}
          <p className="code-about">
            {codeWords.warning[language]}{" "}
            {question.isRequired ? null : codeWords.optional[language]}
          </p>
        </>
      )}
      {state === "set" || state === "impossible" ? null : (
        <div className="code-elements" ref={first}>
          {question.elements.map((element) => (
            <ElementField
              key={element.value}
              id={`q-${question.name}-${element.value}`}
              element={element}
              language={language}
              text={typed[element.value] ?? ""}
              errorId={errorIdOf(question, error)}
              onType={(text) => code.type(element.value, text)}
            />
          ))}
        </div>
      )}
      <p className="code-state" role="status">
        {state === "typing" && isBegun
          ? filled(codeWords[left === 1 ? "oneMissing" : "missing"][language], left)
          : null}
        {state === "working" || state === "made" || state === "set"
          ? codeWords[state][language]
          : null}
      </p>
      {state === "impossible" ? (
        <Notice kind="caution">
          <p>{codeWords.impossible[language]}</p>
        </Notice>
      ) : null}
      {state === "set" ? (
        <Button
          onClick={() => {
            code.change();
            setChanging(true);
          }}
        >
          {codeWords.change[language]}
        </Button>
      ) : null}
    </QuestionFrame>
  );
}

const wrong = { letter: "wrongLetter", day: "wrongDay", digit: "wrongDigit" } as const;

function ElementField({
  id,
  element,
  language,
  text,
  errorId,
  onType,
}: {
  id: string;
  element: CodeElement;
  language: Language;
  text: string;
  /** The ids of what is wrong with the whole code, if anything is; what is not complete is then marked. */
  errorId: string | undefined;
  onType: (text: string) => void;
}) {
  const { kind } = element;
  const [wasLeft, setLeft] = useState(false);
  const isWrong = wasLeft && text !== "" && !isElement(kind, text);
  const isMissed = errorId !== undefined && !isElement(kind, text);
  const described = [`${id}-hint`, isWrong && `${id}-wrong`, isMissed && errorId];
  return (
    <div className="code-element">
      <label htmlFor={id}>{element.text[language]}</label>
      <span className="hint" id={`${id}-hint`}>
        {codeWords[kind][language]}
      </span>
      <input
        id={id}
        className="field"
        type="text"
        inputMode={kind === "letter" ? "text" : "numeric"}
        maxLength={kind === "day" ? 2 : 1}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        value={text}
        aria-invalid={isWrong || isMissed || undefined}
        aria-describedby={described.filter(Boolean).join(" ")}
        onChange={(event) => {
          setLeft(false);
          onType(event.target.value);
        }}
        onBlur={() => {
          setLeft(true);
          const tidy = tidyElement(kind, text);
          if (tidy !== text) onType(tidy);
        }}
      />
      {isWrong ? (
        <p className="question-error" id={`${id}-wrong`}>
          {codeWords[wrong[kind]][language]}
        </p>
      ) : null}
    </div>
  );
}
