import type { Language, Transcript } from "@mehrwert/study";
import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import type { CodeLook } from "./code-looks.ts";
import { markedPassage } from "./marked-by-mouse.ts";
import {
  type Move,
  moved,
  selectedPassage,
  selectionOf,
  type TextSelection,
  withWord,
} from "./text-selection.ts";
import { type TextBlock, type TextUnit, unitId } from "./text-units.ts";
import { type LaidCoding, TranscriptBlock } from "./transcript-text.tsx";

const words = {
  label: { de: "Transkript", en: "Transcript" },
  help: {
    de: "Pfeiltasten gehen von Satz zu Satz, Bild auf und ab von Beitrag zu Beitrag; mit der Umschalttaste wird ausgewählt. Strg, Umschalt und Pfeil rechts oder links verschieben das Ende um ein Wort, Strg und Pfeil den Anfang. Die Taste eines Codes kodiert, M schreibt eine Notiz, Eingabe sucht im Codebuch, Strg+Z macht rückgängig.",
    en: "Arrow keys go from sentence to sentence, page up and down from turn to turn; with Shift they select. Ctrl, Shift and arrow right or left move the end by a word, Ctrl and arrow the beginning. The key of a code codes, M writes a memo, Enter searches the codebook, Ctrl+Z undoes.",
  },
} as const;

const moves: Record<string, Move> = {
  ArrowDown: "next",
  ArrowRight: "next",
  ArrowUp: "previous",
  ArrowLeft: "previous",
  PageDown: "next-turn",
  PageUp: "previous-turn",
  Home: "first",
  End: "last",
};

/** What a key asks for that is not about selecting. */
export type TextCommand = "search" | "memo" | "undo" | "redo" | { key: string };

/**
 * The text of an interview as a list of sentences in turns: selected by keys, by tapping or by marking with a mouse. The
 * listbox keeps the focus; screen readers speak each sentence with its turn, its codes, and whether it is selected.
 */
export function TranscriptView({
  transcript,
  blocks,
  codings,
  looks,
  titles,
  selection,
  language,
  onSelection,
  onCommand,
}: {
  transcript: Transcript;
  blocks: readonly TextBlock[];
  codings: readonly LaidCoding[];
  looks: ReadonlyMap<string, CodeLook>;
  titles: ReadonlyMap<string, string>;
  selection: TextSelection;
  language: Language;
  onSelection: (selection: TextSelection) => void;
  onCommand: (command: TextCommand) => void;
}) {
  const root = useRef<HTMLDivElement>(null);
  const units = useMemo(() => blocks.flatMap((block) => block.units), [blocks]);
  const turnStarts = useMemo(() => startsOf(blocks), [blocks]);
  const context = useMemo(
    () => ({ transcript, looks, titles, language, idOf: unitId }),
    [transcript, looks, titles, language],
  );
  const head = units[selection.head];
  const passage = selectedPassage(units, selection);
  useEffect(() => {
    if (head !== undefined && document.activeElement === root.current)
      document.getElementById(unitId(head))?.scrollIntoView({ block: "nearest" });
  }, [head]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = afterKey(event, { selection, units, turnStarts, transcript });
    const command = next === undefined ? commandOf(event) : undefined;
    if (next === undefined && command === undefined) return;
    event.preventDefault();
    if (next !== undefined) onSelection(next);
    if (command !== undefined) onCommand(command);
  };
  const onMouseUp = (target: EventTarget) => {
    const marked = root.current && markedPassage(root.current, transcript.positions);
    if (marked) return onSelection(selectionOf(units, marked));
    const option = target instanceof Element ? target.closest("[role=option]") : null;
    const at = units.findIndex((unit) => unitId(unit) === option?.id);
    if (at >= 0) onSelection({ anchor: at, head: at });
  };
  return (
    <>
      <p id="coding-help" className="note">
        {words.help[language]}
      </p>
      <div
        ref={root}
        role="listbox"
        aria-multiselectable="true"
        aria-label={`${words.label[language]} ${transcript.document}`}
        aria-describedby="coding-help"
        aria-activedescendant={head && unitId(head)}
        tabIndex={0}
        className="coding-text"
        onKeyDown={onKeyDown}
        onMouseUp={({ target }) => onMouseUp(target)}
      >
        {blocks.map((block) => (
          <TranscriptBlock
            key={block.units[0]?.start}
            {...{ block, context }}
            codings={inside(codings, block)}
            passage={passage && overlapping(passage, block) ? passage : undefined}
            head={head && block.units.includes(head) ? head.start : undefined}
          />
        ))}
      </div>
    </>
  );
}

function startsOf(blocks: readonly TextBlock[]): number[] {
  let at = 0;
  return blocks.map(({ units }) => {
    const start = at;
    at += units.length;
    return start;
  });
}

function edges({ units }: TextBlock): { start: number; end: number } {
  return { start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 };
}

function overlapping(passage: { start: number; end: number }, block: TextBlock): boolean {
  const { start, end } = edges(block);
  return passage.start < end && passage.end > start;
}

function inside(codings: readonly LaidCoding[], block: TextBlock): readonly LaidCoding[] {
  return codings.filter((each) => overlapping(each, block));
}

function afterKey(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  of: {
    selection: TextSelection;
    units: readonly TextUnit[];
    turnStarts: readonly number[];
    transcript: Transcript;
  },
): TextSelection | undefined {
  const { selection, units, turnStarts, transcript } = of;
  if (altKey) return undefined;
  if ((ctrlKey || metaKey) && (key === "ArrowRight" || key === "ArrowLeft")) {
    const by = key === "ArrowRight" ? 1 : -1;
    return withWord(units, selection, transcript, { edge: shiftKey ? "end" : "start", by });
  }
  if ((ctrlKey || metaKey) && key.toLowerCase() === "a")
    return { anchor: 0, head: units.length - 1 };
  const move = ctrlKey || metaKey ? undefined : moves[key];
  if (move === undefined) return undefined;
  return moved(selection, move, { count: units.length, turnStarts, isExtending: shiftKey });
}

function commandOf({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
}: KeyboardEvent): TextCommand | undefined {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
    return key.toLowerCase() === "y" ? "redo" : undefined;
  }
  if (key === "Enter" || key === "/") return "search";
  if (key.toLowerCase() === "m") return "memo";
  return /^[a-z0-9]$/i.test(key) ? { key: key.toLowerCase() } : undefined;
}
