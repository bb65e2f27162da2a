import { csvText } from "@mehrwert/study";
import type { NoStudyPlan, StudyPlan } from "./study-plan.ts";

const columns = [
  "what",
  "place",
  "higher",
  "lower",
  "difference",
  "places_given",
  "n",
  "found_share",
  "found_lower",
  "found_upper",
  "draws",
  "n_for_target",
  "target_power",
  "level",
  "seed",
];

/** One line per neighbours, list length and size; an empty cell is a number that does not exist. */
export function planCsv(plan: StudyPlan | NoStudyPlan): string {
  return csvText([columns, ...(plan.exists ? linesOf(plan) : [])]);
}

function linesOf(plan: StudyPlan): string[][] {
  const { targetPower, level, seed } = plan;
  const neighbours = plan.neighbours.flatMap(({ higher, lower, difference, results, needed }) =>
    results.map(({ n, top, share, interval, draws }) => [
      ...["neighbours", higher.place, higher.item, lower.item, difference, top, n],
      ...[share, interval?.[0] ?? "", interval?.[1] ?? "", draws],
      ...[needed.find((each) => each.top === top)?.n ?? "", targetPower, level, seed],
    ]),
  );
  const { minority } = plan;
  const groups = (minority?.results ?? []).map(({ n, top, share, interval, draws }) => [
    ...["minority", "", minority?.item.item ?? "", "", minority?.share ?? "", top, n],
    ...[share, interval?.[0] ?? "", interval?.[1] ?? "", draws, "", targetPower, level, seed],
  ]);
  return [...neighbours, ...groups].map((cells) => cells.map(String));
}
