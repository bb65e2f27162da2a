import type { CodingChange, Transcript } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useRef, useState } from "react";
import { useLanguage } from "../frame/language.ts";
import { Refused } from "../library/refused.tsx";
import { CodeEditor } from "./code-editor.tsx";
import { codeOfKey } from "./code-looks.ts";
import { CodebookTree } from "./codebook-tree.tsx";
import { MarginNotes, MemoForm, shortened } from "./margin-notes.tsx";
import { moved, selectedPassage, selectionOf, type TextSelection } from "./text-selection.ts";
import { unitId } from "./text-units.ts";
import { type TextCommand, TranscriptView } from "./transcript-view.tsx";
import type { Coding } from "./use-coding.ts";
import { type ShownTranscript, useSelection, useShownTranscript } from "./use-shown-transcript.ts";

const words = {
  document: { de: "Transkript", en: "Transcript" },
  undo: { de: "Rückgängig", en: "Undo" },
  redo: { de: "Wiederholen", en: "Redo" },
  longer: { de: "Satz dazu", en: "Add a sentence" },
  shorter: { de: "Satz weg", en: "Drop a sentence" },
  memo: { de: "Notiz zur Auswahl", en: "Memo on the selection" },
  selected: { de: "Ausgewählt", en: "Selected" },
  coded: { de: "Kodiert als", en: "Coded as" },
  undone: { de: "Rückgängig gemacht.", en: "Undone." },
  redone: { de: "Wiederhergestellt.", en: "Redone." },
  nothing: { de: "Nichts mehr rückgängig zu machen.", en: "Nothing left to undo." },
  nothingAgain: { de: "Nichts zu wiederholen.", en: "Nothing to redo." },
  noKey: { de: "Diese Taste gehört zu keinem Code.", en: "This key belongs to no code." },
  saved: { de: "Gespeichert.", en: "Saved." },
  tools: { de: "Werkzeuge", en: "Tools" },
} as const;

type Props = {
  coding: Coding;
  document: string;
  /** A passage to begin with, from elsewhere on the page. */
  passage?: { start: number; end: number } | undefined;
  onDocument: (document: string) => void;
};

/** Codebook, transcript and margin: where a transcript is coded. */
export function Workbench(props: Props) {
  const shown = useShownTranscript(props.coding, props.document);
  const { transcript } = shown;
  return transcript === undefined ? null : <Desk {...props} shown={{ ...shown, transcript }} />;
}

type Shown = ShownTranscript & { transcript: Transcript };

function Desk({ coding, shown, passage: wanted, onDocument }: Props & { shown: Shown }) {
  const language = useLanguage();
  const { transcript, looks, titles, units } = shown;
  const { layer, head, fault, project } = coding;
  const [selection, setSelection] = useSelection(shown, wanted);
  const [said, setSaid] = useState("");
  const [isNoting, setIsNoting] = useState(false);
  const searchField = useRef<HTMLInputElement>(null);
  const passage = selectedPassage(units, selection);
  const acts = actions({ coding, shown, passage, language, setSaid });
  const select = (next: TextSelection) => {
    setSelection(next);
    setSaid(selectionInWords(next, shown, words.selected[language]));
  };
  const command = (asked: TextCommand) => {
    if (asked === "undo" || asked === "redo") acts.goBack(asked);
    else if (asked === "search") searchField.current?.focus();
    else if (asked === "memo") setIsNoting(true);
    else acts.giveByKey(asked.key);
  };
  const show = (to: { start: number; end: number }) => {
    const next = selectionOf(units, to);
    setSelection(next);
    const unit = units[next.head];
    if (unit) document.getElementById(unitId(unit))?.scrollIntoView({ block: "center" });
    toText();
  };
  const { does } = acts;
  const save = (changes: readonly CodingChange[]) => does(changes, words.saved[language]);
  return (
    <>
      <Tools
        {...{ coding, shown, selection, onDocument }}
        onSelection={select}
        onCommand={command}
      />
      <p role="status" className="coding-said">
        {said}
      </p>
      <div role="alert">{fault ? <Refused error={fault} language={language} /> : null}</div>
      {isNoting && passage !== undefined ? (
        <MemoForm
          language={language}
          about={{ kind: "excerpt", excerpt: { ...placeOf(transcript), ...passage } }}
          onChange={save}
          onClose={() => {
            setIsNoting(false);
            toText();
          }}
        />
      ) : null}
      <div className="coding-workbench">
        <div className="coding-left">
          <CodebookTree
            {...{ ...shown, language, searchField }}
            codebook={project.codebook}
            onCode={acts.give}
            onLeave={toText}
          />
          <CodeEditor codebook={project.codebook} language={language} onChange={does} />
        </div>
        <section className="coding-middle" aria-label={transcript.document}>
          <TranscriptView
            {...{ ...shown, selection, language }}
            onSelection={select}
            onCommand={command}
          />
        </section>
        <MarginNotes
          {...{ entries: shown.entries, transcript, looks, titles, layer, language }}
          coder={head.coder}
          onShow={show}
          onChange={save}
        />
      </div>
    </>
  );
}

function Tools({
  coding: { project, undo },
  shown: { transcript, units },
  selection,
  onDocument,
  onSelection,
  onCommand,
}: Pick<Props, "coding" | "onDocument"> & {
  shown: Shown;
  selection: TextSelection;
  onSelection: (selection: TextSelection) => void;
  onCommand: (command: TextCommand) => void;
}) {
  const language = useLanguage();
  const extend = (move: "next" | "previous") =>
    onSelection(moved(selection, move, { count: units.length, turnStarts: [], isExtending: true }));
  return (
    <div role="toolbar" aria-label={words.tools[language]} className="coding-tools">
      <label>
        {words.document[language]}{" "}
        <select
          className="field"
          value={transcript.document}
          onChange={(event) => onDocument(event.target.value)}
        >
          {project.documents.map(({ id }) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </label>
      <Button isBusy={undo.undo === undefined} onClick={() => onCommand("undo")}>
        {words.undo[language]}
      </Button>
      <Button isBusy={undo.redo === undefined} onClick={() => onCommand("redo")}>
        {words.redo[language]}
      </Button>
      <Button onClick={() => extend("next")}>{words.longer[language]}</Button>
      <Button onClick={() => extend("previous")}>{words.shorter[language]}</Button>
      <Button onClick={() => onCommand("memo")}>{words.memo[language]}</Button>
    </div>
  );
}

/** What can be done with the selected passage; each says what was done once it is stored. */
function actions(of: {
  coding: Coding;
  shown: Shown;
  passage: { start: number; end: number } | undefined;
  language: "de" | "en";
  setSaid: (text: string) => void;
}) {
  const { coding, shown, passage, language, setSaid } = of;
  const { transcript, titles, looks } = shown;
  const does = (changes: readonly CodingChange[], text: string) => {
    coding.change(changes).then(
      () => setSaid(text),
      () => setSaid(""),
    );
  };
  const give = (code: string) => {
    toText();
    if (passage === undefined) return;
    const excerpt = { ...placeOf(transcript), ...passage };
    const made = { id: crypto.randomUUID(), excerpt, code, coder: coding.layer };
    const quoted = shortened(transcript.positions.slice(passage.start, passage.end), 80);
    does(
      [{ kind: "coding-added", coding: { ...made, origin: { kind: "by-hand" } } }],
      `${words.coded[language]} ${titles.get(code) ?? code}: ${quoted}`,
    );
  };
  const giveByKey = (key: string) => {
    const code = codeOfKey(looks, key);
    if (code === undefined) setSaid(words.noKey[language]);
    else give(code);
  };
  const goBack = (step: "undo" | "redo") => {
    const [done, nothing] =
      step === "undo" ? [words.undone, words.nothing] : [words.redone, words.nothingAgain];
    coding.goBack(step).then(
      (wasAny) => setSaid((wasAny ? done : nothing)[language]),
      () => setSaid(""),
    );
  };
  return { does, give, giveByKey, goBack };
}

const placeOf = ({ document, version }: Transcript) => ({ document, version });

/** Back to the text, where the keys work. */
function toText(): void {
  document.querySelector<HTMLElement>("[role=listbox]")?.focus();
}

/** What is selected, if it is more or other than the sentence that is spoken anyway. */
function selectionInWords(
  next: TextSelection,
  { units, transcript }: Shown,
  selected: string,
): string {
  const passage = selectedPassage(units, next);
  if (passage === undefined || (next.anchor === next.head && next.exact === undefined)) return "";
  return `${selected}: ${shortened(transcript.positions.slice(passage.start, passage.end), 200)}`;
}
