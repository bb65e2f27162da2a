import {
  firstPage,
  type Instrument,
  type Language,
  notKeptNotice,
  type Study,
} from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";
import { useEffect, useRef } from "react";
import { type Decision, listenForDecision, repeatComplaint } from "../first-page/decision.ts";
import type { Participation } from "../use-participation.ts";
import { sendingWords, words } from "../words.ts";
import { markupElements } from "./markup-elements.ts";
import { PageHeading } from "./page-heading.tsx";

/**
 * The server's first page once more, word for word: for those who come back to it from the questionnaire, and in the
 * preview. Above it stands what only this tab knows.
 */
export function Welcome({
  study,
  instrument,
  language,
  participation,
  takesFocus,
}: {
  study: Study;
  instrument: Instrument;
  language: Language;
  participation: Participation;
  takesFocus: boolean;
}) {
  const { draft, deleted, isCarried, outlivesReload, consent, decline } = participation;
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onDecision = (decision: Decision) => (decision === "given" ? consent() : decline());
    return page.current ? listenForDecision(page.current, onDecision) : undefined;
  }, [consent, decline]);
  useEffect(() => {
    if (page.current?.lang === language) repeatComplaint(page.current);
  }, [language]);
  const content = firstPage({ study, instrument, language, isConsentGiven: draft.isUnderWay });
  return (
    <div ref={page} lang={language}>
      <PageHeading
        title={study.title[language]}
        takesFocus={takesFocus}
        {...(deleted ? { describedBy: "deleted" } : {})}
      >
        {study.title[language]}
      </PageHeading>
      <div role="status" id="deleted">
        {deleted ? (
          <Notice>
            <p>{words[deleted][language]}</p>
          </Notice>
        ) : null}
      </div>
      {isCarried && !draft.isUnderWay ? (
        <Notice kind="caution" title={sendingWords.carriedTitle[language]}>
          <p>{sendingWords.carriedText[language]}</p>
        </Notice>
      ) : null}
      {outlivesReload ? null : markupElements([notKeptNotice(language)])}
      {markupElements(content)}
    </div>
  );
}
