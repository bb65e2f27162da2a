import type { LocalizedText } from "@mehrwert/study";
import { nextRelease, type StudyMemory } from "./next-release.ts";
import { notShown } from "./not-shown.ts";
import { releaseTexts, shownTexts } from "./open-answers.ts";
import { type DisclosureRules, requireRules } from "./rules.ts";
import { type ShownTables, shownTables } from "./shown-tables.ts";
import type { StudyCounts } from "./study-counts.ts";

/** Open answers to one question. */
export type OpenAnswers = { id: string; texts: readonly string[] };

/**
 * Everything that was released of a study so far, to be kept until the next release; plain JSON. Hidden counts are
 * among it, so that it is as confidential as the responses.
 */
export type DisclosureMemory = {
  rules: DisclosureRules;
  tables?: StudyMemory;
  openAnswers: OpenAnswers[];
};

/** Everything that readers may see of a study: pages, exports, charts, tooltips, interfaces and reports show only this. */
export type ShownResults = ShownTables & {
  openAnswers: (OpenAnswers & { notes: LocalizedText[] })[];
};

/**
 * Disclosure control: what may be shown of a study now, given everything that was shown of it before.
 *
 * Called as often as one likes; it releases something new only when a batch of people has answered since, and shows
 * what was released last in between. Whoever shows results keeps `memory` and hands it back as `before`: without it
 * nothing stands against subtracting one release from another. Same input, same output.
 *
 * `counts`: from `countStudy` or `countCases`, all responses of the study, never of a part. `isFinal`: no more will
 * answer; groups that had to wait are then settled. `random`: numbers from 0 to below 1, for the order of open answers.
 * @throws RangeError if a rule is weaker than it may be or was, or names are not those of before, new ones behind them
 * @example
 * const { memory, shown } = discloseResults({ counts, rules: disclosureRules(10), random });
 * const later = discloseResults({ before: memory, counts: countsThen, rules: disclosureRules(10), random });
 */
export function discloseResults({
  before,
  counts,
  openAnswers = [],
  rules,
  isFinal = false,
  random,
}: {
  before?: DisclosureMemory | undefined;
  counts: StudyCounts;
  openAnswers?: readonly OpenAnswers[];
  rules: DisclosureRules;
  isFinal?: boolean;
  random: () => number;
}): { memory: DisclosureMemory; shown: ShownResults } {
  requireRules(rules, before?.rules);
  const tables = nextRelease(before?.tables, counts, rules, { isFinal }) ?? before?.tables;
  const released = openAnswers.map(({ id, texts }) => {
    const earlier = before?.openAnswers.find((answers) => answers.id === id)?.texts ?? [];
    return { id, texts: releaseTexts(earlier, texts, rules, random) };
  });
  return {
    memory: { rules, ...(tables !== undefined && { tables }), openAnswers: released },
    shown: {
      ...shownTables(tables, rules),
      openAnswers: released.map(({ id, texts }) => ({
        ...{ id, texts: shownTexts(texts, rules) },
        notes: [notShown("texts", rules)],
      })),
    },
  };
}
