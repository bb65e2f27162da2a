import {
  consentHash,
  type Instrument,
  type Language,
  type Study,
  type Submission,
} from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useCallback, useMemo, useState } from "react";
import { previewKeeping } from "../preview/use-preview.ts";
import { SurveyView } from "../survey/survey-view.tsx";
import { useParticipation } from "../use-participation.ts";
import { Message } from "../views/message.tsx";
import { Welcome } from "../views/welcome.tsx";
import { words } from "../words.ts";
import { CommentBox } from "./comment-box.tsx";
import { sendPilotComment, sendPilotResponse } from "./pilot-client.ts";
import { pilotWords } from "./pilot-words.ts";

type Props = {
  study: Study;
  instrument: Instrument;
  language: Language;
  pilotKey: string;
  onAgain: () => void;
};

/** One test participation: the participant's own views, sent apart from all others, with a place for comments. */
export function PilotParticipation({ study, instrument, language, pilotKey, onAgain }: Props) {
  const agreedTo = useMemo(() => consentHash(study, instrument), [study, instrument]);
  const participation = useParticipation({ study, instrument, agreedTo });
  const [keeping] = useState(() => ({ ...previewKeeping, responseId: crypto.randomUUID() }));
  const { slug, instrumentVersion } = study;
  const send = useCallback(
    (_: string, { id, definitionHash, answers, presentation, lastPage, ...sent }: Submission) =>
      sendPilotResponse(slug, pilotKey, {
        ...{ id, definitionHash, answers, presentation },
        ...{ instrumentVersion: sent.instrumentVersion, language: sent.language },
        ...(lastPage === undefined ? {} : { lastPage }),
      }),
    [slug, pilotKey],
  );
  const { view, draft } = participation;
  const page = view === "survey" ? draft.page : undefined;
  const comment = (text: string) =>
    sendPilotComment(slug, pilotKey, {
      ...{ comment: text, language, instrumentVersion },
      ...(page === undefined ? {} : { page }),
    });
  return (
    <>
      <PilotView
        {...{ study, instrument, language, participation, agreedTo, keeping, send, onAgain }}
      />
      <CommentBox key={page ?? view} language={language} onSend={comment} />
    </>
  );
}

function PilotView({
  study,
  instrument,
  language,
  participation,
  agreedTo,
  keeping,
  send,
  onAgain,
}: Omit<Props, "pilotKey"> & {
  participation: ReturnType<typeof useParticipation>;
  agreedTo: Promise<string>;
  keeping: typeof previewKeeping;
  send: Parameters<typeof SurveyView>[0]["send"];
}) {
  const { view } = participation;
  if (view === "survey")
    return (
      <SurveyView
        {...{ study, instrument, language, participation, keeping, agreedTo }}
        {...(send && { send })}
        reading={language}
        onFinish={() => participation.restart("thanks")}
        onDelete={() => participation.restart("welcome")}
      />
    );
  if (view === "thanks")
    return (
      <Message title={pilotWords.thanksTitle[language]} text={pilotWords.thanksText[language]}>
        <Button onClick={onAgain}>{pilotWords.again[language]}</Button>
      </Message>
    );
  if (view === "declined")
    return (
      <Message title={words.declinedTitle[language]} text={pilotWords.declined[language]}>
        <Button onClick={onAgain}>{words.declinedBack[language]}</Button>
      </Message>
    );
  return (
    <Welcome
      {...{ study, instrument, language, participation }}
      hasBegun
      isKept
      takesFocus={false}
      onDecision={({ decision }) =>
        decision === "given" ? participation.consent() : participation.restart("declined")
      }
    />
  );
}
