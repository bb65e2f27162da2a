import {
  codeNames,
  defaultFinishingDays,
  draftDays,
  type Language,
  type Study,
} from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { pauseWords } from "../keeping/keeping-words.ts";
import type { Keeping } from "../keeping/use-keeping.ts";
import { filled } from "../words.ts";
import { PageHeading } from "./page-heading.tsx";
import { SecretCodeView } from "./secret-code-view.tsx";

/** For somebody who goes on later: the code, what it opens and for how long, and whether everything is saved. */
export function Paused({
  study,
  language,
  keeping,
  onGoOn,
  onRemove,
}: {
  study: Study;
  language: Language;
  keeping: Pick<Keeping, "state" | "resumeCode" | "outlivesReload">;
  onGoOn: () => void;
  /** Forgets everything on this device; the server keeps it. */
  onRemove: () => void;
}) {
  const isSaved = keeping.state.at === "saved" || keeping.state.at === "empty";
  const path = `/s/${study.slug}`;
  const days = study.finishingDays ?? defaultFinishingDays;
  return (
    <div className="message">
      <PageHeading title={pauseWords.title[language]} takesFocus describedBy="pause-state">
        {pauseWords.title[language]}
      </PageHeading>
      <p id="pause-state" role="status" className="lead">
        {pauseWords[isSaved ? "allSaved" : "notAllSaved"][language]}
      </p>
      <section className="secret-code-box" aria-labelledby="resume-title">
        <h2 id="resume-title">{codeNames.resume[language]}</h2>
        <p className="secret-code-study">{study.title[language]}</p>
        <p>{pauseWords.how[language]}</p>
        <SecretCodeView code={keeping.resumeCode} language={language} />
        <p>
          {pauseWords.where[language]} {location.host}
          {path}. {pauseWords.careful[language]}
        </p>
        <p>{filled(pauseWords.until[language], draftDays, days)}</p>
      </section>
      <div className="navigation screen-only">
        <Button kind="primary" onClick={onGoOn}>
          {pauseWords.goOn[language]}
        </Button>
        {isSaved && keeping.outlivesReload ? (
          <Button onClick={onRemove}>{pauseWords.remove[language]}</Button>
        ) : null}
      </div>
    </div>
  );
}
