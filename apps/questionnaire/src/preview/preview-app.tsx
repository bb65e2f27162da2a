import { type Instrument, type Language, languages, type Problem } from "@mehrwert/study";
import { Notice, PageFrame, preferredLanguage } from "@mehrwert/ui";
import { useEffect, useState } from "react";
import { type LoadedInstrument, loadInstrument } from "../study-client.ts";
import { Message } from "../views/message.tsx";
import { UnreachableMessage } from "../views/unreachable-message.tsx";
import { PreviewBoundary } from "./preview-boundary.tsx";
import { PreviewParticipation } from "./preview-participation.tsx";
import { previewStudy } from "./preview-study.ts";
import { previewWords } from "./preview-words.ts";
import "./preview.css";

function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  return languages.find((language) => language === asked) ?? preferredLanguage(navigator.languages);
}

function newDigit(): string {
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  return (byte % 16).toString(16);
}

/**
 * An instrument as participants see it, at `/preview/<slug>/<version>`, with the routing laid open.
 * It stores nothing, not even in the tab, and sends nothing.
 */
export default function PreviewApp({ slug, version }: { slug: string; version: string }) {
  const [language, setLanguage] = useState(firstLanguage);
  const [loaded, setLoaded] = useState<LoadedInstrument>();
  const [attempt, setAttempt] = useState({ language });
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    void loadInstrument(slug, version, attempt.language).then(setLoaded);
  }, [slug, version, attempt]);
  const tryAgain = () => {
    setLoaded(undefined);
    setAttempt({ language });
  };
  const switchTo = (chosen: Language) => {
    setLanguage(chosen);
    // What is wrong with a draft comes from the server, in one language.
    if (loaded?.state === "refused") setAttempt({ language: chosen });
  };
  return (
    <PageFrame
      language={language}
      offered={languages}
      onLanguage={switchTo}
      name={`Mehrwert – ${previewWords.title[language]}`}
      footer={<p>{previewWords.footer[language]}</p>}
    >
      <div className="preview-banner">
        <Notice kind="caution" title={previewWords.nothingStored[language]} />
      </div>
      {loaded === undefined ? <p role="status">{previewWords.loading[language]}</p> : null}
      {loaded?.state === "unknown" ? (
        <Message
          title={previewWords.unknownTitle[language]}
          text={previewWords.unknownText[language]}
          takesFocus={false}
        />
      ) : null}
      {loaded?.state === "refused" ? (
        <Refused problem={loaded.problem} language={language} />
      ) : null}
      {loaded?.state === "unreachable" ? (
        <UnreachableMessage language={language} onTryAgain={tryAgain} />
      ) : null}
      {loaded?.state === "loaded" ? (
        <PreviewBoundary language={language}>
          <Preview instrument={loaded.instrument} language={language} />
        </PreviewBoundary>
      ) : null}
    </PageFrame>
  );
}

function Refused({ problem, language }: { problem: Problem; language: Language }) {
  return (
    <Message
      title={previewWords.brokenTitle[language]}
      text={previewWords.refusedText[language]}
      takesFocus={false}
    >
      <ul>
        {(problem.errors ?? []).map(({ pointer, detail, advice }) => (
          <li key={`${pointer} ${detail}`}>
            <code>{pointer}</code>: {detail} {advice}
          </li>
        ))}
      </ul>
    </Message>
  );
}

/** Beginning anew is a new participant: another key, another memory, other draws. */
function Preview({ instrument, language }: { instrument: Instrument; language: Language }) {
  const [round, setRound] = useState(() => ({
    number: 1,
    study: previewStudy(instrument, newDigit),
  }));
  const [isWhyShown, setWhyShown] = useState(false);
  return (
    <PreviewParticipation
      key={round.number}
      study={round.study}
      instrument={instrument}
      language={language}
      isWhyShown={isWhyShown}
      takesFocus={round.number > 1}
      onWhyShown={setWhyShown}
      onAssign={(question, code) =>
        setRound(({ study, ...before }) => ({
          ...before,
          study: { ...study, assigned: { ...study.assigned, [question]: code } },
        }))
      }
      onAgain={() => {
        history.replaceState(null, "", `${location.pathname}${location.search}`);
        setRound(({ number, study }) => ({
          number: number + 1,
          study,
        }));
      }}
    />
  );
}
