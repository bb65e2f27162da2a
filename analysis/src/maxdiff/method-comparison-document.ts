import type { MethodComparison, NoMethodComparison } from "./compare-with-ranking.ts";
import { noMethodComparisonText } from "./method-comparison-sentences.ts";

/** Ranking beside MaxDiff as a plain object for programs; null beside its reason where they cannot be compared. */
export function methodComparisonDocument(
  comparison: MethodComparison | NoMethodComparison,
): object {
  if (!comparison.exists) {
    const { exists: _, ...reason } = comparison;
    return { items: null, ...reason, meaning: noMethodComparisonText(comparison) };
  }
  const { likelihood, n, items, same, sameUpToScale, errors, seed, draws } = comparison;
  const { kendallTau = null, spearmanRho = null } = comparison;
  return {
    ...{ n, likelihood, errors, seed, draws },
    method:
      "Plackett-Luce log-worths beside MaxDiff utilities, both centred; utilities divided by the common scale; Wald tests (minimum distance), chi-square; Holm over items; intervals 95 %, those of the correlations from redrawn estimates",
    scale: sameUpToScale.scale,
    scaleInterval: sameUpToScale.scaleInterval ?? null,
    tests: {
      sameUpToScale: withoutScale(sameUpToScale),
      same: withoutScale(same),
    },
    ...{ kendallTau, spearmanRho },
    items: items.map(({ name, ranking, maxDiff, utilityCentred, difference }) => ({
      ...{ item: name, ranking, maxDiff, utilityCentred, difference },
    })),
  };
}

function withoutScale({ chiSquare, df, p }: MethodComparison["same"]): object {
  return { chiSquare, df, p };
}
