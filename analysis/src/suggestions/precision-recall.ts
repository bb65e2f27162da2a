import type { SuggestionQuality } from "@mehrwert/study";

/**
 * Share of the suggestions that were right, and share of the coded sentences that were found; 0 to 1. Undefined where
 * nothing was suggested, or nothing coded.
 *
 * @example precisionRecall({ right: 3, wrong: 1, missed: 3 }) // { precision: 0.75, recall: 0.5 }
 */
export function precisionRecall({
  right,
  wrong,
  missed,
}: Pick<SuggestionQuality, "right" | "wrong" | "missed">): {
  precision: number | undefined;
  recall: number | undefined;
} {
  return {
    precision: right + wrong === 0 ? undefined : right / (right + wrong),
    recall: right + missed === 0 ? undefined : right / (right + missed),
  };
}
