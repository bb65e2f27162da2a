import { type KeywordRule, lineOf, parseKeywordRule, type Result } from "@mehrwert/study";
import { type CodingMaterial, presentTranscript } from "../coding/material.ts";
import { type Dictionary, dictionaryOf, keywordHits, keywordIssue } from "./dictionary.ts";
import { ruleFinder } from "./keyword-match.ts";
import { type Sentence, spokenSentences } from "./sentences.ts";
import { languageOf } from "./suggestion-methods.ts";

/** A keyword where it stands, with so many characters before and after it. */
export type KeywordInContext = {
  document: string;
  version: number;
  line: number;
  /** The words found, from the first to the last of them; code points, end exclusive. */
  start: number;
  end: number;
  before: string;
  found: string;
  after: string;
  /** Undefined where a rule was typed that belongs to no code. */
  code: string | undefined;
  keyword: string;
  isNegated: boolean;
};

/** What to look for: a rule as typed, or the keywords of some codes (undefined: of all). */
export type KeywordQuery = { rule: string } | { codes: ReadonlySet<string> | undefined };

/**
 * Every place of a rule, or of the codebook's keywords, in the order of the texts. Nothing is changed by looking.
 *
 * @param context characters of the same turn shown before and after
 * @returns every keyword that is no rule
 */
export function keywordsInContext(
  material: CodingMaterial,
  query: KeywordQuery,
  { context, speakers }: { context: number; speakers?: readonly string[] },
): Result<KeywordInContext[]> {
  const typed = "rule" in query ? parseKeywordRule(query.rule) : undefined;
  if (typed !== undefined && "message" in typed && "rule" in query) {
    return { ok: false, issues: [keywordIssue("–", query.rule, typed)] };
  }
  const rule = typed !== undefined && !("message" in typed) ? typed : undefined;
  const lines: KeywordInContext[] = [];
  for (const { id } of material.project.documents) {
    const dictionary = dictionaryFor(material, id, rule);
    if (!dictionary.ok) return dictionary;
    for (const sentence of spokenSentences(presentTranscript(material, id), speakers)) {
      const found = linesOf(material, sentence, { dictionary: dictionary.value, context });
      const codes = "codes" in query ? query.codes : undefined;
      lines.push(...found.filter(({ code }) => code === undefined || (codes?.has(code) ?? true)));
    }
  }
  return { ok: true, value: lines, warnings: [] };
}

/** The keywords of the codebook; or the typed rule alone, with the codebook's negations. */
function dictionaryFor(
  material: CodingMaterial,
  document: string,
  rule: KeywordRule | undefined,
): Result<Dictionary> {
  const language = languageOf(material, document);
  const { codebook } = material.project;
  if (rule === undefined) return dictionaryOf(codebook, language);
  const { negation } = codebook;
  const empty = dictionaryOf({ codes: [], ...(negation !== undefined && { negation }) }, language);
  if (!empty.ok) return empty;
  const keywords = [{ code: "", rule, find: ruleFinder(rule, language) }];
  return { ok: true, value: { ...empty.value, keywords }, warnings: [] };
}

function linesOf(
  material: CodingMaterial,
  sentence: Sentence,
  { dictionary, context }: { dictionary: Dictionary; context: number },
): KeywordInContext[] {
  const { positions, lines, turns } = presentTranscript(material, sentence.document);
  const turn = turns.find(({ number }) => number === sentence.turn);
  return keywordHits(dictionary, sentence)
    .map((hit): KeywordInContext => {
      const places = hit.spans.flatMap(({ first, last }) => [
        sentence.words[first]?.start ?? sentence.start,
        sentence.words[last]?.end ?? sentence.end,
      ]);
      const [start, end] = [Math.min(...places), Math.max(...places)];
      const from = Math.max(turn?.wordsStart ?? 0, start - context);
      const to = Math.min(turn?.end ?? positions.length, end + context);
      return {
        ...{ document: sentence.document, version: sentence.version, start, end },
        line: lineOf(lines, start),
        before: positions.slice(from, start).replace(/\s+/gu, " "),
        found: positions.slice(start, end),
        after: positions.slice(end, to).replace(/\s+/gu, " "),
        code: hit.code === "" ? undefined : hit.code,
        ...{ keyword: hit.keyword, isNegated: hit.isNegated },
      };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
