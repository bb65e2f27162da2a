import type { Answer, Language, Question } from "@mehrwert/study";
import { DecisionAid } from "./decision-aid.tsx";
import { LikertMatrix } from "./likert-matrix.tsx";
import { MaxdiffChoice } from "./maxdiff-choice.tsx";
import { MultipleChoice } from "./multiple-choice.tsx";
import { OpenText } from "./open-text.tsx";
import type { QuestionPresentation } from "./question-frame.tsx";
import { RankingBoard } from "./ranking-board.tsx";
import { SingleChoice } from "./single-choice.tsx";
import { StatementRound } from "./statement-round.tsx";

/** A question of any kind, drawn by the component for its kind. */
export function QuestionView({
  question,
  onAnswer,
  ...rest
}: {
  question: Question;
  language: Language;
  value: Answer | undefined;
  presentation: QuestionPresentation | undefined;
  error: string | undefined;
  /** `moves` only from a ranking. */
  onAnswer: (value: Answer | undefined, moves?: number) => void;
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
    default:
      return null;
  }
}
