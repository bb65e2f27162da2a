import { csvText } from "@mehrwert/study";
import type { ScaleAnalysis } from "./scale-analysis.ts";

const columns = [
  ...["scale", "item", "reverse_keyed", "n", "mean", "sd", "item_rest", "alpha_if_dropped"],
  ...["k", "scale_n", "complete", "alpha", "alpha_lower", "alpha_upper", "alpha_standardised"],
  ...["ordinal_alpha", "omega_total", "omega_hierarchical", "score_n", "score_mean", "score_sd"],
  "version",
];

/** One line per item, with the numbers of its scale repeated; an empty cell is a number that does not exist. */
export function scalesCsv(analyses: readonly ScaleAnalysis[], softwareVersion: string): string {
  const lines = analyses.flatMap((analysis) => {
    const { source, alpha, ordinalAlpha, omegaTotal, omegaHierarchical, scores } = analysis;
    const ofScale = [
      ...[analysis.k, analysis.n, analysis.complete],
      ...(alpha.exists
        ? [alpha.raw, ...alpha.interval, alpha.standardised ?? ""]
        : ["", "", "", ""]),
      ordinalAlpha.exists ? ordinalAlpha.value : "",
      omegaTotal.exists ? omegaTotal.value : "",
      omegaHierarchical.exists ? omegaHierarchical.value : "",
      ...[scores.n, scores.mean ?? "", scores.sd ?? "", softwareVersion],
    ];
    return analysis.items.map((item) =>
      [
        ...[source.scale, item.item, Number(item.isReversed), item.n],
        ...[item.mean ?? "", item.sd ?? "", item.itemRest ?? "", item.alphaIfDropped ?? ""],
        ...ofScale,
      ].map(String),
    );
  });
  return csvText([columns, ...lines]);
}
