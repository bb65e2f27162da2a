import type { Language, LocalizedText } from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";
import { useEffect, useRef } from "react";
import { words } from "../words.ts";

/** One line of the summary: the question, what is wrong, and how to get there. */
export type ErrorLine = {
  question: string;
  title: LocalizedText;
  text: LocalizedText;
  onGo: () => void;
};

/** Puts the focus on the first input of a question of the page shown. */
export function focusQuestion(question: string): void {
  const box = document.getElementById(`q-${question}`);
  const field = box?.querySelector<HTMLElement>("input, textarea") ?? box?.querySelector("button");
  field?.focus();
}

/** What has to be mended before going on; takes the focus each time somebody tries (`attempt` changes). */
export function ErrorSummary({
  lines,
  attempt,
  language,
}: {
  lines: readonly ErrorLine[];
  attempt: number;
  language: Language;
}) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (lines.length === 0) return null;
  return (
    <section ref={box} tabIndex={-1} aria-label={words.errorsTitle[language]}>
      <Notice kind="error" title={words.errorsTitle[language]}>
        <ul>
          {lines.map(({ question, title, text, onGo }) => (
            <li key={question}>
              <a
                href={`#q-${question}`}
                onClick={(event) => {
                  event.preventDefault();
                  onGo();
                }}
              >
                {title[language]}
              </a>
              <br />
              {text[language]}
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}
