import { plackettLuce } from "@mehrwert/statistics";
import type { RankedItem, RankingSource } from "../ranking-source/ranking-source.ts";
import type { AssumedItem, NoStudyPlan } from "./study-plan.ts";

/** Takes the worths estimated from rankings for true. */
export function itemsLike({ rankings, items }: RankingSource): AssumedItem[] | NoStudyPlan {
  const fit = plackettLuce(rankings);
  if (!fit.exists) {
    const blamed = fit.reason === "disconnected" ? smallestOf(fit.parts) : fit.components[0];
    const isNamed = fit.reason === "disconnected" || fit.reason === "one-sided";
    return {
      ...{ exists: false, reason: fit.reason },
      items: isNamed ? (blamed ?? []).flatMap((item) => items[item] ?? []) : [],
    };
  }
  return inOrder(items, fit.logWorthCentred);
}

function smallestOf(parts: readonly number[][]): number[] | undefined {
  return parts.toSorted((a, b) => a.length - b.length)[0];
}

/** Takes given worths for true; only their proportions matter. */
export function itemsOfWorths(
  items: readonly RankedItem[],
  worths: readonly number[],
): AssumedItem[] {
  return inOrder(items, worths.map(Math.log));
}

function inOrder(items: readonly RankedItem[], logWorths: readonly number[]): AssumedItem[] {
  const mean = logWorths.reduce((sum, value) => sum + value, 0) / logWorths.length;
  const total = logWorths.reduce((sum, value) => sum + Math.exp(value - mean), 0);
  return items
    .map((item, index) => {
      const logWorth = (logWorths[index] ?? 0) - mean;
      return { ...item, logWorth, worth: Math.exp(logWorth) / total, place: 0 };
    })
    .sort((a, b) => b.logWorth - a.logWorth)
    .map((item, index) => ({ ...item, place: index + 1 }));
}
