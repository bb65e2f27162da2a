import { codePath, type Language, lineOf, type StandingSuggestion } from "@mehrwert/study";
import { type CodingMaterial, excerptText } from "../coding/material.ts";

/** One suggestion with everything that a list, a table or another program needs to know of it. */
export type SuggestionLine = Omit<StandingSuggestion, "excerpt" | "added"> & {
  document: string;
  version: number;
  /** Code points, end exclusive. */
  start: number;
  end: number;
  /** Exactly as in the transcript. */
  text: string;
  /** From 1. */
  line: number;
  codePath: string;
  person: string;
  /** ISO 8601. */
  addedAt: string;
};

/** Suggestions as lines; paths of codes in one language. */
export function suggestionLines(
  material: CodingMaterial,
  suggestions: readonly StandingSuggestion[],
  language: Language,
): SuggestionLine[] {
  return suggestions.map(({ excerpt, added, ...rest }) => {
    const transcript = material.transcripts
      .get(excerpt.document)
      ?.find(({ version }) => version === excerpt.version);
    return {
      ...rest,
      ...excerpt,
      text: transcript === undefined ? "" : excerptText(material, excerpt),
      line: lineOf(transcript?.lines ?? [0], excerpt.start),
      codePath: codePath(material.project.codebook, rest.code, language),
      ...{ person: added.person, addedAt: added.at },
    };
  });
}
