import type { Study, StudyRole } from "@mehrwert/study";
import { Notice } from "@mehrwert/ui";
import type { ReactNode } from "react";
import { useLanguage } from "../frame/language.ts";
import { EmptyState } from "../patterns/empty-state.tsx";
import { Waiting } from "../patterns/waiting.tsx";
import { useIsOneOf } from "./may-in-study.ts";
import { type Stage, stageNames } from "./stage-names.ts";
import { isUnknown, useStudy } from "./use-study.ts";

const words = {
  loading: { de: "Die Studie wird geladen …", en: "The study is loading …" },
  unknown: {
    de: "Eine Studie mit diesem Namen gibt es nicht.",
    en: "There is no study of this name.",
  },
  others: {
    de: "Dieser Abschnitt ist für die, die die Studie leiten",
    en: "This stage is for those who lead the study",
  },
  askOwner: {
    de: "Sie lesen in dieser Studie mit. Wer sie leitet, kann Ihnen eine andere Rolle geben.",
    en: "You read along in this study. Whoever leads it can give you another role.",
  },
  failed: {
    de: "Der Server antwortet nicht. Die Seite versucht es alle 5 Sekunden wieder.",
    en: "The server does not answer. This page tries again every 5 seconds.",
  },
} as const;

/** The heading of a stage: which one, of which study. The title of the window says the same. */
export function StageHeading({ stage, title }: { stage: Stage; title: string }) {
  const language = useLanguage();
  return (
    <>
      <title>{`${stageNames[stage][language]}: ${title} – Mehrwert`}</title>
      <h1>
        <span className="kicker">{stageNames[stage][language]}</span> {title}
      </h1>
    </>
  );
}

/** One stage of a study: its heading, and below it what `children` make of the study as soon as it is there. */
export function StagePage({
  stage,
  slug,
  roles,
  children,
}: {
  stage: Stage;
  slug: string;
  /** Whom it is for; absent: everybody who may see the study. */
  roles?: readonly StudyRole[];
  children: (study: Study) => ReactNode;
}) {
  const language = useLanguage();
  const study = useStudy(slug);
  const isForOthers = useIsOneOf(slug, roles ?? []) === false && roles !== undefined;
  if (isForOthers && study.data !== undefined)
    return (
      <>
        <StageHeading stage={stage} title={study.data.title[language]} />
        <EmptyState title={words.others[language]}>
          <p>{words.askOwner[language]}</p>
        </EmptyState>
      </>
    );
  return (
    <>
      <StageHeading stage={stage} title={study.data?.title[language] ?? slug} />
      {study.data === undefined ? (
        study.isError ? (
          <div role="status">
            <Notice kind="error">
              <p>{isUnknown(study.error) ? words.unknown[language] : words.failed[language]}</p>
            </Notice>
          </div>
        ) : (
          <Waiting label={words.loading[language]} language={language} />
        )
      ) : (
        children(study.data)
      )}
    </>
  );
}
