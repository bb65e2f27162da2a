import type { Instrument, Language, Study } from "@mehrwert/study";
import { Button, PageFrame, preferredLanguage } from "@mehrwert/ui";
import { Suspense, useEffect, useState } from "react";
import { keepLanguage, keptDraft, keptLanguage } from "./draft.ts";
import { fetchSurveyView, LazySurveyView } from "./lazy-survey-view.tsx";
import { type Loaded, loadStudy } from "./study-client.ts";
import type { TabStorage } from "./tab-storage.ts";
import { useParticipation } from "./use-participation.ts";
import { Message } from "./views/message.tsx";
import { Thanks } from "./views/thanks.tsx";
import { Welcome } from "./views/welcome.tsx";
import { sendingWords, words } from "./words.ts";

/** The study's name in the address: `/s/<study>`. */
export function studySlug(path: string): string {
  return path.split("/")[2] ?? "";
}

/** The participant's app: language, frame, and the study once it is loaded. */
export function App({ slug, storage }: { slug: string; storage: TabStorage }) {
  const [language, setLanguage] = useState<Language>(
    () => keptLanguage(storage) ?? preferredLanguage(navigator.languages),
  );
  const [loaded, setLoaded] = useState<Loaded>();
  const [attempt, setAttempt] = useState(0);
  const [mayAnswer, setMayAnswer] = useState(true);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    const begunWith = keptDraft(storage, slug)?.definitionHash;
    if (attempt >= 0) void loadStudy(slug, begunWith).then(setLoaded);
  }, [slug, attempt, storage]);

  const tryAgain = () => {
    setLoaded(undefined);
    setAttempt((before) => before + 1);
  };

  /** For the next person at this page: a version fielded meanwhile. Nobody who has begun is moved to it. */
  const renew = () =>
    void loadStudy(slug).then((next) => {
      const hasBegun = keptDraft(storage, slug) !== undefined;
      if (next.state === "loaded" && !hasBegun) setLoaded(next);
    });

  const kept = words[storage.outlivesReload ? "keptHere" : "keptInPage"][language];

  return (
    <PageFrame
      language={language}
      onLanguage={(chosen) => {
        keepLanguage(storage, chosen);
        setLanguage(chosen);
      }}
      name="Mehrwert"
      footer={
        <p>{mayAnswer && loaded?.state !== "unknown-study" ? kept : words.noCookies[language]}</p>
      }
    >
      {loaded === undefined ? <p role="status">{words.loading[language]}</p> : null}
      {loaded?.state === "unknown-study" ? (
        <Message
          title={sendingWords.unknownTitle[language]}
          text={sendingWords.unknownText[language]}
          takesFocus={false}
        />
      ) : null}
      {loaded?.state === "unreachable" ? (
        <Message
          title={sendingWords.unreachableTitle[language]}
          text={sendingWords.unreachableText[language]}
        >
          <Button kind="primary" onClick={tryAgain}>
            {sendingWords.tryAgain[language]}
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
  onMayAnswer,
  onNext,
}: {
  study: Study;
  instrument: Instrument;
  language: Language;
  storage: TabStorage;
  /** False where nothing can be answered: only elsewhere does the footer say where answers are kept. */
  onMayAnswer: (mayAnswer: boolean) => void;
  /** Called when somebody else is to answer. */
  onNext: () => void;
}) {
  const participation = useParticipation(study, instrument, storage);
  const { view, draft } = participation;
  const [firstView] = useState(view);
  const [hasMoved, setMoved] = useState(false);
  useEffect(fetchSurveyView, []);
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
    return <Thanks language={language} onAgain={onAgain} />;
  }
  if (isClosed) {
    return (
      <Message
        title={sendingWords.closedTitle[language]}
        text={sendingWords.closedText[language]}
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
      <Suspense fallback={<p role="status">{words.loading[language]}</p>}>
        <LazySurveyView
          study={study}
          instrument={instrument}
          language={language}
          participation={participation}
        />
      </Suspense>
    );
  }
  return (
    <Welcome
      study={study}
      instrument={instrument}
      language={language}
      hasConsented={draft.isUnderWay}
      deleted={participation.deleted}
      isCarried={participation.isCarried && !draft.isUnderWay}
      outlivesReload={participation.outlivesReload}
      takesFocus={takesFocus}
      onConsent={participation.consent}
      onDecline={participation.decline}
    />
  );
}
