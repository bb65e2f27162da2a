import type { ResultsReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useAddressPart } from "../address-part.ts";
import { useLanguage } from "../frame/language.ts";
import { Waiting } from "../patterns/waiting.tsx";
import { StageHeading } from "../stages/stage-page.tsx";
import { isUnknown as isUnknownStudy } from "../stages/use-study.ts";
import { LiveControl } from "./live-control.tsx";
import { useResults } from "./live-results.ts";
import { ReleasedSections } from "./released-sections.tsx";
import { Facts, SimulatedNotice, TooFewNotice } from "./results-facts.tsx";
import { useDetailsInPrint } from "./use-details-in-print.ts";
import { WaveChoice } from "./wave-choice.tsx";

const words = {
  loading: { de: "Die Ergebnisse werden geladen …", en: "The results are loading …" },
  computing: {
    de: "Die Ergebnisse werden zum ersten Mal berechnet. Ausgewertete Antworten:",
    en: "The results are being computed for the first time. Responses read:",
  },
  unknown: {
    de: "Eine Studie mit diesem Namen gibt es nicht.",
    en: "There is no study of this name.",
  },
  failed: {
    de: "Der Server antwortet nicht. Die Seite versucht es alle 5 Sekunden wieder.",
    en: "The server does not answer. This page tries again every 5 seconds.",
  },
} as const;

/** What an address may ask for: a wave by its number. */
const waveIn = (text: string | null) => (/^[1-9]\d{0,2}$/.test(text ?? "") ? (text ?? "") : "");

/** The results of one wave of a study, kept up to date while it is being fielded. */
export function ResultsPage(): ReactNode {
  const { study } = useParams({ from: "/studies/$study/results" });
  const language = useLanguage();
  const [isLive, setIsLive] = useState(true);
  const [asked, setAsked] = useAddressPart("wave", waveIn);
  const wave = asked === "" ? undefined : Number(asked);
  const query = useResults({ study, wave }, isLive);
  useDetailsInPrint();
  const { data } = query;
  if (data === undefined)
    return (
      <>
        <StageHeading stage="results" title={study} />
        {query.isPending ? <Waiting label={words.loading[language]} language={language} /> : null}
        <div role="status">
          {query.isError ? (
            <Notice kind="error">
              <p>{words[isUnknownStudy(query.error) ? "unknown" : "failed"][language]}</p>
            </Notice>
          ) : null}
        </div>
      </>
    );
  return (
    <>
      <StageHeading stage="results" title={data.study.title[language]} />
      {data.study.isSimulated ? <SimulatedNotice language={language} /> : null}
      <WaveChoice
        {...{ study, language, wave: data.study.wave }}
        onWave={(next) => setAsked(next === undefined ? "" : String(next))}
      />
      <Facts results={data} language={language} />
      <LiveControl
        key={data.study.wave}
        {...{ language, isLive }}
        onLive={setIsLive}
        updatedAt={query.dataUpdatedAt}
        hasFailed={query.isError}
        count={"count" in data.responses ? data.responses.count : undefined}
      />
      <Results results={data} language={language} />
    </>
  );
}

function Results({ results, language }: { results: ResultsReply; language: Language }) {
  const { study, responses, computing } = results;
  if (computing !== undefined)
    return <Waiting label={words.computing[language]} advance={computing} language={language} />;
  if ("sizeClass" in responses)
    return (
      <TooFewNotice
        {...{ language }}
        sizeClass={responses.sizeClass[language]}
        minimum={study.minimumGroupSize}
      />
    );
  return <ReleasedSections key={study.wave} results={results} language={language} />;
}
