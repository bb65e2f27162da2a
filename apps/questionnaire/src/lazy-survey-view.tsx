import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { lazy } from "react";
import { Message } from "./views/message.tsx";
import { sendingWords } from "./words.ts";

const surveyModule = () => import("./survey/survey-view.tsx");

/** Fetches the questionnaire's pages ahead of time, while the participant reads. */
export function fetchSurveyView(): void {
  surveyModule().catch(() => undefined);
}

/** The questionnaire's pages, or, where their code does not arrive, a message that says so. */
export const LazySurveyView = lazy(async () => {
  try {
    return { default: (await surveyModule()).SurveyView };
  } catch {
    return { default: NotArrived };
  }
});

/** A browser keeps a failed import for good, so trying again means to load the page again. */
function NotArrived({ language }: { language: Language }) {
  return (
    <Message
      title={sendingWords.unreachableTitle[language]}
      text={sendingWords.unreachableText[language]}
    >
      <Button kind="primary" onClick={() => location.reload()}>
        {sendingWords.tryAgain[language]}
      </Button>
    </Message>
  );
}
