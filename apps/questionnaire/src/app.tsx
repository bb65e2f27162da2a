import {
  firstPageWords,
  type Instrument,
  type Language,
  languages,
  type Study,
} from "@mehrwert/study";
import { Button, PageFrame, preferredLanguage } from "@mehrwert/ui";
import { useEffect, useState } from "react";
import { keptDraft } from "./draft.ts";
import type { InformedDecision } from "./first-page/decision.ts";
import { markLanguage } from "./history.ts";
import { type Loaded, loadStudy } from "./study-client.ts";
import { SurveyView } from "./survey/survey-view.tsx";
import type { TabStorage } from "./tab-storage.ts";
import { useParticipation } from "./use-participation.ts";
import { Message } from "./views/message.tsx";
import { Thanks } from "./views/thanks.tsx";
import { Welcome } from "./views/welcome.tsx";
import { words } from "./words.ts";

/** What the app goes on from: the first page of a study, and what somebody decided there. */
export type AppStart = {
  slug: string;
  storage: TabStorage;
  /** The study as far as it has arrived. */
  loaded: Loaded;
  /** Absent for those who had begun before. */
  decision: InformedDecision | undefined;
  /** The definition that the first page described: a decision is about this one only. */
  definitionHash: string | undefined;
};

/** The language of the server's page, which the reader chose or the browser asked for. */
function pageLanguage(): Language {
  const given = document.documentElement.lang;
  return languages.find((language) => language === given) ?? preferredLanguage(navigator.languages);
}

/** The language of everything on the page; the address keeps a chosen one for a reload, on every entry of the history. */
function useLanguage() {
  const [language, setLanguage] = useState(pageLanguage);
  const [isChosen, setChosen] = useState(false);
  useEffect(() => {
    document.documentElement.lang = language;
    if (!isChosen) return;
    const mark = () => markLanguage(language);
    mark();
    addEventListener("popstate", mark);
    return () => removeEventListener("popstate", mark);
  }, [language, isChosen]);
  const choose = (chosen: Language) => {
    setLanguage(chosen);
    setChosen(true);
  };
  return { language, choose };
}

/** The participant's app: language, frame, and the study. */
export function App({ slug, storage, definitionHash, ...start }: AppStart) {
  const { language, choose } = useLanguage();
  const [loaded, setLoaded] = useState<Loaded | undefined>(start.loaded);
  const [decision, setDecision] = useState(start.decision);
  const [mayAnswer, setMayAnswer] = useState(true);

  const tryAgain = () => {
    setLoaded(undefined);
    const begunWith = keptDraft(storage, slug)?.definitionHash ?? definitionHash;
    void loadStudy(slug, begunWith).then(setLoaded);
  };

  /** For the next person at this page: a version fielded meanwhile. Nobody who has begun is moved to it. */
  const renew = () => {
    setDecision(undefined);
    void loadStudy(slug).then((next) => {
      const hasBegun = keptDraft(storage, slug) !== undefined;
      if (next.state === "loaded" && !hasBegun) setLoaded(next);
    });
  };

  const kept = firstPageWords[storage.outlivesReload ? "keptHere" : "keptInPage"][language];

  return (
    <PageFrame
      language={language}
      onLanguage={choose}
      name="Mehrwert"
      footer={
        <p>
          {mayAnswer && loaded?.state !== "unknown-study"
            ? kept
            : firstPageWords.noCookies[language]}
        </p>
      }
    >
      {loaded === undefined ? <p role="status">{firstPageWords.loading[language]}</p> : null}
      {loaded?.state === "unknown-study" ? (
        <Message
          title={firstPageWords.unknownTitle[language]}
          text={firstPageWords.unknownText[language]}
          takesFocus={false}
        />
      ) : null}
      {loaded?.state === "unreachable" ? (
        <Message
          title={firstPageWords.unreachableTitle[language]}
          text={firstPageWords.unreachableText[language]}
        >
          <Button kind="primary" onClick={tryAgain}>
            {firstPageWords.tryAgain[language]}
          </Button>
        </Message>
      ) : null}
      {loaded?.state === "loaded" ? (
        <Participating
          key={loaded.study.definitionHash}
          study={loaded.study}
          instrument={loaded.instrument}
          language={language}
          storage={storage}
          decision={
            decision?.decision === "declined" || loaded.study.definitionHash === definitionHash
              ? decision
              : undefined
          }
          onMayAnswer={setMayAnswer}
          onNext={renew}
        />
      ) : null}
    </PageFrame>
  );
}

function Participating({
  study,
  instrument,
  language,
  storage,
  decision,
  onMayAnswer,
  onNext,
}: {
  study: Study;
  instrument: Instrument;
  language: Language;
  storage: TabStorage;
  decision: InformedDecision | undefined;
  /** False where nothing can be answered: only elsewhere does the footer say where answers are kept. */
  onMayAnswer: (mayAnswer: boolean) => void;
  /** Called when somebody else is to answer. */
  onNext: () => void;
}) {
  const participation = useParticipation(study, instrument, storage, decision);
  const { view, draft } = participation;
  const [firstView] = useState(view);
  const [hasMoved, setMoved] = useState(false);
  useEffect(() => {
    if (view !== firstView) setMoved(true);
  }, [view, firstView]);
  const isClosed = study.status === "closed" && !draft.isUnderWay;
  const mayAnswer = !isClosed && (view === "welcome" || view === "survey");
  useEffect(() => onMayAnswer(mayAnswer), [mayAnswer, onMayAnswer]);
  const takesFocus = hasMoved || view !== firstView;

  if (view === "thanks") {
    const onAgain = () => {
      participation.leave();
      onNext();
    };
    const { receiptCode } = participation;
    return <Thanks {...{ study, language, receiptCode, onAgain }} />;
  }
  if (isClosed) {
    return (
      <Message
        title={firstPageWords.closedTitle[language]}
        text={firstPageWords.closedText[language]}
        takesFocus={false}
      />
    );
  }
  if (view === "declined") {
    return (
      <Message title={words.declinedTitle[language]} text={words.declinedText[language]}>
        <Button onClick={participation.leave}>{words.declinedBack[language]}</Button>
      </Message>
    );
  }
  if (view === "survey") {
    return (
      <SurveyView
        study={study}
        instrument={instrument}
        language={language}
        participation={participation}
      />
    );
  }
  return (
    <Welcome
      study={study}
      instrument={instrument}
      language={language}
      participation={participation}
      takesFocus={takesFocus}
    />
  );
}
