import { type Dictionary, dictionaryVersion, type KeywordHit, keywordHits } from "./dictionary.ts";
import type { FoundSuggestion } from "./found-suggestion.ts";
import type { Sentence } from "./sentences.ts";

/**
 * Sentences in which keywords of a code are found, one suggestion for each code of a sentence.
 *
 * Score: which share of all keywords found in the sentence hints at this code; 1 if no other code is hinted at. It says
 * how clear the hint is among the codes, not how likely the code is right.
 * @param state of the codebook, for the name of the rule
 */
export function dictionarySuggestions(
  dictionary: Dictionary,
  sentences: readonly Sentence[],
  state: string,
): FoundSuggestion[] {
  return sentences.flatMap((sentence) => {
    const hits = keywordHits(dictionary, sentence);
    const codes = [...new Set(hits.map(({ code }) => code))];
    return codes.map((code): FoundSuggestion => {
      const own = hits.filter((hit) => hit.code === code);
      const { document, version, start, end } = sentence;
      return {
        ...{ excerpt: { document, version, start, end }, code, by: "rule" },
        name: ruleName(own, state),
        score: Math.round((own.length / hits.length) * 1000) / 1000,
        hits: places(own, sentence),
        ...(own.some(({ isNegated }) => isNegated) && { checkPolarity: true }),
      };
    });
  });
}

/** The keywords, the codebook and the version of the rules: `vorschreib*; zwing* (community-manager 1.0.0, rules 1)`. */
function ruleName(hits: readonly KeywordHit[], state: string): string {
  const basis = ` (${state}, rules ${dictionaryVersion})`;
  const keywords = [...new Set(hits.map(({ keyword }) => keyword))].join("; ");
  const room = 200 - basis.length;
  return `${keywords.length > room ? `${keywords.slice(0, room - 1)}…` : keywords}${basis}`;
}

function places(
  hits: readonly KeywordHit[],
  { words }: Sentence,
): NonNullable<FoundSuggestion["hits"]> {
  const spans = hits.flatMap((hit) => hit.spans);
  const ranges = spans.map(({ first, last }) => ({
    start: words[first]?.start ?? 0,
    end: words[last]?.end ?? 1,
  }));
  const once = new Map(ranges.map((range) => [`${range.start} ${range.end}`, range]));
  return [...once.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
