import {
  type CodingMaterial,
  comparedDocuments,
  projectSpans,
  projectUnits,
  type Report,
  ratingsAgreement,
  ratingsReport,
  spansAgreement,
  spansReport,
} from "@mehrwert/analysis";
import type { Language } from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { fetchJson } from "../fetch-json.ts";
import { ReportSectionView } from "./report-sections.tsx";

const words = {
  lead: {
    de: "Verglichen werden die Kodierungen, wie sie in der blinden Phase entstanden sind. Dieselben Zahlen gibt „mehrwert code agree“ für den heruntergeladenen Ordner aus.",
    en: "Compared are the codings as they came about in the blind phase. “mehrwert code agree” gives the same numbers for the downloaded folder.",
  },
  few: {
    de: "Vergleichen lässt sich erst, wenn mindestens zwei dasselbe Transkript kodiert haben.",
    en: "A comparison needs at least two who have coded the same transcript.",
  },
  turns: { de: "Je Beitrag", en: "By turn" },
  spans: { de: "Stelle für Stelle", en: "Passage by passage" },
  method: { de: "Wie gerechnet wurde", en: "How it was computed" },
} as const;

/** How far the coders agree: percent, α and a coefficient that prevalence does not distort, and why they differ. */
export function AgreementView({
  material,
  language,
}: {
  material: CodingMaterial;
  language: Language;
}) {
  const health = useQuery({
    queryKey: ["health"],
    queryFn: ({ signal }) => fetchJson<{ softwareVersion: string }>("/health", signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const softwareVersion = health.data?.softwareVersion ?? "–";
  const reports = useMemo(
    () => reportsOf(material, { language, softwareVersion }),
    [material, language, softwareVersion],
  );
  if (reports === undefined)
    return (
      <Notice>
        <p>{words.few[language]}</p>
      </Notice>
    );
  return (
    <>
      <p>{words.lead[language]}</p>
      <h2 className="coding-part">{words.turns[language]}</h2>
      <ReportBody report={reports.turns} of={words.turns[language]} language={language} />
      <h2 className="coding-part">{words.spans[language]}</h2>
      <ReportBody report={reports.spans} of={words.spans[language]} language={language} />
    </>
  );
}

function ReportBody({ report, of, language }: { report: Report; of: string; language: Language }) {
  return (
    <>
      {report.sections.map((section) => (
        <ReportSectionView key={section.heading} section={section} of={of} />
      ))}
      <details>
        <summary>{words.method[language]}</summary>
        <dl className="facts">
          {report.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {[...report.method, ...report.notes, ...report.assumptions].map((text) => (
          <p key={text} className="note">
            {text}
          </p>
        ))}
      </details>
    </>
  );
}

/** As the command line has them where nothing is typed. */
const ofTurns = { setDistance: "masi", seed: 1, draws: 2000 } as const;
const ofSpans = { rule: "union", ratio: 0.9 } as const;

function reportsOf(
  material: CodingMaterial,
  about: { language: Language; softwareVersion: string },
) {
  const compared = comparedDocuments(material);
  if (compared.coders.length < 2 || compared.documents.length === 0) return undefined;
  const turns = ratingsAgreement(projectUnits(material, compared), ofTurns);
  const spans = spansAgreement(projectSpans(material, compared), ofSpans);
  return { turns: ratingsReport(turns, about), spans: spansReport(spans, about) };
}
