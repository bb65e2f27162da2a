import {
  type CodedPlace,
  type CodingMaterial,
  codedPlaces,
  decisionMemoId,
  excerptText,
  isResolved,
} from "@mehrwert/analysis";
import {
  type CodingChange,
  codePath,
  consensusCoder,
  type StandingAssignment,
} from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import { useMemo, useState } from "react";
import { useLanguage } from "../frame/language.ts";
import { Refused } from "../library/refused.tsx";
import { codeLooks } from "./code-looks.ts";
import { CodeSample } from "./code-mark.tsx";
import { inQuotes } from "./coding-words.ts";
import type { Coding } from "./use-coding.ts";

const words = {
  missing: { de: "nicht von allen kodiert", en: "not coded by all" },
  bounds: { de: "andere Grenzen", en: "other bounds" },
  notBy: { de: "nicht kodiert von", en: "not coded by" },
  take: { de: "Diese Stelle in den Konsens", en: "This passage into the consensus" },
  none: { de: "Hier nicht kodieren", en: "Do not code here" },
  reason: { de: "Begründung (freiwillig)", en: "Reason (optional)" },
  noReason: { de: "Ohne Begründung.", en: "No reason given." },
  notCoded: { de: "Im Konsens nicht kodiert:", en: "Not coded in the consensus:" },
  inConsensus: { de: "Im Konsens.", en: "In the consensus." },
  show: { de: "Im Transkript zeigen", en: "Show in the transcript" },
  all: {
    de: "Alle Unterschiede sind besprochen.",
    en: "All disagreements are settled.",
  },
  onlyOpen: { de: "Nur offene zeigen", en: "Show open ones only" },
  undo: { de: "Rückgängig", en: "Undo" },
  done: { de: "Gespeichert.", en: "Saved." },
} as const;

/** Where coders differ, place by place, with the ways to settle it. Settling writes to the consensus only. */
export function DisagreementsView({
  coding,
  material,
  onShow,
}: {
  coding: Coding;
  material: CodingMaterial;
  onShow: (document: string, passage: { start: number; end: number }) => void;
}) {
  const language = useLanguage();
  const { project, change, fault, undo } = coding;
  const [isOnlyOpen, setIsOnlyOpen] = useState(false);
  const [said, setSaid] = useState("");
  const places = useMemo(() => codedPlaces(project, codersOf(project)), [project]);
  const differing = places.filter(({ kind }) => kind !== "agreed");
  const open = differing.filter((place) => !isResolved(place));
  const same = places.filter((place) => place.kind === "agreed" && !isResolved(place));
  const looks = useMemo(() => codeLooks(project.codebook), [project.codebook]);
  const does = (changes: readonly CodingChange[]) => {
    change(changes).then(
      () => setSaid(words.done[language]),
      () => setSaid(""),
    );
  };
  return (
    <>
      <p className="lead">{summary(open.length, differing.length, language)}</p>
      {open.length === 0 && differing.length > 0 ? <Notice>{words.all[language]}</Notice> : null}
      <div className="buttons">
        {same.length === 0 ? null : (
          <Button
            kind="primary"
            onClick={() => does(same.flatMap(({ codings }) => agreedOn(codings[0])))}
          >
            {takeAll(same.length, language)}
          </Button>
        )}
        <Button
          isBusy={undo.undo === undefined}
          onClick={() => undo.undo !== undefined && does([{ kind: "undone", target: undo.undo }])}
        >
          {words.undo[language]}
        </Button>
        <label className="coding-check">
          <input
            type="checkbox"
            checked={isOnlyOpen}
            onChange={(event) => setIsOnlyOpen(event.target.checked)}
          />{" "}
          {words.onlyOpen[language]}
        </label>
      </div>
      <p role="status">{said}</p>
      <div role="alert">{fault ? <Refused error={fault} language={language} /> : null}</div>
      <ol className="coding-differences">
        {(isOnlyOpen ? open : differing).map((place) => (
          <li key={place.codings[0]?.id}>
            <Difference
              {...{ place, material, looks, onShow }}
              title={codePath(project.codebook, place.code, language)}
              onChange={does}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function takeAll(count: number, language: "de" | "en"): string {
  if (language === "de")
    return count === 1
      ? "Die eine gleiche Kodierung in den Konsens"
      : `Alle ${count} gleichen Kodierungen in den Konsens`;
  return count === 1
    ? "The one equal coding into the consensus"
    : `All ${count} equal codings into the consensus`;
}

function summary(open: number, all: number, language: "de" | "en"): string {
  return language === "de"
    ? `Unterschiede: ${all}, davon offen: ${open}. Wer einen klärt, schreibt in den Konsens; die Kodierungen der Einzelnen bleiben, wie sie sind.`
    : `Disagreements: ${all}, of these open: ${open}. Settling one writes to the consensus; the coders' own codings stay as they are.`;
}

/** Everybody who coded, without the consensus. */
function codersOf({ assignments }: Coding["project"]): string[] {
  return [...new Set(assignments.map(({ coder }) => coder))]
    .filter((coder) => coder !== consensusCoder)
    .sort();
}

function agreedOn(coding: StandingAssignment | undefined): CodingChange[] {
  if (coding === undefined) return [];
  const { excerpt, code, polarity } = coding;
  return [
    {
      kind: "coding-added",
      coding: {
        ...{ id: crypto.randomUUID(), excerpt, code, coder: consensusCoder },
        ...(polarity !== undefined && { polarity }),
        origin: { kind: "by-hand" },
      },
    },
  ];
}

function Difference({
  place,
  title,
  material,
  looks,
  onShow,
  onChange,
}: {
  place: CodedPlace;
  title: string;
  material: CodingMaterial;
  looks: ReturnType<typeof codeLooks>;
  onShow: (document: string, passage: { start: number; end: number }) => void;
  onChange: (changes: readonly CodingChange[]) => void;
}) {
  const language = useLanguage();
  const { kind, code, document, codings, without, consensus, decision } = place;
  const where = `${document}, ${title}`;
  return (
    <article className={isResolved(place) ? "coding-settled" : undefined} aria-label={where}>
      <h2>
        <CodeSample look={looks.get(code)} /> {title}{" "}
        <small>
          {document}, {kind === "bounds" ? words.bounds[language] : words.missing[language]}
        </small>
      </h2>
      <dl className="coding-sides">
        {codings.map((coding) => (
          <div key={coding.id}>
            <dt>{coding.coder}</dt>
            <dd>
              {inQuotes(excerptText(material, coding.excerpt), language)}
              {isResolved(place) ? null : (
                <Button
                  aria-label={`${words.take[language]} (${coding.coder}): ${title}`}
                  onClick={() => onChange(agreedOn(coding))}
                >
                  {words.take[language]}
                </Button>
              )}
            </dd>
          </div>
        ))}
        {without.map((coder) => (
          <div key={coder}>
            <dt>{coder}</dt>
            <dd>
              <em>{`${words.notBy[language]} ${coder}`}</em>
            </dd>
          </div>
        ))}
      </dl>
      {consensus.map(({ id, excerpt }) => (
        <p key={id}>
          <b>{words.inConsensus[language]}</b> {inQuotes(excerptText(material, excerpt), language)}
        </p>
      ))}
      {decision === undefined ? null : (
        <p>
          <b>{words.notCoded[language]}</b> {decision.text}
        </p>
      )}
      {isResolved(place) ? null : <NotHere {...{ place, title, language, onChange }} />}
      <Button
        kind="quiet"
        aria-label={`${words.show[language]}: ${where}`}
        onClick={() => onShow(document, place)}
      >
        {words.show[language]}
      </Button>
    </article>
  );
}

function NotHere({
  place: { codings },
  title,
  language,
  onChange,
}: {
  place: CodedPlace;
  title: string;
  language: "de" | "en";
  onChange: (changes: readonly CodingChange[]) => void;
}) {
  const [text, setText] = useState("");
  const [coding] = codings;
  if (coding === undefined) return null;
  const decide = () =>
    onChange([
      {
        ...{ kind: "memo-written", memo: decisionMemoId(coding.id) },
        about: { kind: "coding", coding: coding.id },
        text: text.trim() === "" ? words.noReason[language] : text.trim(),
      },
    ]);
  return (
    <div className="coding-not-here">
      <label>
        {words.reason[language]}
        <input className="field" value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <Button aria-label={`${words.none[language]}: ${title}`} onClick={decide}>
        {words.none[language]}
      </Button>
    </div>
  );
}
