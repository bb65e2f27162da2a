import type { ResultsReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useLanguage } from "../frame/language.ts";
import { StageHeading } from "../stages/stage-page.tsx";
import { isUnknown as isUnknownStudy } from "../stages/use-study.ts";
import { LiveControl } from "./live-control.tsx";
import { useResults, useStudyFrame } from "./live-results.ts";
import { RankingSection } from "./ranking-section.tsx";
import { Facts, SimulatedNotice, TooFewNotice } from "./results-facts.tsx";
import { useDetailsInPrint } from "./use-details-in-print.ts";

const words = {
  loading: { de: "Die Ergebnisse werden geladen …", en: "The results are loading …" },
  unknown: {
    de: "Eine Studie mit diesem Namen gibt es nicht.",
    en: "There is no study of this name.",
  },
  failed: {
    de: "Der Server antwortet nicht. Die Seite versucht es alle 5 Sekunden wieder.",
    en: "The server does not answer. This page tries again every 5 seconds.",
  },
} as const;

/** The results of one study, kept up to date while it is being fielded. */
export function ResultsPage(): ReactNode {
  const { study } = useParams({ from: "/studies/$study/results" });
  const language = useLanguage();
  const [isLive, setIsLive] = useState(true);
  const query = useResults(study, isLive);
  useDetailsInPrint();
  const isUnknown = isUnknownStudy(query.error);
  const title = query.data?.study.title[language] ?? study;
  return (
    <>
      <StageHeading stage="results" title={title} />
      {query.data === undefined ? (
        <div role="status">
          {query.isPending ? <p>{words.loading[language]}</p> : null}
          {query.isError ? (
            <Notice kind="error">
              <p>{isUnknown ? words.unknown[language] : words.failed[language]}</p>
            </Notice>
          ) : null}
        </div>
      ) : (
        <Results
          results={query.data}
          language={language}
          control={
            <LiveControl
              {...{ language, isLive }}
              onLive={setIsLive}
              updatedAt={query.dataUpdatedAt}
              hasFailed={query.isError}
              count={"count" in query.data.responses ? query.data.responses.count : undefined}
            />
          }
        />
      )}
    </>
  );
}

function Results({
  results,
  language,
  control,
}: {
  results: ResultsReply;
  language: Language;
  control: ReactNode;
}) {
  const { study, responses, rankings } = results;
  const frame = useStudyFrame(study.slug);
  return (
    <>
      {study.isSimulated ? <SimulatedNotice language={language} /> : null}
      <Facts results={results} language={language} />
      {control}
      {"sizeClass" in responses ? (
        <TooFewNotice
          {...{ language }}
          sizeClass={responses.sizeClass[language]}
          minimum={study.minimumGroupSize}
        />
      ) : null}
      {rankings.map((table, index) => (
        <RankingSection
          key={table.question}
          {...{ table, language, study, frame }}
          number={index + 1}
        />
      ))}
    </>
  );
}
