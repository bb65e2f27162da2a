import type { Language, Study } from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { fetchJson } from "../fetch-json.ts";
import { useLanguage } from "../frame/language.ts";
import { EmptyState } from "../patterns/empty-state.tsx";
import { addressOf } from "../place.ts";
import { SimulatedMark, statusWords } from "./study-marks.tsx";

const words = {
  title: { de: "Studien", en: "Studies" },
  loading: { de: "Die Studien werden geladen …", en: "The studies are loading …" },
  failed: {
    de: "Der Server antwortet nicht. Die Seite versucht es alle 5 Sekunden wieder.",
    en: "The server does not answer. This page tries again every 5 seconds.",
  },
  none: { de: "Noch keine Studie", en: "No study yet" },
  noneLead: {
    de: "Eine Studie stellt einen Fragebogen einer Gruppe von Menschen: Sie wird geplant, erprobt, erhoben, ausgewertet und aufbewahrt. Beginnen Sie mit einem Fragebogen aus der Bibliothek.",
    en: "A study puts an instrument to a group of people: it is planned, tried out, fielded, read and kept. Begin with an instrument from the library.",
  },
  results: { de: "Ergebnisse", en: "Results" },
  questionnaire: { de: "Fragebogen", en: "Questionnaire" },
  dataset: { de: "Datensatz (ZIP)", en: "Dataset (ZIP)" },
  instrument: { de: "Fragebogen-Fassung", en: "Instrument" },
  library: { de: "Zur Bibliothek der Fragebögen", en: "To the library of instruments" },
  wave: { de: "Welle", en: "Wave" },
  create: { de: "Neue Studie", en: "New study" },
} as const;

/** Every study on this server, with the ways to its questionnaire, results and dataset. */
export function StudiesPage(): ReactNode {
  const language = useLanguage();
  const studies = useQuery({
    queryKey: ["studies"],
    queryFn: ({ signal }) => fetchJson<Study[]>("/api/studies", signal),
    refetchInterval: (query) => (query.state.status === "error" ? 5000 : false),
  });
  return (
    <>
      <title>{`${words.title[language]} – Mehrwert`}</title>
      <h1>{words.title[language]}</h1>
      <div role="status">
        {studies.isPending ? <p>{words.loading[language]}</p> : null}
        {studies.isError ? (
          <Notice kind="error">
            <p>{words.failed[language]}</p>
          </Notice>
        ) : null}
      </div>
      {studies.data?.length === 0 ? (
        <EmptyState
          title={words.none[language]}
          action={
            <>
              <Link to="/new-study">{words.create[language]}</Link>
              <Link to="/library">{words.library[language]}</Link>
            </>
          }
        >
          <p>{words.noneLead[language]}</p>
        </EmptyState>
      ) : null}
      <p className="links">
        <Link to="/new-study">{words.create[language]}</Link>
      </p>
      <ul className="studies">
        {studies.data?.map((study) => (
          <StudyEntry key={study.slug} study={study} language={language} />
        ))}
      </ul>
    </>
  );
}

function StudyEntry({ study, language }: { study: Study; language: Language }) {
  const title = study.title[language];
  const links = [
    { href: addressOf.questionnaire(study.slug), text: words.questionnaire[language] },
    { href: addressOf.dataset(study.slug), text: words.dataset[language] },
  ];
  return (
    <li className="study">
      <h2>
        <Link
          to={study.status === "planned" ? "/studies/$study/plan" : "/studies/$study"}
          params={{ study: study.slug }}
        >
          {title}
        </Link>
      </h2>
      <p className="study-facts">
        {statusWords[study.status][language]} · {words.instrument[language]} {study.instrumentSlug}{" "}
        {study.instrumentVersion} · {words.wave[language]} {study.wave}
        {study.isSimulated ? (
          <>
            {" "}
            · <SimulatedMark language={language} />
          </>
        ) : null}
      </p>
      <ul className="links">
        <li>
          <Link to="/studies/$study/results" params={{ study: study.slug }}>
            {words.results[language]}
            <span className="mw-visually-hidden">: {title}</span>
          </Link>
        </li>
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>
              {text}
              <span className="mw-visually-hidden">: {title}</span>
            </a>
          </li>
        ))}
      </ul>
    </li>
  );
}
