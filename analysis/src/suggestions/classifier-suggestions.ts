import { type CodeEstimate, classifierVersion, leastEstimate } from "./classifier.ts";
import type { FoundSuggestion } from "./found-suggestion.ts";
import type { Sentence } from "./sentences.ts";

/**
 * Sentences that the model takes for passages of a code, each with the model, its estimate and how well it does for the
 * code.
 *
 * @param basis whose codings by which codebook, for the name of the model
 */
export function classifierSuggestions(
  sentences: readonly Sentence[],
  estimates: readonly CodeEstimate[],
  basis: string,
): FoundSuggestion[] {
  const name = `n-gram model ${classifierVersion} (${basis})`.slice(0, 200);
  return sentences.flatMap(({ document, version, start, end }, at) =>
    estimates.flatMap(({ code, quality, estimates: own }): FoundSuggestion[] => {
      const score = own[at] ?? 0;
      if (score < leastEstimate) return [];
      return [
        {
          ...{ excerpt: { document, version, start, end }, code, by: "model", name, quality },
          score: Math.round(score * 1000) / 1000,
        },
      ];
    }),
  );
}
