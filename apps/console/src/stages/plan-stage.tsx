import type { Study } from "@mehrwert/study";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "../frame/language.ts";
import { StagePage } from "./stage-page.tsx";

const words = {
  instrument: { de: "Fragebogen", en: "Instrument" },
  wave: { de: "Welle", en: "Wave" },
  minimum: { de: "Kleinste Gruppe", en: "Smallest group" },
  retention: { de: "Antworten werden aufbewahrt bis", en: "Responses are kept until" },
  open: { de: "ohne festgelegtes Ende", en: "no end set" },
} as const;

/** What was planned. */
export function PlanStage(): ReactNode {
  const { study } = useParams({ from: "/studies/$study/plan" });
  return (
    <StagePage stage="plan" slug={study}>
      {(planned) => <Planned study={planned} />}
    </StagePage>
  );
}

function Planned({ study }: { study: Study }) {
  const language = useLanguage();
  const { instrumentSlug: slug, instrumentVersion: version } = study;
  const day = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", { dateStyle: "long" });
  return (
    <dl className="facts">
      <div>
        <dt>{words.instrument[language]}</dt>
        <dd>
          <Link to="/library/$slug/$version" params={{ slug, version }}>
            {slug} {version}
          </Link>
        </dd>
      </div>
      <div>
        <dt>{words.wave[language]}</dt>
        <dd>{study.wave}</dd>
      </div>
      <div>
        <dt>{words.minimum[language]}</dt>
        <dd>{study.minimumGroupSize}</dd>
      </div>
      <div>
        <dt>{words.retention[language]}</dt>
        <dd>
          {study.retentionDate === undefined
            ? words.open[language]
            : day.format(new Date(study.retentionDate))}
        </dd>
      </div>
    </dl>
  );
}
