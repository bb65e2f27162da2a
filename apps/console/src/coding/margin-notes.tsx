import type { CodingChange, Language, Memo, StandingAssignment, Transcript } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useMemo, useRef, useState } from "react";
import type { CodeLook } from "./code-looks.ts";
import { CodeSample } from "./code-mark.tsx";
import { inQuotes } from "./coding-words.ts";
import { useAlignment } from "./use-alignment.ts";

const words = {
  title: { de: "Kodierungen und Notizen", en: "Codings and memos" },
  none: { de: "Hier ist noch nichts kodiert.", en: "Nothing is coded here yet." },
  go: { de: "Zeigen", en: "Show" },
  remove: { de: "Entfernen", en: "Remove" },
  note: { de: "Notiz", en: "Memo" },
  writeNote: { de: "Notiz schreiben", en: "Write a memo" },
  save: { de: "Speichern", en: "Save" },
  cancel: { de: "Abbrechen", en: "Cancel" },
  text: { de: "Text der Notiz", en: "Text of the memo" },
  review: {
    de: "Der Text wurde hier berichtigt. Stimmt die Stelle noch?",
    en: "The text was corrected here. Is the passage still right?",
  },
  isRight: { de: "Stelle stimmt", en: "Passage is right" },
  by: { de: "von", en: "by" },
} as const;

/** One entry in the margin: a coding with its memos, or a memo on a passage. */
export type MarginEntry = { start: number; line: number; sentence: string | undefined } & (
  | { coding: StandingAssignment; memos: Memo[] }
  | { memo: Memo }
);

/** What is coded and noted in a transcript, in the order of the text, with what can be done about it. */
export function MarginNotes({
  entries,
  transcript,
  looks,
  titles,
  layer,
  coder,
  language,
  onShow,
  onChange,
}: {
  entries: readonly MarginEntry[];
  transcript: Transcript;
  looks: ReadonlyMap<string, CodeLook>;
  titles: ReadonlyMap<string, string>;
  /** Only its codings can be changed. */
  layer: string;
  /** Only this person's memos can be changed. */
  coder: string;
  language: Language;
  onShow: (passage: { start: number; end: number }) => void;
  onChange: (changes: readonly CodingChange[]) => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  const ids = useMemo(() => entries.map(({ sentence }) => sentence), [entries]);
  useAlignment(list, ids);
  return (
    <section aria-labelledby="margin-title" className="coding-margin">
      <h2 id="margin-title">{words.title[language]}</h2>
      {entries.length === 0 ? <p className="note">{words.none[language]}</p> : null}
      <ol ref={list}>
        {entries.map((entry) => (
          <li key={"coding" in entry ? entry.coding.id : entry.memo.id} className="coding-entry">
            {"coding" in entry ? (
              <CodingEntryView
                {...{ transcript, looks, titles, language, onShow, onChange, coder }}
                {...entry}
                isOwn={entry.coding.coder === layer}
              />
            ) : (
              <MemoView {...{ language, coder, onChange }} memo={entry.memo} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function CodingEntryView({
  coding,
  memos,
  line,
  isOwn,
  transcript,
  looks,
  titles,
  language,
  coder,
  onShow,
  onChange,
}: {
  coding: StandingAssignment;
  memos: readonly Memo[];
  line: number;
  isOwn: boolean;
  transcript: Transcript;
  looks: ReadonlyMap<string, CodeLook>;
  titles: ReadonlyMap<string, string>;
  language: Language;
  coder: string;
  onShow: (passage: { start: number; end: number }) => void;
  onChange: (changes: readonly CodingChange[]) => void;
}) {
  const { id, code, excerpt, mark } = coding;
  const title = titles.get(code) ?? code;
  const quoted = shortened(transcript.positions.slice(excerpt.start, excerpt.end));
  const needsLook = mark === "review" && isOwn;
  return (
    <>
      <p className="coding-entry-title">
        <CodeSample look={looks.get(code)} /> <b>{title}</b>{" "}
        <small>
          {language === "de" ? `Zeile ${line}` : `line ${line}`}, {coding.coder}
        </small>
      </p>
      <p className="note">{inQuotes(quoted, language)}</p>
      {needsLook ? <p className="coding-caution">{words.review[language]}</p> : null}
      {memos.map((memo) => (
        <MemoView key={memo.id} {...{ memo, language, coder, onChange }} />
      ))}
      <div className="coding-actions">
        <Button
          kind="quiet"
          aria-label={`${words.go[language]}: ${title}`}
          onClick={() => onShow(excerpt)}
        >
          {words.go[language]}
        </Button>
        {needsLook ? (
          <Button
            kind="quiet"
            onClick={() => onChange([{ kind: "coding-changed", coding: id, excerpt }])}
          >
            {words.isRight[language]}
          </Button>
        ) : null}
        <NewMemo {...{ language, onChange }} about={{ kind: "coding", coding: id }} of={title} />
        {isOwn ? (
          <Button
            kind="quiet"
            aria-label={`${words.remove[language]}: ${title}`}
            onClick={() =>
              onChange(
                [id, ...(coding.alsoFrom ?? [])].map((each) => ({
                  ...{ kind: "coding-removed", coding: each },
                })),
              )
            }
          >
            {words.remove[language]}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function MemoView({
  memo,
  language,
  coder,
  onChange,
}: {
  memo: Memo;
  language: Language;
  coder: string;
  onChange: (changes: readonly CodingChange[]) => void;
}) {
  return (
    <div className="coding-memo">
      <p>
        <b>{words.note[language]}</b> <small>{`${words.by[language]} ${memo.person}`}</small>
        <br />
        {memo.text}
      </p>
      {memo.person === coder ? (
        <Button
          kind="quiet"
          aria-label={`${words.remove[language]}: ${words.note[language]}`}
          onClick={() => onChange([{ kind: "memo-removed", memo: memo.id }])}
        >
          {words.remove[language]}
        </Button>
      ) : null}
    </div>
  );
}

function NewMemo({
  about,
  of,
  language,
  onChange,
}: {
  about: Memo["about"];
  of: string;
  language: Language;
  onChange: (changes: readonly CodingChange[]) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen)
    return (
      <Button
        kind="quiet"
        aria-label={`${words.writeNote[language]}: ${of}`}
        onClick={() => setIsOpen(true)}
      >
        {words.note[language]}
      </Button>
    );
  return <MemoForm {...{ about, language, onChange }} onClose={() => setIsOpen(false)} />;
}

/** A field for a memo; it has the focus when it comes. */
export function MemoForm({
  about,
  language,
  onChange,
  onClose,
}: {
  about: Memo["about"];
  language: Language;
  onChange: (changes: readonly CodingChange[]) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState("");
  return (
    <form
      className="coding-memo-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "")
          onChange([{ kind: "memo-written", memo: crypto.randomUUID(), about, text: text.trim() }]);
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <label>
        {words.text[language]}
        <textarea
          className="field"
          rows={3}
          value={text}
          // biome-ignore lint/a11y/noAutofocus: it appears because somebody asked for it
          autoFocus
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div className="buttons">
        <Button type="submit" kind="primary">
          {words.save[language]}
        </Button>
        <Button onClick={onClose}>{words.cancel[language]}</Button>
      </div>
    </form>
  );
}

/** The beginning of a long passage. */
export function shortened(text: string, most = 120): string {
  const letters = [...text.replaceAll("\n", " ")];
  return letters.length <= most ? letters.join("") : `${letters.slice(0, most - 1).join("")}…`;
}
