import { Link, Outlet, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMe } from "../accounts/account-client.ts";
import { useLanguage } from "../frame/language.ts";
import { type Stage, stageNames } from "./stage-names.ts";

const words = {
  ways: { de: "Wege", en: "Ways" },
  studies: { de: "Alle Studien", en: "All studies" },
  people: { de: "Wer daran arbeitet", en: "Who works on it" },
  stages: { de: "Abschnitte der Studie", en: "Stages of the study" },
} as const;

const stageLinks: readonly { stage: Stage; to: `/studies/$study/${Stage}` }[] = [
  { stage: "plan", to: "/studies/$study/plan" },
  { stage: "pilot", to: "/studies/$study/pilot" },
  { stage: "field", to: "/studies/$study/field" },
  { stage: "results", to: "/studies/$study/results" },
  { stage: "archive", to: "/studies/$study/archive" },
];

/** Around every page of one study: the way back and its five stages. */
export function StudyLayout(): ReactNode {
  const language = useLanguage();
  const { study } = useParams({ from: "/studies/$study" });
  const me = useMe().data;
  const isOwner = me?.isAdministrator === true || me?.roles[study] === "owner";
  return (
    <>
      <nav aria-label={words.ways[language]} className="no-print">
        <p className="way-back">
          <Link to="/">{words.studies[language]}</Link>
          {isOwner ? (
            <>
              {" · "}
              <Link to="/studies/$study/people" params={{ study }}>
                {words.people[language]}
              </Link>
            </>
          ) : null}
        </p>
      </nav>
      <nav aria-label={words.stages[language]} className="stages no-print">
        <ol>
          {stageLinks.map(({ stage, to }) => (
            <li key={stage}>
              <Link to={to} params={{ study }} activeOptions={{ includeSearch: false }}>
                {stageNames[stage][language]}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <Outlet />
    </>
  );
}
