import {
  asRead,
  baseLanguage,
  consentHash,
  firstPageWords,
  type Instrument,
  type Language,
  type ReadingLanguage,
  type Study,
} from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useEffect, useMemo, useState } from "react";
import type { WayIn } from "./first-page/way-in.ts";
import type { KeepingState } from "./keeping/keeping-state.ts";
import { type Keeping, useKeeping } from "./keeping/use-keeping.ts";
import { SurveyView } from "./survey/survey-view.tsx";
import type { TabStorage } from "./tab-storage.ts";
import { useEndings } from "./use-endings.ts";
import { type Participation, useParticipation, type View } from "./use-participation.ts";
import { DeclineQuestion } from "./views/decline-question.tsx";
import { Message } from "./views/message.tsx";
import { Paused } from "./views/paused.tsx";
import { Stopped } from "./views/stopped.tsx";
import { Thanks } from "./views/thanks.tsx";
import { Welcome } from "./views/welcome.tsx";
import { useVisit } from "./visit/use-visit.ts";
import { words } from "./words.ts";

type Props = Omit<WayIn, "loaded"> & {
  study: Study;
  instrument: Instrument;
  reading: ReadingLanguage;
  storage: TabStorage;
  /** Told whether answers are taken: only then does the footer say how they are kept. */
  onTaking: (isTaking: boolean) => void;
  /** Called with somebody who begins anew on this page or goes on with what was begun elsewhere. */
  onEnter: (wayIn: WayIn) => void;
  /** Called when somebody else is to answer. */
  onNext: () => void;
};

/** One participation after the other on this page, each with a draft, a code and a receipt of its own. */
export function Participating(props: Props) {
  const { onTaking, reading } = props;
  const { study, instrument, language, agreedTo, participation, keeping, endings, visit } =
    useTakingPart(props);
  const { view } = participation;
  const hasMoved = useHasMoved(view);
  const isTaking = view === "survey" || view === "paused" || view === "welcome";
  useEffect(() => onTaking(isTaking), [isTaking, onTaking]);

  const why = goesOnElsewhere(keeping.state);
  if (why && (view === "survey" || view === "paused"))
    return <Stopped {...{ why, language, keeping }} onFinish={() => endings.finish(true)} />;
  switch (view) {
    case "thanks":
      return (
        <Thanks
          {...{ study, language, receiptCode: endings.receiptCode }}
          onAgain={() => {
            endings.leave();
            props.onNext();
          }}
        />
      );
    case "declined":
      return (
        <Message title={words.declinedTitle[language]} text={words.declinedText[language]}>
          <Button onClick={endings.leave}>{words.declinedBack[language]}</Button>
        </Message>
      );
    case "paused":
      return (
        <Paused
          {...{ study, language, keeping }}
          onGoOn={participation.goOn}
          onRemove={endings.removeHere}
        />
      );
    case "survey":
      return (
        <SurveyView
          {...{ study, instrument, language, reading, participation, keeping, agreedTo, visit }}
          onFinish={endings.finish}
          onDelete={endings.deleteAll}
          onPause={() => {
            void keeping.saveNow();
            participation.pause();
          }}
        />
      );
    default:
      return (
        <Beginning
          {...{ study, instrument, language, participation, keeping, endings }}
          isKept={props.storage.outlivesReload || props.storage.isByChoice === true}
          takesFocus={hasMoved}
        />
      );
  }
}

/** What is answered, how it is kept and how it ends, in the words in which it is read. */
function useTakingPart(props: Props) {
  const { storage, start, isSent, admission, sentReceipt, onEnter } = props;
  const read = useRead(props);
  const { study, instrument, agreedTo } = read;
  const participation = useParticipation({
    ...read,
    kept: start.found?.draft,
    isSent,
    informed: props.decision,
  });
  const { draft, goOnWith } = participation;
  const onDraft = goOnWith;
  const keeping = useKeeping({
    ...{ study, instrument, first: start, admission, draft, storage, onDraft },
  });
  const endings = useEndings({
    ...{ study, storage, agreedTo, participation, keeping, sentReceipt, onEnter },
  });
  const visit = useVisit({
    ...{ storage, study: study.slug, writer: start.writer },
    isAnswering: participation.view === "survey",
  });
  return { ...read, language: baseLanguage(props.reading), participation, keeping, endings, visit };
}

/** Why the questionnaire gives way to the question what to go on with; undefined as long as it does not. */
function goesOnElsewhere(state: KeepingState) {
  const why = state.at === "stopped" ? state.why : undefined;
  const isElsewhere = why === "elsewhere" || why === "other-window" || why === "sent";
  return isElsewhere ? why : undefined;
}

/** Study and instrument in the words they are read in, and the hash of what they ask to consent to in all words. */
function useRead({ study, instrument, reading }: Props) {
  const read = useMemo(
    () => ({ study: asRead(study, reading), instrument: asRead(instrument, reading) }),
    [study, instrument, reading],
  );
  const agreedTo = useMemo(() => consentHash(study, instrument), [study, instrument]);
  return { ...read, agreedTo };
}

/** Whether the view has ever been another than the first one, which leaves the focus alone. */
function useHasMoved(view: View): boolean {
  const [firstView] = useState(view);
  const [hasMoved, setMoved] = useState(false);
  useEffect(() => {
    if (view !== firstView) setMoved(true);
  }, [view, firstView]);
  return hasMoved || view !== firstView;
}

/** The first page for those who come back to it, or the word that nobody can begin any more. */
function Beginning({
  study,
  instrument,
  language,
  participation,
  keeping,
  endings,
  isKept,
  takesFocus,
}: Pick<Props, "study" | "instrument"> & {
  language: Language;
  participation: Participation;
  keeping: Keeping;
  endings: ReturnType<typeof useEndings>;
  /** False where the browser forbids to keep anything. */
  isKept: boolean;
  takesFocus: boolean;
}) {
  const { draft } = participation;
  const [isAskedBack, setAskedBack] = useState(false);
  const isSomethingKept = keeping.state.at !== "empty";
  // Also where consent is asked anew: then there are answers, or a code was given, and no new one is asked for.
  const hasBegun = draft.isUnderWay || keeping.hasCode || isSomethingKept;
  if (study.status !== "fielding" && !draft.isUnderWay) {
    return (
      <Message
        title={firstPageWords.closedTitle[language]}
        text={firstPageWords.closedText[language]}
        takesFocus={false}
      />
    );
  }
  if (isAskedBack)
    return (
      <DeclineQuestion
        {...{ study, language }}
        onYes={() => {
          setAskedBack(false);
          void endings.deleteAll(false);
        }}
        onNo={() => {
          setAskedBack(false);
          if (draft.isUnderWay) participation.goOn();
        }}
      />
    );
  return (
    <Welcome
      {...{ study, instrument, language, participation, hasBegun, isKept, takesFocus }}
      said={endings.said}
      onDecision={({ decision, isSharedDevice }, page) => {
        if (decision === "declined" && isSomethingKept) setAskedBack(true);
        else if (decision === "declined") endings.decline();
        else if (hasBegun) participation.consent();
        else void endings.begin(page, isSharedDevice);
      }}
      onResume={(page, isSharedDevice) => void endings.resume(page, isSharedDevice)}
    />
  );
}
