import { Button } from "@mehrwert/ui";
import { useState } from "react";
import { SurveyView } from "../survey/survey-view.tsx";
import { Message } from "../views/message.tsx";
import { Welcome } from "../views/welcome.tsx";
import { words } from "../words.ts";
import { PreviewAnswers } from "./preview-answers.tsx";
import { PreviewControls } from "./preview-controls.tsx";
import { PreviewReasons } from "./preview-reasons.tsx";
import { previewWords } from "./preview-words.ts";
import { type PreviewProps, previewKeeping, usePreview } from "./use-preview.ts";

type Props = PreviewProps & {
  isWhyShown: boolean;
  takesFocus: boolean;
  onWhyShown: (isShown: boolean) => void;
  /** Another group for an `assigned` question that the study fixes. */
  onAssign: (question: string, code: string | number) => void;
  onAgain: () => void;
};

/** The participant's views, with the controls above them and, if asked for, the reasons of the routing below. */
export function PreviewParticipation(props: Props) {
  const { instrument, language, isWhyShown, onWhyShown, onAssign, onAgain } = props;
  const preview = usePreview(props);
  const { participation, sent, said, jump } = preview;
  const { draft, view } = participation;
  return (
    <>
      <PreviewControls
        instrument={instrument}
        language={language}
        draft={draft}
        isWhyShown={isWhyShown}
        onWhyShown={onWhyShown}
        onAssign={(question, code) => {
          participation.answer(question, code);
          onAssign(question, code);
        }}
        onJump={(target) => (target ? jump(target) : participation.showWelcome())}
        onAgain={onAgain}
      />
      <p role="status" className="preview-said">
        {view === "thanks" ? "" : said}
      </p>
      <PreviewedView {...{ ...props, participation, sent }} {...preview} />
      {isWhyShown && view !== "thanks" ? (
        <PreviewReasons
          instrument={instrument}
          language={language}
          draft={draft}
          page={view === "survey" ? draft.page : undefined}
          onJump={jump}
        />
      ) : null}
    </>
  );
}

function PreviewedView({
  study,
  instrument,
  language,
  participation,
  takesFocus,
  send,
  sent,
  agreedTo,
  onAgain,
}: Props & Pick<ReturnType<typeof usePreview>, "participation" | "send" | "sent" | "agreedTo">) {
  const { view } = participation;
  const [firstView] = useState(view);
  const [hasMoved, setMoved] = useState(false);
  if (view !== firstView && !hasMoved) setMoved(true);
  if (view === "thanks" && sent) {
    return (
      <PreviewAnswers
        instrument={instrument}
        response={sent}
        language={language}
        onAgain={onAgain}
      />
    );
  }
  if (view === "survey") {
    return (
      <SurveyView
        {...{ study, instrument, language, participation, send }}
        reading={language}
        agreedTo={agreedTo}
        keeping={previewKeeping}
        onFinish={() => participation.restart("thanks")}
        onDelete={() => participation.restart("welcome")}
      />
    );
  }
  if (view === "declined" || view === "thanks") {
    return (
      <Message title={words.declinedTitle[language]} text={previewWords.declined[language]}>
        <Button onClick={() => participation.restart("welcome")}>
          {words.declinedBack[language]}
        </Button>
      </Message>
    );
  }
  return (
    <Welcome
      study={study}
      instrument={instrument}
      language={language}
      participation={participation}
      hasBegun
      isKept
      takesFocus={takesFocus || hasMoved}
      onDecision={({ decision }) =>
        decision === "given" ? participation.consent() : participation.restart("declined")
      }
    />
  );
}
