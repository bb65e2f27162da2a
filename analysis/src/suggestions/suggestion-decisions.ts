import {
  type CodingChange,
  fixedPolarity,
  type Polarity,
  type StandingSuggestion,
} from "@mehrwert/study";
import type { CodingMaterial } from "../coding/material.ts";

/** Which suggestions are meant; what is left out does not restrict. */
export type SuggestionChoice = {
  ids?: readonly string[];
  run?: string;
  /** Codes themselves, without those below. */
  codes?: ReadonlySet<string>;
  /** Whose runs; absent: everybody's. */
  person?: string;
  states?: readonly StandingSuggestion["state"][];
  leastScore?: number;
};

/** The suggestions that are meant, in the order of documents and passages. */
export function chosenSuggestions(
  { project }: Pick<CodingMaterial, "project">,
  { ids, run, codes, person, states, leastScore = 0 }: SuggestionChoice,
): StandingSuggestion[] {
  return project.suggestions.filter(
    (each) =>
      (ids?.includes(each.id) ?? true) &&
      (run === undefined || each.run === run) &&
      (codes?.has(each.code) ?? true) &&
      (person === undefined || each.added.person === person) &&
      (states?.includes(each.state) ?? true) &&
      each.score >= leastScore,
  );
}

/**
 * Open suggestions become codings of the person who accepts them; each names its rule or model. A passage that the person
 * coded so already is left out and counted.
 *
 * @param polarity of all of them; absent: that of the codebook, if it sets one
 */
export function acceptedCodings(
  { project }: Pick<CodingMaterial, "project">,
  suggestions: readonly StandingSuggestion[],
  { coder, newId, polarity }: { coder: string; newId: () => string; polarity?: Polarity },
): { changes: CodingChange[]; known: number } {
  const placeOf = ({ excerpt: { document, version, start, end }, code }: StandingSuggestion) =>
    [document, version, start, end, code].join("\n");
  const present = new Set(
    project.assignments
      .filter((each) => each.coder === coder)
      .map(({ excerpt: { document, version, start, end }, code }) =>
        [document, version, start, end, code].join("\n"),
      ),
  );
  const changes: CodingChange[] = [];
  let known = 0;
  for (const suggestion of suggestions.filter(({ state }) => state === "open")) {
    const { id, excerpt, code, by, name, score } = suggestion;
    if (present.has(placeOf(suggestion))) {
      known += 1;
      continue;
    }
    present.add(placeOf(suggestion));
    const says = polarity ?? fixedPolarity(project.codebook, code);
    changes.push({
      kind: "coding-added",
      coding: {
        ...{ id: newId(), excerpt, code, coder },
        origin: { kind: "accepted-suggestion", by, name, score, suggestion: id },
        ...(says !== undefined && { polarity: says }),
      },
    });
  }
  return { changes, known };
}

/** Open suggestions are marked as rejected; they are not made again. */
export function rejectedSuggestions(suggestions: readonly StandingSuggestion[]): CodingChange[] {
  return suggestions
    .filter(({ state }) => state === "open")
    .map(({ id }) => ({ kind: "suggestion-rejected", suggestion: id }));
}
