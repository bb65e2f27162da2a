import { noWorthsSentence } from "../covariates/no-worths-sentence.ts";
import { sourceDocument } from "../covariates/source-document.ts";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import type { NoStudyPlan, StudyPlan } from "./study-plan.ts";

const method =
  "simulated Plackett–Luce studies; two-sided Wald test of neighbouring log-worths in the right direction; n for the target power from the mean standard error at the largest size";

/** The plan as a plain object for programs; what does not exist is null beside its reason. */
export function planDocument(
  plan: StudyPlan | NoStudyPlan,
  source: RankingSource | undefined,
  softwareVersion: string,
): object {
  const head = {
    analysis: "plan",
    ...(source === undefined ? {} : { like: sourceDocument(source) }),
    version: softwareVersion,
    method,
  };
  if (!plan.exists)
    return {
      ...head,
      ...{ neighbours: null, reason: plan.reason },
      meaning: noWorthsSentence(plan.reason, plan.items),
    };
  return {
    ...head,
    assumed: plan.from,
    items: plan.items.map(({ item, name, place, worth, logWorth }) => {
      return { item, name, place, worth, logWorthCentred: logWorth };
    }),
    neighbours: plan.neighbours.map(({ higher, lower, difference, results, needed }) => ({
      ...{ place: higher.place, higher: higher.item, lower: lower.item, difference },
      power: results,
      needed: needed.map(({ top, n, reason }) => ({
        ...{ top, n: n ?? null },
        ...(reason !== undefined && { reason }),
      })),
    })),
    minority:
      plan.minority === undefined
        ? null
        : {
            ...{ share: plan.minority.share, item: plan.minority.item.item },
            ...{ method: "BIC prefers two classes to one", found: plan.minority.results },
          },
    ...{ draws: plan.draws, notFitted: plan.notFitted, seed: plan.seed },
    ...{ level: plan.level, targetPower: plan.targetPower },
  };
}
