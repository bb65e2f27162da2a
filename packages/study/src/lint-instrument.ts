import type { Instrument } from "./instrument.ts";
import { lintConditions } from "./lint-instrument/conditions.ts";
import { lintConsent } from "./lint-instrument/consent.ts";
import { lintConstructs } from "./lint-instrument/constructs.ts";
import { lintItems } from "./lint-instrument/items.ts";
import { lintNames } from "./lint-instrument/names.ts";
import { lintRankings } from "./lint-instrument/rankings.ts";
import { lintScales } from "./lint-instrument/scales.ts";
import { lintTexts } from "./lint-instrument/texts.ts";
import { lintWordings } from "./lint-instrument/wordings.ts";
import type { Issue } from "./result.ts";

/**
 * Everything that is wrong with an instrument of the right shape: what would lose answers, confuse participants
 * or make numbers meaningless. Errors refuse it; warnings are for its author to judge.
 *
 * @example lintInstrument(instrument).filter((issue) => issue.severity === "error") // []
 */
export function lintInstrument(instrument: Instrument): Issue[] {
  return [
    lintNames,
    lintConsent,
    lintConditions,
    lintItems,
    lintScales,
    lintConstructs,
    lintRankings,
    lintWordings,
    lintTexts,
  ].flatMap((rule) => rule(instrument));
}
