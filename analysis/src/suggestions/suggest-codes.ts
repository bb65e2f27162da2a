import {
  type CodeSuggestion,
  codebookState,
  codeSubtree,
  type Excerpt,
  type Language,
  type Result,
  type StandingAssignment,
} from "@mehrwert/study";
import { type CodingMaterial, presentTranscript } from "../coding/material.ts";
import { type CodeRefusal, classify } from "./classifier.ts";
import { classifierSuggestions } from "./classifier-suggestions.ts";
import { type CodedSentences, codedSentences, shared } from "./coded-sentences.ts";
import { type Dictionary, dictionaryOf } from "./dictionary.ts";
import { dictionarySuggestions } from "./dictionary-suggestions.ts";
import { type FoundSuggestion, suggestionId } from "./found-suggestion.ts";
import { type Sentence, spokenSentences } from "./sentences.ts";
import { type CodeQuality, codeQuality } from "./suggestion-quality.ts";

/** By keywords of the codebook, or by a model of what is coded. */
export type SuggestionMethod = "dictionary" | "classifier";

/** For whom, how and where to look. */
export type SuggestSettings = {
  /** Whoever asks; what this person coded already is not suggested. */
  person: string;
  method: SuggestionMethod;
  /** Codes with everything below them; absent: all. */
  codes?: readonly string[];
  /** Speakers that are looked at; absent: all but the interviewer. */
  speakers?: readonly string[];
  /** Whose codings the model learns from and quality is held against; absent: everybody's. */
  coders?: readonly string[];
};

/** What a run suggests, and what must be known beside it. */
export type SuggestionRun = {
  method: SuggestionMethod;
  /** Those that are new, in the order of documents and passages. */
  suggestions: CodeSuggestion[];
  /** Found, but made before: open, accepted or rejected. */
  known: number;
  /** Found, but this person coded an overlapping passage with the code. */
  alreadyCoded: number;
  /** Sentences that were looked at. */
  sentences: number;
  /**
   * How suggestions do, code by code, against what was coded. Model: each interview judged by a model of the others.
   * Dictionary: of every code that was coded or hinted at.
   */
  quality: CodeQuality[];
  /** Model only: codes for which it was not made. */
  refusals: CodeRefusal[];
  /** Whose codings of which interviews this rests on. */
  basis: { coders: string[]; interviews: string[] };
};

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

/** The language in which a document is read. */
export function languageOf({ project }: Pick<CodingMaterial, "project">, id: string): Language {
  const document = project.documents.find((each) => each.id === id);
  return document?.language ?? project.codebook.languages[0] ?? "de";
}

/** The codebook and its state, as the names of suggestions give them. */
export function codebookName({ project }: Pick<CodingMaterial, "project">): string {
  return `${project.codebook.slug} ${codebookState(project)}`;
}

type Found = Pick<SuggestionRun, "quality" | "refusals" | "basis"> & {
  found: FoundSuggestion[];
};

/** What people coded, as far as it is asked for. */
type Coded = { codes: CodedSentences[]; basis: SuggestionRun["basis"] };

function codedMaterial(
  material: CodingMaterial,
  sentences: readonly Sentence[],
  { codes, coders }: SuggestSettings,
): Coded {
  const { codebook, assignments } = material.project;
  const used = assignments.filter(({ coder }) => coders?.includes(coder) ?? true);
  const wanted = codes && new Set(codes.flatMap((id) => subtree(material, id)));
  return {
    codes: codebook.codes
      .filter(({ id, isHeading }) => isHeading !== true && (wanted?.has(id) ?? true))
      .map(({ id }) => codedSentences(id, sentences, used)),
    basis: {
      coders: [...new Set(used.map(({ coder }) => coder))].sort(),
      interviews: [...new Set(used.map(({ excerpt }) => excerpt.document))],
    },
  };
}

function byDictionary(
  material: CodingMaterial,
  sentences: readonly Sentence[],
  { codes, basis }: Coded,
): Result<Found> {
  const { codebook, documents } = material.project;
  const dictionaries = new Map<Language, Dictionary>();
  for (const language of new Set(documents.map(({ id }) => languageOf(material, id)))) {
    const dictionary = dictionaryOf(codebook, language);
    if (!dictionary.ok) return dictionary;
    dictionaries.set(language, dictionary.value);
  }
  const found = documents.flatMap(({ id }) => {
    const dictionary = dictionaries.get(languageOf(material, id));
    const own = sentences.filter(({ document }) => document === id);
    return dictionary === undefined
      ? []
      : dictionarySuggestions(dictionary, own, codebookName(material));
  });
  const hinted = new Set(found.map(placeOf));
  const interviews = new Set(basis.interviews);
  const quality = codes.map((coded) => {
    const places = sentences.map((sentence) => placeOf({ code: coded.code, excerpt: sentence }));
    return codeQuality(coded, sentences, (at) => hinted.has(places[at] ?? ""), interviews);
  });
  const isMet = ({ quality: { right, wrong, missed } }: CodeQuality) => right + wrong + missed > 0;
  return {
    ok: true,
    value: { found, quality: quality.filter(isMet), refusals: [], basis },
    warnings: [],
  };
}

function byClassifier(
  material: CodingMaterial,
  sentences: readonly Sentence[],
  { codes, basis }: Coded,
): Result<Found> {
  const { estimates, refusals } = classify(sentences, codes, new Set(basis.interviews));
  const name = `${basis.coders.join(", ")}; ${codebookName(material)}`;
  const found = classifierSuggestions(sentences, estimates, name);
  const quality = estimates.map(({ estimates: _, ...rest }) => rest);
  return { ok: true, value: { found, quality, refusals, basis }, warnings: [] };
}

function subtree({ project }: CodingMaterial, id: string): string[] {
  return codeSubtree(project.codebook, id).map((code) => code.id);
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

function placeOf({
  code,
  excerpt: { document, version, start, end },
}: {
  code: string;
  excerpt: Excerpt;
}): string {
  return [code, document, version, start, end].join(" ");
}
