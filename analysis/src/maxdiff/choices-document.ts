import { csvText } from "@mehrwert/study";
import type { ChoicesAnalysis } from "./analyse-choices.ts";
import type { MethodComparison, NoMethodComparison } from "./compare-with-ranking.ts";
import { methodComparisonDocument } from "./method-comparison-document.ts";
import { separatedText } from "./separated-text.ts";

const methodOf = (likelihood: string) =>
  `best-worst conditional logit, likelihood: ${likelihood}; maximum likelihood, first item (alphabetically) as reference 0`;

/**
 * Best–worst choices as a plain object for programs; what does not exist is null beside its reason.
 * `comparison` stands in it only if a ranking was given, too.
 */
export function choicesDocument(
  analysis: ChoicesAnalysis,
  softwareVersion: string,
  comparison?: MethodComparison | NoMethodComparison,
): object {
  const { source, fit, design, likelihood } = analysis;
  const named = (items: readonly number[]) => items.map((item) => source.items[item] ?? "");
  return {
    ...{ format: "mehrwert-maxdiff", formatVersion: 1 },
    software: { name: "mehrwert", version: softwareVersion },
    version: softwareVersion,
    seed: null,
    origin: { File: source.fileName },
    n: source.choices.respondentCount,
    tasks: source.choices.tasks.length,
    likelihood,
    method: methodOf(likelihood),
    intervalMethods: {
      bestInterval: "Wilson, 95 %",
      worstInterval: "Wilson, 95 %",
      scoreInterval: "spread between respondents, Student's t, 95 %",
      utilityInterval: "of utilityCentred: Wald, 95 %, robust standard errors where they exist",
    },
    ...(fit.exists
      ? {
          ...{ logLikelihood: fit.logLikelihood, nullLogLikelihood: fit.nullLogLikelihood },
          ...{ df: fit.df, iterations: fit.iterations },
        }
      : {
          ...{ logLikelihood: null, reason: fit.reason },
          meaning: separatedText(analysis),
          components: fit.components.map(named),
        }),
    orderedBy: analysis.orderedBy,
    /** Utility 0, standard error 0; `utilityCentred` has mean 0 instead. */
    reference: source.items[0] ?? null,
    items: analysis.items.map(({ name, item: _, individual, ...numbers }) => ({
      item: name,
      ...numbers,
      score: numbers.score ?? null,
      utility: numbers.utility ?? null,
      standardError: numbers.standardError ?? null,
      individual: individual ?? null,
    })),
    design: {
      isItemBalanced: design.isItemBalanced,
      isPairBalanced: design.isPairBalanced,
      unmetPairs: design.unmetPairs.map(named),
      parts: design.parts.map(named),
      pairs: design.pairs,
      positions: design.positions,
    },
    ...(comparison !== undefined && { comparison: methodComparisonDocument(comparison) }),
  };
}

/** One line per item; an empty cell is a number that does not exist. */
export function choicesCsv(analysis: ChoicesAnalysis, softwareVersion: string): string {
  const head = [
    ...["item", "position", "shown", "best", "worst", "score", "score_lower", "score_upper"],
    ...["utility", "standard_error", "utility_centred", "standard_error_centred"],
    ...["robust_standard_error_centred", "choice_share", "reliability", "n", "likelihood"],
    "version",
  ];
  const lines = analysis.items.map((item) =>
    [
      ...[item.name, item.position, item.shown, item.best, item.worst, item.score],
      ...[item.scoreInterval?.[0], item.scoreInterval?.[1], item.utility, item.standardError],
      ...[item.utilityCentred, item.standardErrorCentred, item.robustStandardErrorCentred],
      ...[item.choiceShare, item.individual?.reliability, analysis.source.choices.respondentCount],
      ...[analysis.likelihood, softwareVersion],
    ].map((cell) => (cell === undefined ? "" : String(cell))),
  );
  return csvText([head, ...lines]);
}
