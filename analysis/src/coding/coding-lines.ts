import {
  type CodingMark,
  type CodingOrigin,
  codePath,
  codeSubtree,
  type Language,
  lineOf,
  type Polarity,
  type StandingAssignment,
} from "@mehrwert/study";
import { type CodingMaterial, caseOf, excerptText, presentTranscript } from "./material.ts";

/** One coding with everything that a list, a table or another program needs to know of it. */
export type CodingLine = {
  id: string;
  document: string;
  case: string;
  version: number;
  /** Code points, end exclusive. */
  start: number;
  end: number;
  /** Exactly as in the transcript. */
  text: string;
  /** First and last line, from 1. */
  line: number;
  lastLine: number;
  /** Number of the turn it begins in; undefined before the first. */
  turn: number | undefined;
  speaker: string | undefined;
  code: string;
  codePath: string;
  coder: string;
  polarity: Polarity | undefined;
  origin: CodingOrigin;
  mark: CodingMark;
  isQuotation: boolean;
  memos: string[];
  /** ISO 8601. */
  addedAt: string;
  addedBy: string;
};

/** Which codings are wanted; what is left out does not restrict. */
export type CodingFilter = {
  documents?: readonly string[];
  /** Codes with everything below them. */
  codes?: readonly string[];
  coders?: readonly string[];
  marks?: readonly CodingMark[];
};

/** Codings in the order of documents and passages; paths of codes in one language. */
export function codingLines(
  material: CodingMaterial,
  language: Language,
  filter: CodingFilter = {},
): CodingLine[] {
  return filteredAssignments(material, filter).map((each) => codingLine(material, each, language));
}

/** The codings a filter lets through. */
export function filteredAssignments(
  { project }: Pick<CodingMaterial, "project">,
  { documents, codes, coders, marks }: CodingFilter,
): StandingAssignment[] {
  const wanted =
    codes &&
    new Set(codes.flatMap((id) => codeSubtree(project.codebook, id).map((each) => each.id)));
  return project.assignments.filter(
    ({ excerpt, code, coder, mark }) =>
      (documents?.includes(excerpt.document) ?? true) &&
      (wanted?.has(code) ?? true) &&
      (coders?.includes(coder) ?? true) &&
      (marks?.includes(mark) ?? true),
  );
}

/** One coding as a line. */
export function codingLine(
  material: CodingMaterial,
  assignment: StandingAssignment,
  language: Language,
): CodingLine {
  const {
    excerpt,
    id,
    code,
    coder,
    polarity,
    origin,
    mark,
    isQuotation = false,
    added,
  } = assignment;
  const { document, version, start, end } = excerpt;
  const { lines, turns } = presentTranscript(material, document);
  const turn = turns.findLast((each) => each.start <= start);
  return {
    ...{ id, document, case: caseOf(material, document), version, start, end },
    text: excerptText(material, excerpt),
    line: lineOf(lines, start),
    lastLine: lineOf(lines, end - 1),
    turn: turn?.number,
    speaker: turn?.speaker,
    ...{ code, codePath: codePath(material.project.codebook, code, language), coder, polarity },
    ...{ origin, mark, isQuotation },
    memos: material.project.memos.flatMap(({ about, text }) =>
      about.kind === "coding" && about.coding === id ? [text] : [],
    ),
    addedAt: added.at,
    addedBy: added.person,
  };
}

/** The beginning of an id that still names one coding: at least eight characters. */
export function shortId(id: string): string {
  return id.slice(0, 8);
}
