import type { Answer, Language, Presentation, Question, QuestionOf } from "@mehrwert/study";
import type { ReactNode } from "react";

/** What was drawn for this participant and a question: order, variant, sets; and changes made to a ranking. */
export type QuestionPresentation = Presentation[string];

/** What every kind of question gets: its words, the answer so far, and where an answer goes. */
export type QuestionProps<Kind extends Question["type"]> = {
  question: QuestionOf<Kind>;
  language: Language;
  value: Answer | undefined;
  /** Absent where nothing is drawn. */
  presentation: QuestionPresentation | undefined;
  /** What is wrong with the answer, after the participant wanted to go on. */
  error: string | undefined;
  /** `undefined` takes the answer back. */
  onAnswer: (value: Answer | undefined) => void;
};

/** Ids inside a question, so that labels, errors and the list of errors find each other. */
export const questionIds = (name: string) => ({
  box: `q-${name}`,
  title: `q-${name}-title`,
  description: `q-${name}-description`,
  error: `q-${name}-error`,
});

/** The id of what is wrong with a question, for its inputs; undefined if nothing is. */
export function errorIdOf(question: Question, error: string | undefined): string | undefined {
  return error ? questionIds(question.name).error : undefined;
}

/**
 * The ids that describe a question as a whole, for `aria-describedby`: of its group, or of its only input. Undefined if
 * nothing does. Inputs within a group name only their error, or every option would be read with the whole description.
 */
export function describedBy(question: Question, error: string | undefined): string | undefined {
  const ids = questionIds(question.name);
  const present = [
    ...(question.description ? [ids.description] : []),
    ...(error ? [ids.error] : []),
  ];
  return present.length > 0 ? present.join(" ") : undefined;
}

/** Title, description and error of a question around its inputs. */
export function QuestionFrame({
  question,
  language,
  error,
  isGroup = true,
  labelFor,
  children,
}: {
  question: Question;
  language: Language;
  error: string | undefined;
  /** False where the title names a single input, or the group of radio buttons, by itself: nothing is read twice. */
  isGroup?: boolean;
  labelFor?: string;
  children: ReactNode;
}) {
  const ids = questionIds(question.name);
  const title = question.title[language];
  const group = isGroup
    ? {
        role: "group",
        "aria-labelledby": ids.title,
        "aria-describedby": describedBy(question, error),
      }
    : {};
  return (
    <section
      className={error ? "question has-error" : "question"}
      id={ids.box}
      data-answer
      {...group}
    >
      <h2 className="question-title" id={ids.title}>
        {labelFor === undefined ? title : <label htmlFor={labelFor}>{title}</label>}
      </h2>
      {question.description ? (
        <p className="question-description" id={ids.description}>
          {question.description[language]}
        </p>
      ) : null}
      {error ? (
        <p className="question-error" id={ids.error}>
          {error}
        </p>
      ) : null}
      {children}
    </section>
  );
}
