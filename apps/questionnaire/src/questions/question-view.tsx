import type { Answer, Language, Question } from "@mehrwert/study";
import { DecisionAid } from "./decision-aid.tsx";
import { DoubleRating } from "./double-rating.tsx";
import { LikertMatrix } from "./likert-matrix.tsx";
import { MaxdiffChoice } from "./maxdiff-choice.tsx";
import { MultipleChoice } from "./multiple-choice.tsx";
import { NumberBands } from "./number-bands.tsx";
import { OpenText } from "./open-text.tsx";
import { PersonalCode } from "./personal-code.tsx";
import type { QuestionPresentation } from "./question-frame.tsx";
import { RankingBoard } from "./ranking-board.tsx";
import { RecommendationScale } from "./recommendation-scale.tsx";
import { Roster } from "./roster.tsx";
import { SingleChoice } from "./single-choice.tsx";
import { StatementRound } from "./statement-round.tsx";
import type { PendingCode } from "./use-personal-code.ts";
import { Vignette } from "./vignette.tsx";

/** A question of any kind, drawn by the component for its kind. */
export function QuestionView({
  question,
  onAnswer,
  codeSalt,
  onPending,
  ...rest
}: {
  question: Question;
  language: Language;
  value: Answer | undefined;
  presentation: QuestionPresentation | undefined;
  error: string | undefined;
  /** `moves` only from a ranking. */
  onAnswer: (value: Answer | undefined, moves?: number) => void;
  /** The study's salt of self-generated codes, if it has one. */
  codeSalt: string | undefined;
  /** Says of an answer in the making why the page must not be turned yet; `undefined` when it may be. */
  onPending: (pending: PendingCode | undefined) => void;
}) {
  switch (question.type) {
    case "radiogroup":
      return <SingleChoice question={question} onAnswer={onAnswer} {...rest} />;
    case "checkbox":
      return <MultipleChoice question={question} onAnswer={onAnswer} {...rest} />;
    case "matrix":
      return <LikertMatrix question={question} onAnswer={onAnswer} {...rest} />;
    case "ranking":
      return <RankingBoard question={question} onAnswer={onAnswer} {...rest} />;
    case "text":
      return <OpenText question={question} onAnswer={onAnswer} {...rest} />;
    case "comment":
      return <OpenText question={question} onAnswer={onAnswer} {...rest} />;
    case "maxdiff":
      return <MaxdiffChoice question={question} onAnswer={onAnswer} {...rest} />;
    case "statement-round":
      return <StatementRound question={question} onAnswer={onAnswer} {...rest} />;
    case "decision":
      return <DecisionAid question={question} onAnswer={onAnswer} {...rest} />;
    case "nps":
      return <RecommendationScale question={question} onAnswer={onAnswer} {...rest} />;
    case "number-band":
      return <NumberBands question={question} onAnswer={onAnswer} {...rest} />;
    case "double-rating":
      return <DoubleRating question={question} onAnswer={onAnswer} {...rest} />;
    case "vignette":
      return <Vignette question={question} onAnswer={onAnswer} {...rest} />;
    case "roster":
      return <Roster question={question} onAnswer={onAnswer} {...rest} />;
    case "code":
      return (
        <PersonalCode
          question={question}
          salt={codeSalt}
          onAnswer={onAnswer}
          onPending={onPending}
          {...rest}
        />
      );
    case "assigned":
      return null;
  }
}
