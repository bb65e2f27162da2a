import type { Instrument, Language, Study, SurveyResponse } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useState } from "react";
import { SurveyView } from "../survey/survey-view.tsx";
import type { TabStorage } from "../tab-storage.ts";
import { useParticipation } from "../use-participation.ts";
import { Message } from "../views/message.tsx";
import { Welcome } from "../views/welcome.tsx";
import { filled, words } from "../words.ts";
import { answersLeadingTo, type Target } from "./answers-leading-to.ts";
import { PreviewAnswers } from "./preview-answers.tsx";
import { PreviewControls } from "./preview-controls.tsx";
import { PreviewReasons } from "./preview-reasons.tsx";
import { previewWords } from "./preview-words.ts";
import { answersInWords, titleOf } from "./routing-in-words.ts";

type Props = {
  study: Study;
  instrument: Instrument;
  language: Language;
  storage: TabStorage;
  isWhyShown: boolean;
  takesFocus: boolean;
  onWhyShown: (isShown: boolean) => void;
  /** Another group for an `assigned` question that the study fixes. */
  onAssign: (question: string, code: string | number) => void;
  onAgain: () => void;
};

const stored = { status: 201, problem: undefined };

/** One participation in a preview, and what somebody can do to it from outside. */
function usePreview({ study, instrument, language, storage }: Props) {
  const participation = useParticipation(study, instrument, storage);
  const [sent, setSent] = useState<SurveyResponse>();
  const [said, setSaid] = useState("");
  const jump = (target: Target) => {
    const { answers } = participation.draft;
    const changes = answersLeadingTo(instrument, target, answers, Math.random);
    if (changes === undefined) {
      const name = titleOf(instrument, target.question ?? target.page);
      setSaid(filled(previewWords.noWay[language], name[language]));
      return;
    }
    participation.consent();
    for (const [question, answer] of changes) participation.answer(question, answer);
    participation.showPage(target.page);
    const inWords = answersInWords(instrument, changes, language).join("; ");
    setSaid(inWords === "" ? "" : filled(previewWords.filledIn[language], inWords));
  };
  return {
    participation,
    sent,
    said,
    jump,
    /** Keeps what would be sent, for the end of the preview; nothing leaves the page. */
    send: async (_: string, response: SurveyResponse) => {
      setSent(response);
      return stored;
    },
  };
}

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
      <PreviewedView {...props} participation={participation} send={preview.send} sent={sent} />
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
  onAgain,
}: Props & {
  participation: ReturnType<typeof useParticipation>;
  send: ReturnType<typeof usePreview>["send"];
  sent: SurveyResponse | undefined;
}) {
  const { draft, view } = participation;
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
    return <SurveyView {...{ study, instrument, language, participation, send }} />;
  }
  if (view === "declined" || view === "thanks") {
    return (
      <Message title={words.declinedTitle[language]} text={previewWords.declined[language]}>
        <Button onClick={participation.leave}>{words.declinedBack[language]}</Button>
      </Message>
    );
  }
  return (
    <Welcome
      study={study}
      instrument={instrument}
      language={language}
      hasConsented={draft.isUnderWay}
      deleted={participation.deleted}
      isCarried={false}
      outlivesReload={participation.outlivesReload}
      takesFocus={takesFocus || hasMoved}
      onConsent={participation.consent}
      onDecline={participation.decline}
    />
  );
}
