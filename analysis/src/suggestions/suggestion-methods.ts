import {
  codebookState,
  codeSubtree,
  type Excerpt,
  type Language,
  type Result,
} from "@mehrwert/study";
import type { CodingMaterial } from "../coding/material.ts";
import { classify } from "./classifier.ts";
import { classifierSuggestions } from "./classifier-suggestions.ts";
import { type CodedSentences, codedSentences } from "./coded-sentences.ts";
import { type Dictionary, dictionaryOf } from "./dictionary.ts";
import { dictionarySuggestions } from "./dictionary-suggestions.ts";
import type { FoundSuggestion } from "./found-suggestion.ts";
import type { Sentence } from "./sentences.ts";
import { type CodeQuality, codeQuality } from "./suggestion-quality.ts";
import type { SuggestionRun, SuggestSettings } from "./suggestion-run.ts";

/** The language in which a document is read. */
export function languageOf({ project }: Pick<CodingMaterial, "project">, id: string): Language {
  const document = project.documents.find((each) => each.id === id);
  return document?.language ?? project.codebook.languages[0] ?? "de";
}

/** The codebook and its state, as the names of suggestions give them. */
export function codebookName({ project }: Pick<CodingMaterial, "project">): string {
  return `${project.codebook.slug} ${codebookState(project)}`;
}

/** What a method finds, and how well it does. */
export type Found = Pick<SuggestionRun, "quality" | "refusals" | "basis"> & {
  found: FoundSuggestion[];
};

/** What people coded, as far as it is asked for. */
export type Coded = { codes: CodedSentences[]; basis: SuggestionRun["basis"] };

/** Which sentences have which codes, by the coders and for the codes that are asked for. */
export function codedMaterial(
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

/** By the keywords of the codebook, in the language of each transcript. */
export function byDictionary(
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

/** By a model of what is coded. */
export function byClassifier(
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

/** The names of a code and of all below it. */
export function subtree({ project }: CodingMaterial, id: string): string[] {
  return codeSubtree(project.codebook, id).map((code) => code.id);
}

/** Code and passage as one word. */
export function placeOf({
  code,
  excerpt: { document, version, start, end },
}: {
  code: string;
  excerpt: Excerpt;
}): string {
  return [code, document, version, start, end].join(" ");
}
