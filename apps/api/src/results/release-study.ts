import { rankDrivers, type ShownRankingTable } from "@mehrwert/analysis";
import { type DisclosureMemory, discloseResults, disclosureRules } from "@mehrwert/privacy";
import type { Dataset, Study } from "@mehrwert/study";
import { countedStudy } from "./counted-study.ts";
import { withoutFewAnswers } from "./few-answers.ts";
import type { ReleasedResults } from "./results-reply.ts";
import {
  allScales,
  groupedOf,
  groupingsOf,
  openQuestionsOf,
  questionsOf,
} from "./shown-sections.ts";
import { withoutSmallGroups } from "./small-groups.ts";

/** What a release is held against: everything disclosed before, and the rankings of the last release. */
export type ReleaseMemory = { disclosure: DisclosureMemory; rankings: ShownRankingTable[] };

/**
 * What may be shown of a study now, given what was shown before. Rankings are computed anew exactly when counts are
 * released anew, so that they change in the same batches.
 *
 * @param leftOut questions that are no results
 * @param random numbers from 0 to below 1, for the order of open answers
 * @throws RangeError as `discloseResults`
 */
export function releaseStudy(
  dataset: Dataset,
  study: Pick<Study, "groupedBy" | "minimumGroupSize" | "status">,
  {
    before,
    withdrawn,
    leftOut,
    random,
  }: {
    before: ReleaseMemory | undefined;
    withdrawn: number;
    leftOut: ReadonlySet<string>;
    random: () => number;
  },
): { memory: ReleaseMemory; results: ReleasedResults } {
  const { counts, openAnswers } = countedStudy(dataset, study, {
    ...{ withdrawn, leftOut, before: before?.disclosure },
  });
  const { memory: disclosure, shown } = discloseResults({
    ...{ before: before?.disclosure, counts, openAnswers, random },
    rules: rulesOf(study, before),
    isFinal: study.status === "closed" || study.status === "archived",
  });
  const isSame = shown.release === (before?.disclosure.tables?.release ?? 0);
  const rankings =
    isSame && before !== undefined
      ? before.rankings
      : shown.release > 0
        ? rankingTables(dataset, study)
        : [];
  const words = { dictionary: dataset.dictionary, shown };
  return {
    memory: { disclosure, rankings },
    results: {
      ...{ release: shown.release, rankings, notes: shown.notes },
      ...(shown.responses !== undefined && { responses: shown.responses }),
      questions: questionsOf(words),
      scales: allScales(words),
      groupings: groupingsOf(words),
      grouped: groupedOf(words),
      openAnswers: openQuestionsOf(words),
    },
  };
}

/** Never weaker than before, whatever the study says now. */
function rulesOf({ minimumGroupSize }: Pick<Study, "minimumGroupSize">, before?: ReleaseMemory) {
  return disclosureRules(Math.max(minimumGroupSize, before?.disclosure.rules.minimum ?? 0));
}

/** The table of every ranking question, without what rests on few people. */
export function rankingTables(
  dataset: Dataset,
  { minimumGroupSize }: Pick<Study, "minimumGroupSize">,
): ShownRankingTable[] {
  return dataset.dictionary.rankings.flatMap(({ question }) => {
    const table = withoutSmallGroups(rankDrivers(dataset, { question }), minimumGroupSize);
    return table === undefined ? [] : withoutFewAnswers(table);
  });
}
