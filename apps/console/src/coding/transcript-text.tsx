import type { Language, StandingAssignment, Transcript } from "@mehrwert/study";
import { memo, type ReactNode } from "react";
import type { CodeLook } from "./code-looks.ts";
import { stretches, type TextBlock, type TextUnit } from "./text-units.ts";

/** A coding as it lies on the text. */
export type LaidCoding = StandingAssignment & { start: number; end: number };

const words = {
  turn: { de: "Beitrag", en: "Turn" },
  line: { de: "Zeile", en: "line" },
  coded: { de: "kodiert", en: "coded" },
} as const;

/** What every part of the text needs to know. */
export type TextContext = {
  transcript: Transcript;
  looks: ReadonlyMap<string, CodeLook>;
  titles: ReadonlyMap<string, string>;
  language: Language;
  idOf: (unit: TextUnit) => string;
};

/** One turn with its sentences; each says which codes lie on it. Drawn again only when something on it changes. */
export const TranscriptBlock = memo(function TranscriptBlock({
  block,
  codings,
  passage,
  head,
  context,
}: {
  block: TextBlock;
  codings: readonly LaidCoding[];
  /** What of this block is selected. */
  passage: { start: number; end: number } | undefined;
  /** Where the keys are, if in this block. */
  head: number | undefined;
  context: TextContext;
}) {
  const { language, idOf } = context;
  const { turn, speaker, line, units } = block;
  const name = [
    ...(turn === undefined ? [] : [`${words.turn[language]} ${turn}`]),
    ...(speaker === undefined ? [] : [speaker]),
    `${words.line[language]} ${line}`,
  ].join(", ");
  return (
    // biome-ignore lint/a11y/useSemanticElements: groups of options in a listbox have no element of their own
    <div role="group" aria-label={name} className="coding-block">
      <span aria-hidden="true" className="coding-numbers">
        <b>{turn}</b>
        <span>{line}</span>
      </span>
      <div role="presentation" className="coding-words">
        {units.map((unit, at) => (
          <Sentence
            key={unit.start}
            {...{ unit, codings, passage, context }}
            isBelow={at > 0 && units[at - 1]?.line !== unit.line}
            isHead={head === unit.start}
            id={idOf(unit)}
          />
        ))}
      </div>
    </div>
  );
});

function Sentence({
  unit,
  codings,
  passage,
  isBelow,
  isHead,
  id,
  context,
}: {
  unit: TextUnit;
  codings: readonly LaidCoding[];
  passage: { start: number; end: number } | undefined;
  isBelow: boolean;
  isHead: boolean;
  id: string;
  context: TextContext;
}) {
  const { language, titles } = context;
  const here = codings.filter((each) => each.start < unit.end && each.end > unit.start);
  const isSelected = passage !== undefined && passage.start < unit.end && passage.end > unit.start;
  const names = [...new Set(here.map(({ code }) => titles.get(code) ?? code))];
  return (
    <>
      {isBelow ? <br /> : null}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus and names its active option */}
      <span
        role="option"
        id={id}
        aria-selected={isSelected}
        className={isHead ? "coding-sentence coding-head" : "coding-sentence"}
      >
        <Marked {...{ unit, codings: here, passage, context }} />
        {names.length === 0 ? null : (
          <span className="coding-spoken">{` (${words.coded[language]}: ${names.join("; ")})`}</span>
        )}
      </span>{" "}
    </>
  );
}

/** The words of a sentence with a line under them for every code. */
function Marked({
  unit,
  codings,
  passage,
  context: { transcript, looks },
}: {
  unit: TextUnit;
  codings: readonly LaidCoding[];
  passage: { start: number; end: number } | undefined;
  context: TextContext;
}) {
  const chosen = passage === undefined ? [] : [{ ...passage, code: undefined }];
  const things = [...codings, ...chosen];
  return stretches(unit, things).map(({ start, end, on }) => {
    const codes = on.flatMap(({ code }) => (code === undefined ? [] : [code]));
    const text = transcript.positions.slice(start, end);
    const marked = codes.reduce<ReactNode>((inner, code, at) => {
      const look = looks.get(code);
      return (
        <span
          className={`coding-mark coding-hue-${look?.hue ?? 0}`}
          style={{
            textDecorationStyle: look?.line ?? "solid",
            textUnderlineOffset: `${0.2 + 0.28 * Math.min(at, 4)}em`,
          }}
        >
          {inner}
        </span>
      );
    }, text);
    const isChosen = on.some(({ code }) => code === undefined);
    return (
      <span key={start} data-start={start} className={isChosen ? "coding-chosen" : undefined}>
        {marked}
      </span>
    );
  });
}
