import { csvText } from "@mehrwert/study";
import type { Compared } from "./comparison-report.ts";
import type { CovariateScreening, RankingComparison } from "./ranking-comparison.ts";

type Cell = string | number | undefined;

/** By one answer: a line per group and item. By all: a line per answer. An empty cell is a number that does not exist. */
export function comparisonCsv(compared: Compared): string {
  const lines =
    compared.by === "all"
      ? screeningLines(compared.screening)
      : compared.comparison.exists
        ? groupLines(compared.comparison)
        : [];
  const [first = []] = lines;
  return csvText([
    first.map(([name]) => name),
    ...lines.map((line) => line.map(([, value]) => (value === undefined ? "" : String(value)))),
  ]);
}

function groupLines(comparison: RankingComparison): [string, Cell][][] {
  const { groups, items, values, contrasts, overall, variable } = comparison;
  return groups.flatMap((group, g) =>
    items.map(({ item, name }, index): [string, Cell][] => {
      const own = values[g]?.[index];
      const contrast = contrasts.find((each) => each.group === group.name && each.item === item);
      return [
        ["by", variable],
        ["group", group.name],
        ["group_label", group.label.en],
        ["n", group.n],
        ["item", item],
        ["name", name],
        ["n_shown", own?.n],
        ["mean_rank", own?.meanRank],
        ["mean_rank_lower", own?.meanRankInterval?.[0]],
        ["mean_rank_upper", own?.meanRankInterval?.[1]],
        ["worth", own?.worth],
        ["worth_lower", own?.worthInterval?.[0]],
        ["worth_upper", own?.worthInterval?.[1]],
        ["log_worth_centred", own?.logWorthCentred],
        ["standard_error", own?.standardError],
        ["against", contrast?.against],
        ["difference", contrast?.difference],
        ["rank_difference", contrast?.rankDifference],
        ["p", contrast?.p],
        ["p_holm", contrast?.pAdjusted],
        ["likelihood_ratio", overall.exists ? overall.value : undefined],
        ["likelihood_ratio_df", overall.exists ? overall.df : undefined],
        ["likelihood_ratio_p", overall.exists ? overall.p : undefined],
      ];
    }),
  );
}

function screeningLines({ tests }: CovariateScreening): [string, Cell][][] {
  return tests.map(({ variable, label, groups, test, itemTest, ...p }) => [
    ["variable", variable],
    ["label_de", label.de],
    ["label_en", label.en],
    ["groups", groups.length],
    ["n", groups.reduce((sum, { n }) => sum + n, 0)],
    ["likelihood_ratio", test.exists ? test.value : undefined],
    ["likelihood_ratio_df", test.exists ? test.df : undefined],
    ["likelihood_ratio_p", test.exists ? test.p : undefined],
    ["reason", test.exists ? undefined : test.reason],
    ["clearest_item", itemTest?.item],
    ["clearest_item_p", itemTest?.p],
    ["p", p.p],
    ["p_holm", p.pAdjusted],
    ["p_benjamini_hochberg", p.pFalseDiscovery],
  ]);
}
