import { simulatedStudy } from "@mehrwert/analysis";
import type { ResultsReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";
import { addressOf } from "../place.ts";
import { SimulatedMark, statusWords } from "../studies/study-marks.tsx";
import { baseInWords } from "./released-data.ts";

/** Says that the study began with made-up answers, before any number is read. */
export function SimulatedNotice({ language }: { language: Language }) {
  return (
    <Notice kind="caution">
      <p>
        <SimulatedMark language={language} />
        {": "}
        {simulatedStudy[language]}
      </p>
    </Notice>
  );
}

/** Explains why a small group shows only its size class. */
export function TooFewNotice({
  language,
  sizeClass,
  minimum,
}: {
  language: Language;
  sizeClass: string;
  minimum: number;
}) {
  return (
    <Notice title={language === "de" ? "Noch keine Auswertung" : "No analysis yet"}>
      <p>
        {language === "de"
          ? `Bisher: ${sizeClass}. In kleinen Gruppen ließe sich aus Zahlen auf einzelne Menschen schließen. Deshalb zeigt Mehrwert erst ab ${minimum} Antworten Ergebnisse, und bis dahin nur die Größenklasse.`
          : `So far: ${sizeClass}. In small groups, numbers could point to single people. So Mehrwert shows results from ${minimum} responses on, and until then only the size class.`}
      </p>
    </Notice>
  );
}

/** Number of responses, state of the study, and the ways to its questionnaire and dataset. */
export function Facts({ results, language }: { results: ResultsReply; language: Language }) {
  const { study, responses } = results;
  const count =
    "count" in responses
      ? baseInWords({ n: responses.count, isRounded: responses.isRounded }, language)
      : responses.sizeClass[language];
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{language === "de" ? "Antworten" : "Responses"}</dt>
          <dd className="fact-number">{count}</dd>
        </div>
        <div>
          <dt>{language === "de" ? "Stand der Studie" : "State of the study"}</dt>
          <dd>{statusWords[study.status][language]}</dd>
        </div>
      </dl>
      <ul className="links no-print">
        <li>
          <a href={addressOf.questionnaire(study.slug)}>
            {language === "de" ? "Zum Fragebogen" : "To the questionnaire"}
          </a>
        </li>
        {"count" in responses ? (
          <li>
            <a href={addressOf.dataset(study.slug, study.wave)} download>
              {language === "de" ? "Datensatz herunterladen (ZIP)" : "Download the dataset (ZIP)"}
            </a>
          </li>
        ) : null}
      </ul>
    </>
  );
}
