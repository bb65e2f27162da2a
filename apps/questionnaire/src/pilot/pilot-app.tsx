import { type Language, languages } from "@mehrwert/study";
import { Notice, PageFrame } from "@mehrwert/ui";
import { useEffect, useState } from "react";
import { useLanguage } from "../use-language.ts";
import { Message } from "../views/message.tsx";
import { UnreachableMessage } from "../views/unreachable-message.tsx";
import { type LoadedPilot, loadPilot } from "./pilot-client.ts";
import { PilotParticipation } from "./pilot-participation.tsx";
import { pilotWords as words } from "./pilot-words.ts";
import "../preview/preview.css";
import "./pilot.css";

/** A study as testers try it, at `/pilot/<study>#<key>`. It keeps nothing on the device. */
export default function PilotApp({ slug, pilotKey }: { slug: string; pilotKey: string }) {
  const { language: wanted, choose } = useLanguage();
  const [loaded, setLoaded] = useState<LoadedPilot>();
  const [round, setRound] = useState(1);
  const load = () => {
    setLoaded(undefined);
    void loadPilot(slug, pilotKey).then(setLoaded);
  };
  useEffect(load, [slug, pilotKey]);
  const offered: readonly Language[] =
    (loaded?.state === "loaded" ? loaded.study.languages : undefined) ?? languages;
  const language = offered.includes(wanted) ? wanted : (offered[0] ?? wanted);
  return (
    <PageFrame
      {...{ language, offered }}
      onLanguage={choose}
      name={`Mehrwert – ${words.title[language]}`}
      footer={<p>{words.footer[language]}</p>}
    >
      <div className="preview-banner">
        <Notice kind="caution" title={words.banner[language]} />
      </div>
      {loaded === undefined ? <p role="status">{words.loading[language]}</p> : null}
      {loaded?.state === "unknown" ? (
        <Message
          title={words.unknownTitle[language]}
          text={words.unknownText[language]}
          takesFocus={false}
        />
      ) : null}
      {loaded?.state === "unreachable" ? (
        <UnreachableMessage language={language} onTryAgain={load} />
      ) : null}
      {loaded?.state === "loaded" ? (
        <PilotParticipation
          key={round}
          {...{ language, pilotKey }}
          study={loaded.study}
          instrument={loaded.instrument}
          onAgain={() => setRound((before) => before + 1)}
        />
      ) : null}
    </PageFrame>
  );
}
