import { codePath, lineOf, type StandingAssignment } from "@mehrwert/study";
import { useMemo, useState } from "react";
import { useLanguage } from "../frame/language.ts";
import { codeLooks } from "./code-looks.ts";
import type { MarginEntry } from "./margin-notes.tsx";
import { selectionOf, type TextSelection } from "./text-selection.ts";
import { type TextUnit, textBlocks, unitId } from "./text-units.ts";
import type { Coding } from "./use-coding.ts";

/** Everything that is shown of a transcript, computed again only when what it rests on changes. */
export function useShownTranscript(coding: Coding, shown: string) {
  const language = useLanguage();
  const { project, material, layer } = coding;
  const { codebook, assignments, memos } = project;
  const transcript = material?.transcripts.get(shown)?.at(-1);
  const blocks = useMemo(
    () => (transcript === undefined ? [] : textBlocks(transcript, language)),
    [transcript, language],
  );
  const units = useMemo(() => blocks.flatMap((block) => block.units), [blocks]);
  const looks = useMemo(() => codeLooks(codebook), [codebook]);
  const titles = useMemo(
    () => new Map(codebook.codes.map(({ id }) => [id, codePath(codebook, id, language)])),
    [codebook, language],
  );
  const codings = useMemo(
    () =>
      assignments
        .filter(({ excerpt }) => excerpt.document === shown)
        .map((each) => ({ ...each, start: each.excerpt.start, end: each.excerpt.end })),
    [assignments, shown],
  );
  const counts = useMemo(() => countsOf(assignments, layer), [assignments, layer]);
  const entries = useMemo(
    () => marginEntries({ assignments, memos }, shown, { lines: transcript?.lines ?? [], units }),
    [assignments, memos, shown, transcript, units],
  );
  return { transcript, blocks, units, looks, titles, codings, counts, entries };
}

/** See `useShownTranscript`. */
export type ShownTranscript = ReturnType<typeof useShownTranscript>;

/** The selection, at first the passage that is wanted, or the first sentence. */
export function useSelection(
  { units }: Pick<ShownTranscript, "units">,
  wanted: { start: number; end: number } | undefined,
) {
  return useState<TextSelection>(() =>
    wanted === undefined ? { anchor: 0, head: 0 } : selectionOf(units, wanted),
  );
}

function countsOf(codings: readonly StandingAssignment[], layer: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code, coder } of codings)
    if (coder === layer) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Codings with the memos about them, and memos on passages, in the order of the text. */
function marginEntries(
  { assignments, memos }: Pick<Coding["project"], "assignments" | "memos">,
  shown: string,
  text: { lines: readonly number[]; units: readonly TextUnit[] },
): MarginEntry[] {
  const ofCodings = assignments
    .filter(({ excerpt }) => excerpt.document === shown)
    .map((coding): MarginEntry => {
      const { start } = coding.excerpt;
      const own = memos.filter(
        ({ about }) => about.kind === "coding" && about.coding === coding.id,
      );
      return { ...placeIn(text, start), coding, memos: own };
    });
  const ofPassages = memos.flatMap((memo): MarginEntry[] => {
    if (memo.about.kind !== "excerpt" || memo.about.excerpt.document !== shown) return [];
    const { start } = memo.about.excerpt;
    return [{ ...placeIn(text, start), memo }];
  });
  return [...ofCodings, ...ofPassages].sort((a, b) => a.start - b.start);
}

function placeIn(
  { lines, units }: { lines: readonly number[]; units: readonly TextUnit[] },
  start: number,
) {
  const unit = units.find(({ end }) => end > start);
  return { start, line: lineOf(lines, start), sentence: unit && unitId(unit) };
}
