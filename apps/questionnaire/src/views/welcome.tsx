import {
  firstPage,
  type Instrument,
  type Language,
  notKeptNotice,
  type Study,
} from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";
import { useEffect, useRef } from "react";
import {
  type Decided,
  isSharedDevice,
  listenForDecision,
  repeatComplaint,
} from "../first-page/decision.ts";
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
  hasBegun,
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
  /** Whether whoever comes back here is to be asked neither for a code nor about the device. */
  hasBegun: boolean;
  /** False where the browser forbids to keep anything. */
  isKept: boolean;
  takesFocus: boolean;
  /** `page` is where the fields of the page are found. */
  onDecision: (decided: Decided, page: HTMLElement) => void;
  onResume?: (page: HTMLElement, isSharedDevice: boolean) => void;
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
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !form.matches(".resume")) return;
      event.preventDefault();
      latest.current.onResume?.(current, isSharedDevice(form));
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
