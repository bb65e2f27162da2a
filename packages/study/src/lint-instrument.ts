import type { Instrument } from "./instrument.ts";
import { lintAccessBarriers } from "./lint-instrument/access-barriers.ts";
import { lintAssigned } from "./lint-instrument/assigned.ts";
import { lintBands } from "./lint-instrument/bands.ts";
import { lintColumns } from "./lint-instrument/columns.ts";
import { lintConditions } from "./lint-instrument/conditions.ts";
import { lintConsent } from "./lint-instrument/consent.ts";
import { lintConstructs } from "./lint-instrument/constructs.ts";
import { lintDecisions } from "./lint-instrument/decisions.ts";
import { lintIndices } from "./lint-instrument/indices.ts";
import { lintItems } from "./lint-instrument/items.ts";
import { lintMaxdiff } from "./lint-instrument/maxdiff.ts";
import { lintNames } from "./lint-instrument/names.ts";
import { lintRandomOrders } from "./lint-instrument/random-orders.ts";
import { lintAlternatives } from "./lint-instrument/ranking-alternatives.ts";
import { lintRankings } from "./lint-instrument/rankings.ts";
import { lintScales } from "./lint-instrument/scales.ts";
import { lintStatementRounds } from "./lint-instrument/statement-rounds.ts";
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
    lintColumns,
    lintConsent,
    lintConditions,
    lintItems,
    lintScales,
    lintConstructs,
    lintRankings,
    lintMaxdiff,
    lintAlternatives,
    lintBands,
    lintStatementRounds,
    lintDecisions,
    lintAssigned,
    lintRandomOrders,
    lintIndices,
    lintWordings,
    lintTexts,
    lintAccessBarriers,
  ].flatMap((rule) => rule(instrument));
}
