import type { Language, Study } from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";
import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "../fetch-json.ts";
import { addressOf } from "../place.ts";
import { SimulatedMark, statusWords } from "./study-marks.tsx";

const words = {
  title: { de: "Studien", en: "Studies" },
  loading: { de: "Die Studien werden geladen …", en: "The studies are loading …" },
  failed: {
    de: "Der Server antwortet nicht. Die Seite versucht es alle 5 Sekunden wieder.",
    en: "The server does not answer. This page tries again every 5 seconds.",
  },
  none: { de: "Es gibt noch keine Studie.", en: "There is no study yet." },
  results: { de: "Ergebnisse", en: "Results" },
  questionnaire: { de: "Fragebogen", en: "Questionnaire" },
  dataset: { de: "Datensatz (ZIP)", en: "Dataset (ZIP)" },
  instrument: { de: "Fragebogen-Fassung", en: "Instrument" },
  library: { de: "Zur Bibliothek der Fragebögen", en: "To the library of instruments" },
  wave: { de: "Welle", en: "Wave" },
} as const;

/** Every study on this server, with the ways to its questionnaire, results and dataset. */
export function StudiesPage({ language }: { language: Language }) {
  const studies = useQuery({
    queryKey: ["studies"],
    queryFn: ({ signal }) => fetchJson<Study[]>("/api/studies", signal),
    refetchInterval: (query) => (query.state.status === "error" ? 5000 : false),
  });
  return (
    <>
      <title>{`${words.title[language]} – Mehrwert`}</title>
      <h1>{words.title[language]}</h1>
      <p>
        <a href={addressOf.library(language)}>{words.library[language]}</a>
      </p>
      <div role="status">
        {studies.isPending ? <p>{words.loading[language]}</p> : null}
        {studies.isError ? (
          <Notice kind="error">
            <p>{words.failed[language]}</p>
          </Notice>
        ) : null}
        {studies.data?.length === 0 ? <p>{words.none[language]}</p> : null}
      </div>
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
    { href: addressOf.results(study.slug, language), text: words.results[language] },
    { href: addressOf.questionnaire(study.slug), text: words.questionnaire[language] },
    { href: addressOf.dataset(study.slug), text: words.dataset[language] },
  ];
  return (
    <li className="study">
      <h2>{title}</h2>
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
