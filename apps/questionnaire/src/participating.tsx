import { firstPageWords, type Instrument, type Language, type Study } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useEffect, useState } from "react";
import type { InformedDecision } from "./first-page/decision.ts";
import type { AdmissionMemory } from "./keeping/draft.ts";
import type { ParticipationStart } from "./keeping/participation-start.ts";
import { useKeeping } from "./keeping/use-keeping.ts";
import { SurveyView } from "./survey/survey-view.tsx";
import type { TabStorage } from "./tab-storage.ts";
import { useEndings } from "./use-endings.ts";
import { type Participation, useParticipation, type View } from "./use-participation.ts";
import { Message } from "./views/message.tsx";
import { Paused } from "./views/paused.tsx";
import { Stopped } from "./views/stopped.tsx";
import { Thanks } from "./views/thanks.tsx";
import { Welcome } from "./views/welcome.tsx";
import { words } from "./words.ts";

type Props = {
  study: Study;
  instrument: Instrument;
  language: Language;
  storage: TabStorage;
  start: ParticipationStart;
  /** Whether this tab has sent answers, and the code to delete them with if it is known. */
  isSent: boolean;
  sentReceipt: string | undefined;
  decision: InformedDecision | undefined;
  admission: AdmissionMemory;
  /** Told whether answers are taken: only then does the footer say how they are kept. */
  onTaking: (isTaking: boolean) => void;
  /** Called when somebody else is to answer. */
  onNext: () => void;
};

/** One participation after the other on this page, each with a draft, a code and a receipt of its own. */
export function Participating(props: Props) {
  const { study, instrument, language, storage, start, isSent, onTaking } = props;
  const participation = useParticipation({
    study,
    instrument,
    kept: start.found?.draft,
    isSent,
    informed: props.decision,
  });
  const { view, draft, goOnWith } = participation;
  const keeping = useKeeping({
    study,
    first: start,
    admission: props.admission,
    draft,
    storage,
    onDraft: goOnWith,
  });
  const { sentReceipt } = props;
  const endings = useEndings({ study, participation, keeping, sentReceipt });
  const hasMoved = useHasMoved(view);
  const isTaking = view === "survey" || view === "paused" || view === "welcome";
  useEffect(() => onTaking(isTaking), [isTaking, onTaking]);

  const { state } = keeping;
  const why = state.at === "stopped" ? state.why : undefined;
  const isElsewhere = why === "elsewhere" || why === "other-window" || why === "sent";
  if (isElsewhere && (view === "survey" || view === "paused"))
    return <Stopped {...{ why, language, keeping }} onFinish={() => endings.finish(true)} />;
  switch (view) {
    case "thanks": {
      const { receiptCode } = endings;
      const onAgain = () => {
        endings.leave();
        props.onNext();
      };
      return <Thanks {...{ study, language, receiptCode, onAgain }} />;
    }
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
          {...{ study, instrument, language, participation, keeping }}
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
          {...{ ...props, participation, endings, takesFocus: hasMoved }}
          isKept={keeping.outlivesReload}
          hasCode={keeping.hasCode}
        />
      );
  }
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
  endings,
  isKept,
  hasCode,
  takesFocus,
}: Pick<Props, "study" | "instrument" | "language"> & {
  participation: Participation;
  endings: ReturnType<typeof useEndings>;
  isKept: boolean;
  /** Whether a code was given before, when consent is asked anew. */
  hasCode: boolean;
  takesFocus: boolean;
}) {
  const { draft } = participation;
  if (study.status !== "fielding" && !draft.isUnderWay) {
    return (
      <Message
        title={firstPageWords.closedTitle[language]}
        text={firstPageWords.closedText[language]}
        takesFocus={false}
      />
    );
  }
  return (
    <Welcome
      {...{ study, instrument, language, participation, isKept, takesFocus }}
      said={endings.said}
      onDecision={({ decision }, page) => {
        if (decision === "declined") endings.decline();
        else if (draft.isUnderWay || hasCode) participation.consent();
        else void endings.begin(page);
      }}
      onResume={isKept && !hasCode ? (page) => void endings.resume(page) : undefined}
    />
  );
}
