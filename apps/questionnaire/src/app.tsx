import { firstPageWords, languages, offersSimpleGerman } from "@mehrwert/study";
import { PageFrame } from "@mehrwert/ui";
import { useState } from "react";
import type { AppStart } from "./app-start.ts";
import { Participating } from "./participating.tsx";
import { useEntered } from "./use-entered.ts";
import { useLanguage } from "./use-language.ts";
import { Message } from "./views/message.tsx";
import { UnreachableMessage } from "./views/unreachable-message.tsx";

/** The participant's app: language, frame, and the study. */
export function App(first: AppStart) {
  const { reading, language, choose } = useLanguage();
  const { entered, loaded, tryAgain, renew, enter } = useEntered(first);
  const { storage, definitionHash, start, decision } = entered;
  const [isTaking, setTaking] = useState(true);
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
        <UnreachableMessage language={language} onTryAgain={tryAgain} />
      ) : null}
      {loaded?.state === "loaded" ? (
        <Participating
          key={`${entered.times} ${loaded.study.definitionHash}`}
          study={loaded.study}
          instrument={loaded.instrument}
          reading={reading}
          storage={storage}
          start={start}
          isSent={entered.isSent}
          sentReceipt={entered.sentReceipt}
          decision={
            decision?.decision === "declined" || loaded.study.definitionHash === definitionHash
              ? decision
              : undefined
          }
          admission={entered.admission}
          onTaking={setTaking}
          onEnter={(wayIn) => enter(wayIn, loaded.study)}
          onNext={renew}
        />
      ) : null}
    </PageFrame>
  );
}
