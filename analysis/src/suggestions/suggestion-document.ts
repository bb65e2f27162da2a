import { codebookState } from "@mehrwert/study";
import type { CodingMaterial } from "../coding/material.ts";
import { leastInterviews, leastPassages } from "./classifier.ts";
import { precisionRecall } from "./precision-recall.ts";
import type { SuggestionLine } from "./suggestion-lines.ts";
import type { SuggestionRun } from "./suggestion-run.ts";

/** Suggestions for programs; what does not exist is null. */
export function suggestionsDocument(
  { title, isSynthetic, project }: CodingMaterial,
  lines: readonly SuggestionLine[],
  softwareVersion: string,
): object {
  return {
    ...{ format: "mehrwert-suggestions", formatVersion: 1 },
    software: { name: "mehrwert", version: softwareVersion },
    project: { title, isSynthetic },
    codebook: { slug: project.codebook.slug, state: codebookState(project) },
    positions: "Unicode code points from 0, end exclusive",
    suggestions: lines.map((line) => ({
      ...line,
      hits: line.hits ?? [],
      checkPolarity: line.checkPolarity ?? false,
      quality: line.quality ?? null,
    })),
  };
}

/** What a run rests on and how well it does, beside its suggestions. */
export function runDocument(run: SuggestionRun, isPreview: boolean): object {
  const { method, known, alreadyCoded, sentences, basis, refusals } = run;
  return {
    ...{ method, isPreview, sentences, known, alreadyCoded, basis },
    minimum: { passages: leastPassages, interviews: leastInterviews },
    quality: run.quality.map(({ quality, ...rest }) => {
      const { precision, recall } = precisionRecall(quality);
      const { right, wrong, missed } = quality;
      return {
        ...rest,
        ...{ right, wrong, missed, precision: precision ?? null, recall: recall ?? null },
      };
    }),
    refusals,
  };
}
