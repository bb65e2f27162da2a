import { Button } from "@mehrwert/ui";
import { useLayoutEffect, useRef } from "react";
import { filled } from "../words.ts";
import { MaxdiffOptions } from "./maxdiff-options.tsx";
import { type Maxdiff, useMaxdiff, useStopBeforeLeaving } from "./maxdiff-state.ts";
import { maxdiffWords } from "./maxdiff-words.ts";
import { errorIdOf, QuestionFrame, type QuestionProps } from "./question-frame.tsx";
import "./maxdiff.css";

/** After a change of sets the focus goes to the new set's heading, so that everybody begins at its top. */
function useFocusOnSet(at: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(at);
  useLayoutEffect(() => {
    if (before.current === at) return;
    before.current = at;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return heading;
}

/**
 * Best–worst scaling: one small set of options at a time, in each the best and the worst. A set is left with both
 * or skipped; every set can be seen and changed again.
 */
export function MaxdiffChoice(props: QuestionProps<"maxdiff">) {
  const { question, language, error } = props;
  const maxdiff = useMaxdiff(props);
  const { sets, at, marks, said } = maxdiff;
  const heading = useFocusOnSet(at);
  const box = useStopBeforeLeaving(maxdiff.isLeavingSets, () => {
    maxdiff.stop();
    heading.current?.focus();
  });
  const title = `q-${question.name}-set`;
  const message = `q-${question.name}-message`;
  const errorIds = [said?.isError && message, errorIdOf(question, error)].filter(Boolean);
  if (sets.length === 0) return null;
  return (
    <QuestionFrame question={question} language={language} error={error}>
      {question.description ? null : (
        <p className="hint">{filled(maxdiffWords.howTo[language], sets.length)}</p>
      )}
      <fieldset className="maxdiff" aria-labelledby={title} ref={box}>
        <div className="maxdiff-head">
          <h3 id={title} ref={heading} tabIndex={-1} aria-describedby={message}>
            {filled(maxdiffWords.set[language], at + 1, sets.length)}
          </h3>
          <span className="maxdiff-marks" aria-hidden="true">
            {marks.map((mark, each) => (
              <span
                key={each}
                className={`maxdiff-mark maxdiff-${mark} ${each === at ? "maxdiff-here" : ""}`}
              />
            ))}
          </span>
        </div>
        <MaxdiffOptions
          question={question}
          language={language}
          set={at + 1}
          shown={maxdiff.shown}
          chosen={maxdiff.chosen}
          errorId={errorIds.length > 0 ? errorIds.join(" ") : undefined}
          onChoose={maxdiff.choose}
        />
        <p
          role="status"
          id={message}
          className={said?.isError ? "maxdiff-said question-error" : "maxdiff-said"}
        >
          {said?.text || finished(maxdiff, language)}
        </p>
        <SetButtons maxdiff={maxdiff} language={language} />
      </fieldset>
    </QuestionFrame>
  );
}

function finished({ marks, at }: Maxdiff, language: "de" | "en"): string {
  if (at !== marks.length - 1 || marks.some((mark) => mark === "open" || mark === "half"))
    return "";
  const answered = marks.filter((mark) => mark === "done").length;
  return answered === marks.length
    ? filled(maxdiffWords.done[language], answered)
    : filled(maxdiffWords.doneWithSkipped[language], answered, marks.length);
}

function SetButtons({ maxdiff, language }: { maxdiff: Maxdiff; language: "de" | "en" }) {
  const { at, sets } = maxdiff;
  return (
    <div className="maxdiff-actions">
      {at < sets.length - 1 ? (
        <Button kind="primary" onClick={maxdiff.next}>
          {maxdiffWords.next[language]}
        </Button>
      ) : null}
      {at > 0 ? (
        <Button onClick={maxdiff.previous}>{maxdiffWords.previous[language]}</Button>
      ) : null}
      <Button kind="quiet" onClick={maxdiff.skip}>
        {maxdiffWords.skip[language]}
      </Button>
    </div>
  );
}
