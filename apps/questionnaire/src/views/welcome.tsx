import {
  firstPage,
  type Instrument,
  type Language,
  notKeptNotice,
  type Study,
} from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";
import { useEffect, useRef } from "react";
import { type Decided, listenForDecision, repeatComplaint } from "../first-page/decision.ts";
import { pauseWords } from "../keeping/keeping-words.ts";
import type { Participation } from "../use-participation.ts";
import { sendingWords, words } from "../words.ts";
import { markupElements } from "./markup-elements.ts";
import { PageHeading } from "./page-heading.tsx";

const saidWords = {
  deleting: words.deleting,
  deleted: words.deleted,
  deletedHereOnly: words.deletedHereOnly,
  deletedAfterTrying: words.deletedAfterTrying,
  removed: pauseWords.removed,
};

/** What has just become of the answers of the one who comes back to the beginning. */
export type Said = keyof typeof saidWords;

/**
 * The server's first page once more, word for word: for those who come back to it from the questionnaire, and in the
 * preview. Above it stands what only this tab knows.
 */
export function Welcome({
  study,
  instrument,
  language,
  participation,
  said,
  isKept,
  takesFocus,
  onDecision,
  onResume,
}: {
  study: Study;
  instrument: Instrument;
  language: Language;
  participation: Pick<Participation, "draft" | "isCarried">;
  said?: Said | undefined;
  /** False where a reload needs the resume code. */
  isKept: boolean;
  takesFocus: boolean;
  /** `page` is where the fields of the page are found. */
  onDecision: (decided: Decided, page: HTMLElement) => void;
  /** Absent where nobody can come back with a code. */
  onResume?: ((page: HTMLElement) => void) | undefined;
}) {
  const { draft, isCarried } = participation;
  const page = useRef<HTMLDivElement>(null);
  const latest = useRef({ onDecision, onResume });
  latest.current = { onDecision, onResume };
  useEffect(() => {
    const { current } = page;
    if (!current) return;
    const stop = listenForDecision(current, (decided) =>
      latest.current.onDecision(decided, current),
    );
    const onSubmit = (event: Event) => {
      const isResume = event.target instanceof HTMLFormElement && event.target.matches(".resume");
      if (!isResume) return;
      event.preventDefault();
      latest.current.onResume?.(current);
    };
    current.addEventListener("submit", onSubmit);
    return () => {
      stop();
      current.removeEventListener("submit", onSubmit);
    };
  }, []);
  useEffect(() => {
    if (page.current?.lang === language) repeatComplaint(page.current);
  }, [language]);
  const { isUnderWay } = draft;
  const hasBegun = isUnderWay || onResume === undefined;
  const content = firstPage({ study, instrument, language, isConsentGiven: isUnderWay, hasBegun });
  return (
    <div ref={page} lang={language}>
      <PageHeading
        title={study.title[language]}
        takesFocus={takesFocus}
        {...(said ? { describedBy: "said" } : {})}
      >
        {study.title[language]}
      </PageHeading>
      <div role="status" id="said">
        {said ? (
          <Notice>
            <p>{saidWords[said][language]}</p>
          </Notice>
        ) : null}
      </div>
      {isCarried && !isUnderWay ? (
        <Notice kind="caution" title={sendingWords.carriedTitle[language]}>
          <p>{sendingWords.carriedText[language]}</p>
        </Notice>
      ) : null}
      {isKept ? null : markupElements([notKeptNotice(language)])}
      {markupElements(content)}
    </div>
  );
}
