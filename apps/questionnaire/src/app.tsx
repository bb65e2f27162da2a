import { firstPageWords, languages, offersSimpleGerman } from "@mehrwert/study";
import { Button, PageFrame } from "@mehrwert/ui";
import { useState } from "react";
import type { InformedDecision } from "./first-page/decision.ts";
import type { AdmissionMemory } from "./keeping/draft.ts";
import type { ParticipationStart } from "./keeping/participation-start.ts";
import { Participating } from "./participating.tsx";
import { type Loaded, loadStudy } from "./study-client.ts";
import type { TabStorage } from "./tab-storage.ts";
import { useLanguage } from "./use-language.ts";
import { Message } from "./views/message.tsx";

/** What the app goes on from: the first page of a study, and what somebody decided or resumed there. */
export type AppStart = {
  slug: string;
  storage: TabStorage;
  /** The study as far as it has arrived. */
  loaded: Loaded;
  start: ParticipationStart;
  /** Whether this tab has sent answers, and the code to delete them with if it is known. */
  isSent: boolean;
  sentReceipt?: string | undefined;
  /** Absent for those who had begun before. */
  decision?: InformedDecision | undefined;
  /** What lets somebody in who begins now. */
  admission: AdmissionMemory;
  /** The definition that the first page described: a decision is about this one only. */
  definitionHash: string | undefined;
};

/** The participant's app: language, frame, and the study. */
export function App({ slug, storage, definitionHash, start, ...first }: AppStart) {
  const { reading, language, choose } = useLanguage();
  const [loaded, setLoaded] = useState<Loaded | undefined>(first.loaded);
  const [decision, setDecision] = useState(first.decision);
  const [isTaking, setTaking] = useState(true);
  const begunWith = start.found?.draft.definitionHash;

  const tryAgain = () => {
    setLoaded(undefined);
    void loadStudy(slug, begunWith ?? definitionHash).then(setLoaded);
  };

  /** For the next person at this page: a version fielded meanwhile. */
  const renew = () => {
    setDecision(undefined);
    void loadStudy(slug).then((next) => {
      if (next.state === "loaded") setLoaded(next);
    });
  };

  const asked = (loaded?.state === "loaded" ? loaded.study.languages : undefined) ?? languages;
  const isSimpleToo =
    loaded?.state === "loaded" && asked.includes("de") && offersSimpleGerman(loaded.study);
  const kept = firstPageWords[storage.outlivesReload ? "keptHere" : "keptInPage"][language];

  return (
    <PageFrame
      language={reading}
      offered={isSimpleToo ? [...asked, "de-simple"] : asked}
      onLanguage={choose}
      name="Mehrwert"
      footer={
        <p>
          {isTaking && loaded?.state !== "unknown-study"
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
          reading={reading}
          storage={storage}
          start={start}
          isSent={first.isSent}
          sentReceipt={first.sentReceipt}
          decision={
            decision?.decision === "declined" || loaded.study.definitionHash === definitionHash
              ? decision
              : undefined
          }
          admission={first.admission}
          onTaking={setTaking}
          onNext={renew}
        />
      ) : null}
    </PageFrame>
  );
}
