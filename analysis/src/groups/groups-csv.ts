import { csvText } from "@mehrwert/study";
import type { LatentGroups, NoLatentGroups } from "./latent-groups.ts";

const columns = [
  "classes",
  "chosen",
  "log_likelihood",
  "bic",
  "icl",
  "class",
  "share",
  "share_low",
  "share_high",
  "item",
  "name",
  "place",
  "worth",
  "worth_low",
  "worth_high",
  "mean_rank",
  "mean_rank_low",
  "mean_rank_high",
  "n",
  "seed",
  "starts",
  "pseudo_choices",
];

/** One line per number of groups, group and item; an empty cell is a number that does not exist. */
export function groupsCsv(groups: LatentGroups | NoLatentGroups): string {
  const lines = groups.exists ? linesOf(groups) : [];
  return csvText([columns, ...lines.map((cells) => cells.map(String))]);
}

function linesOf(groups: LatentGroups): (string | number)[][] {
  const { n, seed, starts, prior, chosen } = groups;
  return groups.fits.flatMap((fit) =>
    fit.classes.flatMap((each) =>
      each.items.map((item) => [
        ...[fit.classCount, fit.classCount === chosen ? 1 : 0, fit.logLikelihood, fit.bic, fit.icl],
        ...[each.name, each.share, each.interval?.[0] ?? "", each.interval?.[1] ?? ""],
        ...[item.item, item.name, item.place],
        ...[item.worth, item.worthInterval?.[0] ?? "", item.worthInterval?.[1] ?? ""],
        ...[
          item.meanRank ?? "",
          item.meanRankInterval?.[0] ?? "",
          item.meanRankInterval?.[1] ?? "",
        ],
        ...[n, seed, starts, prior],
      ]),
    ),
  );
}
