import type { ResultsReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";
import { type ReactNode, useState } from "react";
import { Refusal } from "../fetch-json.ts";
import { addressOf } from "../place.ts";
import { LiveControl } from "./live-control.tsx";
import { useResults, useStudyFrame } from "./live-results.ts";
import { RankingSection } from "./ranking-section.tsx";
import { Facts, SimulatedNotice, TooFewNotice } from "./results-facts.tsx";
import { useDetailsInPrint } from "./use-details-in-print.ts";

const words = {
  results: { de: "Ergebnisse", en: "Results" },
  studies: { de: "Alle Studien", en: "All studies" },
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
export function ResultsPage({ study, language }: { study: string; language: Language }) {
  const [isLive, setIsLive] = useState(true);
  const query = useResults(study, isLive);
  useDetailsInPrint();
  const isUnknown = query.error instanceof Refusal && query.error.status === 404;
  const title = query.data?.study.title[language] ?? study;
  return (
    <>
      <title>{`${words.results[language]}: ${title} – Mehrwert`}</title>
      <nav aria-label={words.studies[language]} className="no-print">
        <p className="way-back">
          <a href={addressOf.studies(language)}>{words.studies[language]}</a>
        </p>
      </nav>
      <h1>
        <span className="kicker">{words.results[language]}</span> {title}
      </h1>
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
