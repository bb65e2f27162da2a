import {
  type Codebook,
  type Issue,
  type KeywordFault,
  type KeywordRule,
  type Language,
  parseKeywordRule,
  type Result,
} from "@mehrwert/study";
import {
  type RuleFinder,
  type RuleHit,
  ruleFinder,
  termsOf,
  type WordSpan,
  wordsBetween,
} from "./keyword-match.ts";
import type { Sentence } from "./sentences.ts";

/** Version of the rules below, named by every suggestion they make. */
export const dictionaryVersion = "1";

/** The keywords of a codebook in one language, ready to be looked for. */
export type Dictionary = {
  language: Language;
  keywords: { code: string; rule: KeywordRule; find: RuleFinder }[];
  negation: { window: number; find: RuleFinder[] };
};

/** A keyword found in a sentence. */
export type KeywordHit = {
  code: string;
  keyword: string;
  spans: WordSpan[];
  /** A negation of the codebook stands within its window of words, before or after, and is no part of the keyword. */
  isNegated: boolean;
};

/**
 * The keywords of all codes that can be coded.
 *
 * @returns every keyword that is no rule, with its code and how to mend it
 */
export function dictionaryOf(
  { codes, negation }: Pick<Codebook, "codes" | "negation">,
  language: Language,
): Result<Dictionary> {
  const issues: Issue[] = [];
  const read = (source: string, path: string) => {
    const rule = parseKeywordRule(source);
    if (!("message" in rule)) return [rule];
    issues.push(keywordIssue(path, source, rule));
    return [];
  };
  const keywords = codes
    .filter(({ isHeading }) => isHeading !== true)
    .flatMap(({ id, keywords: words }) =>
      (words?.[language] ?? []).flatMap((source) =>
        read(source, id).map((rule) => ({
          ...{ code: id, rule },
          find: ruleFinder(rule, language),
        })),
      ),
    );
  const negating = (negation?.words[language] ?? []).flatMap((source) => read(source, "negation"));
  if (issues.length > 0) return { ok: false, issues };
  const find = negating.map((rule) => ruleFinder(rule, language));
  const value = { language, keywords, negation: { window: negation?.window ?? 0, find } };
  return { ok: true, value, warnings: [] };
}

/** What is wrong with a keyword: at which code, as it is written, why, and how to mend it. */
export function keywordIssue(
  path: string,
  keyword: string,
  { message, advice }: KeywordFault,
): Issue {
  return {
    ...{ path, severity: "error", advice },
    message: {
      de: `Stichwort „${keyword}“: ${message.de}`,
      en: `keyword “${keyword}”: ${message.en}`,
    },
  };
}

/** Every keyword found in a sentence, in the order of the codebook. */
export function keywordHits(
  { keywords, negation, language }: Dictionary,
  sentence: Sentence,
): KeywordHit[] {
  const words = termsOf(
    sentence.words.map(({ folded }) => folded),
    language,
  );
  const found = keywords.flatMap(({ code, rule, find }) =>
    find(words).map(({ spans }) => ({ code, keyword: rule.source, spans })),
  );
  if (found.length === 0) return [];
  const negations = negation.find.flatMap((find) => find(words));
  return found.map((hit) => ({ ...hit, isNegated: isNegated(hit, negations, negation.window) }));
}

/** Whether a negation stands at most so many words away; the words of the hit itself do not count. */
export function isNegated(
  { spans }: RuleHit,
  negations: readonly RuleHit[],
  window: number,
): boolean {
  return negations.some((each) =>
    each.spans.some((negation) => {
      const between = spans.map((span) => wordsBetween(span, negation));
      return between.every((words) => words >= 0) && Math.min(...between) < window;
    }),
  );
}
