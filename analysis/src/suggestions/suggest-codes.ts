import type { Result, StandingAssignment } from "@mehrwert/study";
import { type CodingMaterial, presentTranscript } from "../coding/material.ts";
import { shared } from "./coded-sentences.ts";
import { type FoundSuggestion, suggestionId } from "./found-suggestion.ts";
import { spokenSentences } from "./sentences.ts";
import {
  byClassifier,
  byDictionary,
  codedMaterial,
  placeOf,
  subtree,
} from "./suggestion-methods.ts";
import type { SuggestionRun, SuggestSettings } from "./suggestion-run.ts";

/**
 * Suggests codes for sentences. The same project, settings and version give the same suggestions with the same ids:
 * neither method has anything random in it.
 *
 * The language of a transcript is its own if it is known, else the first of the codebook.
 * @returns every keyword of the codebook that is no rule
 */
export async function suggestCodes(
  material: CodingMaterial,
  settings: SuggestSettings,
): Promise<Result<SuggestionRun>> {
  const { project } = material;
  const { method, person, codes, speakers } = settings;
  const sentences = project.documents.flatMap(({ id }) =>
    spokenSentences(presentTranscript(material, id), speakers),
  );
  const coded = codedMaterial(material, sentences, settings);
  const result =
    method === "dictionary"
      ? byDictionary(material, sentences, coded)
      : byClassifier(material, sentences, coded);
  if (!result.ok) return result;
  const { found, ...rest } = result.value;
  const wanted = codes && new Set(codes.flatMap((id) => subtree(material, id)));
  const asked = found.filter(({ code }) => wanted?.has(code) ?? true);
  const own = project.assignments.filter(({ coder }) => coder === person);
  const uncoded = asked.filter((each) => !isCoded(each, own));
  const before = new Set(
    project.suggestions.filter(({ added }) => added.person === person).map(keyOf),
  );
  const fresh = uncoded.filter((each) => !before.has(keyOf(each)));
  const suggestions = await Promise.all(
    fresh.map(async (each) => ({ id: await suggestionId(person, each), ...each })),
  );
  return {
    ok: true,
    value: {
      ...{ method, suggestions, sentences: sentences.length, ...rest },
      known: uncoded.length - fresh.length,
      alreadyCoded: asked.length - uncoded.length,
    },
    warnings: [],
  };
}

function isCoded(
  { code, excerpt }: FoundSuggestion,
  assignments: readonly StandingAssignment[],
): boolean {
  return assignments.some((each) => each.code === code && shared(each.excerpt, excerpt) > 0);
}

function keyOf(each: Pick<FoundSuggestion, "by" | "code" | "excerpt">): string {
  return `${each.by} ${placeOf(each)}`;
}
