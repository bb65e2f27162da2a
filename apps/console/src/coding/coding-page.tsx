import { Notice } from "@mehrwert/ui";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useAddressPart } from "../address-part.ts";
import { useLanguage } from "../frame/language.ts";
import { EmptyState } from "../patterns/empty-state.tsx";
import { Waiting } from "../patterns/waiting.tsx";
import { isUnknown } from "../stages/use-study.ts";
import { AgreementView } from "./agreement-view.tsx";
import { folderAddress } from "./coding-client.ts";
import { codingWords } from "./coding-words.ts";
import { DisagreementsView } from "./disagreements-view.tsx";
import { ReleasePanel, TranscriptPanel } from "./planning-panels.tsx";
import { type Coding, useCoding } from "./use-coding.ts";
import { Workbench } from "./workbench.tsx";
import "./coding.css";

const words = {
  back: { de: "Alle Kodierprojekte der Studie", en: "All coding projects of the study" },
  views: { de: "Ansichten", en: "Views" },
  text: { de: "Transkripte", en: "Transcripts" },
  differences: { de: "Unterschiede", en: "Disagreements" },
  agreement: { de: "Übereinstimmung", en: "Agreement" },
  planning: { de: "Verwalten", en: "Manage" },
  you: { de: "Sie kodieren als", en: "You code as" },
  folder: {
    de: "Projekt als Ordner herunterladen (ZIP), für „mehrwert code“",
    en: "Download the project as a folder (ZIP), for “mehrwert code”",
  },
  empty: { de: "Noch kein Transkript", en: "No transcript yet" },
  emptyLead: {
    de: "Wer die Studie plant, liest unter „Verwalten“ die Transkripte ein. Dann wird hier kodiert.",
    en: "Whoever plans the study imports the transcripts under “Manage”. Then they are coded here.",
  },
} as const;

const views = ["text", "differences", "agreement", "planning"] as const;
type View = (typeof views)[number];

/** One coding project: coding it, after the release the disagreements first, and what its planners do. */
export function CodingPage(): ReactNode {
  const { study, project } = useParams({ from: "/studies/$study/coding/$project" });
  const language = useLanguage();
  const { coding, error } = useCoding({ study, project });
  const title = coding?.head.title ?? project;
  return (
    <>
      <title>{`${codingWords.coding[language]}: ${title} – Mehrwert`}</title>
      <p className="way-back no-print">
        <Link to="/studies/$study/coding" params={{ study }}>
          {words.back[language]}
        </Link>
      </p>
      <h1>
        <span className="kicker">{codingWords.coding[language]}</span> {title}
      </h1>
      {coding === undefined ? (
        error ? (
          <div role="status">
            <Notice kind="error">
              <p>
                {isUnknown(error) ? codingWords.unknown[language] : codingWords.failed[language]}
              </p>
            </Notice>
          </div>
        ) : (
          <Waiting label={codingWords.loading[language]} language={language} />
        )
      ) : (
        <Views key={coding.head.phase} coding={coding} />
      )}
    </>
  );
}

function Views({ coding }: { coding: Coding }) {
  const language = useLanguage();
  const { head, material, project, place } = coding;
  const queries = useQueryClient();
  const isReleased = head.phase === "released";
  const offered = views.filter(
    (view) =>
      (isReleased || view === "text" || view === "planning") &&
      (view !== "planning" || head.mayPlan),
  );
  const first: View = isReleased ? "differences" : "text";
  const [view, setView] = useAddressPart<View>(
    "shown",
    (text) => offered.find((each) => each === text) ?? first,
  );
  const [at, setAt] = useState<{ document: string; passage?: { start: number; end: number } }>();
  const shown = at ?? { document: project.documents[0]?.id ?? "" };
  return (
    <>
      <p className={isReleased ? undefined : "coding-phase"}>
        {codingWords.phases[head.phase][language]} {words.you[language]} <b>{coding.layer}</b>.
      </p>
      <nav aria-label={words.views[language]} className="coding-views no-print">
        {offered.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={view === each ? "page" : undefined}
            onClick={() => setView(each)}
          >
            {words[each][language]}
          </button>
        ))}
      </nav>
      {view === "text" && project.documents.length === 0 ? (
        <EmptyState title={words.empty[language]}>
          <p>{words.emptyLead[language]}</p>
        </EmptyState>
      ) : null}
      {view === "text" && material !== undefined && project.documents.length > 0 ? (
        <Workbench
          key={`${shown.document} ${shown.passage?.start}`}
          {...shown}
          coding={coding}
          onDocument={(document) => setAt({ document })}
        />
      ) : null}
      {view === "differences" && material !== undefined ? (
        <DisagreementsView
          {...{ coding, material }}
          onShow={(document, { start, end }) => {
            setAt({ document, passage: { start, end } });
            setView("text");
          }}
        />
      ) : null}
      {view === "agreement" && material !== undefined ? (
        <AgreementView material={material} language={language} />
      ) : null}
      {view === "planning" ? (
        <>
          <TranscriptPanel {...{ place, language, project }} />
          <ReleasePanel
            {...{ place, language }}
            isReleased={isReleased}
            onReleased={() =>
              void queries.invalidateQueries({
                queryKey: ["coding-events", place.study, place.project],
              })
            }
          />
        </>
      ) : null}
      <p className="coding-folder no-print">
        <a href={folderAddress(place)} download>
          {words.folder[language]}
        </a>
      </p>
    </>
  );
}
