import {
  type NoMaximumReason,
  type PlackettLuceFit,
  plackettLuce,
  type RankConfidenceSets,
  type Rankings,
  rankConfidenceSets,
} from "@mehrwert/statistics";
import type { Language, LocalizedText } from "@mehrwert/study";
import type { RankedItem } from "../ranking-source/ranking-source.ts";
import { absent } from "./absent-statistics.ts";
import type { NoWorths } from "./ranking-analysis.ts";

const most = { draws: 20_000, work: 60_000_000 };

/** Plackett–Luce worths, or why there are none, with the items by name. */
export function worthsOf(
  rankings: Rankings,
  items: readonly RankedItem[],
  pseudo: boolean,
): PlackettLuceFit | NoWorths {
  const fit = plackettLuce(rankings, { prior: pseudo ? "pseudo" : "none" });
  if (fit.exists) return fit;
  const named = (groups: readonly number[][]) =>
    groups.map((group) => group.map((item) => items[item]?.item ?? ""));
  const isTied = rankings.n > 0 && items.length > 1 && rankings.ranks.every((rank) => rank === 1);
  return {
    exists: false,
    ...(isTied
      ? absent("logWorth", "everything-tied")
      : { reason: fit.reason, text: noWorthsText(fit, items) }),
    parts: named(fit.parts),
    components: named(fit.components),
  };
}

/** Which ranks each item may really have, all items at once. */
export function rankSetsOf(fit: PlackettLuceFit, seed: number): RankConfidenceSets | undefined {
  const k = fit.logWorthCentred.length;
  return rankConfidenceSets({
    estimates: fit.logWorthCentred,
    covariance: fit.covariance,
    ...{ higherIsBetter: true, kind: "simultaneous", seed },
    draws: Math.max(1000, Math.min(most.draws, Math.floor(most.work / (k * k)))),
  });
}

function noWorthsText(
  fit: { reason: NoMaximumReason; parts: number[][]; components: number[][] },
  items: readonly RankedItem[],
): LocalizedText {
  const list = (groups: readonly number[][], language: Language) =>
    groups
      .map((group) => `{${group.map((item) => items[item]?.label[language] ?? "").join(", ")}}`)
      .join("; ");
  const sentences: Record<NoMaximumReason, LocalizedText> = {
    "one-item": {
      de: "Worths gibt es nicht: Es ist nur eine Option da.",
      en: "There are no worths: there is only one option.",
    },
    "nothing-compared": {
      de: "Worths gibt es nicht: Niemand hat zwei Optionen miteinander verglichen.",
      en: "There are no worths: nobody compared two options with each other.",
    },
    disconnected: {
      de: `Worths gibt es nicht: Diese Gruppen wurden nie miteinander verglichen: ${list(fit.parts, "de")}.`,
      en: `There are no worths: these groups were never compared with each other: ${list(fit.parts, "en")}.`,
    },
    "one-sided": {
      de: `Worths gibt es nicht, sie wären unendlich: Alle stellen jede frühere dieser Gruppen vor jede spätere: ${list(fit.components, "de")}.`,
      en: `There are no worths, they would be infinite: everybody places each earlier of these groups before each later one: ${list(fit.components, "en")}.`,
    },
    diverges: {
      de: "Worths gibt es nicht: Die Schätzung findet kein Maximum.",
      en: "There are no worths: the estimation finds no maximum.",
    },
  };
  return sentences[fit.reason];
}
