import { type JsonObject, textOf } from "../file/json-value.ts";
import { importLimits } from "../file/limits.ts";
import { refused, say } from "../refusal.ts";
import type { ReportWriter } from "../report-writer.ts";
import { bothConditions, type SourceClaim, type SourceCondition } from "../source-condition.ts";
import type { SourcePage, SourceQuestion } from "../source-survey.ts";
import { type LogicNames, locatorClaim } from "./qualtrics-logic.ts";

/** A skip as the file has it: from the last question built of `question`. */
export type Skip = { from: string; question: string; logic: JsonObject };

/** A page that still knows its block and which skips start on it. */
export type SkippingPage = SourcePage & { blockId: string; skips: Skip[] };

type Placed = { question: SourceQuestion; page: SkippingPage };

/**
 * Skip logic becomes conditions on everything that is skipped.
 *
 * @throws FileRefused for a skip that leads back, and for more of them than any questionnaire has
 */
export function withSkips(
  pages: readonly SkippingPage[],
  names: LogicNames,
  report: ReportWriter,
): SourcePage[] {
  const extra = new Map<SourceQuestion, SourceCondition[]>();
  const all = pages.flatMap((page) => page.questions.map((question) => ({ question, page })));
  let conditions = 0;
  for (const page of pages) {
    for (const skip of page.skips) {
      const start = all.findIndex((one) => one.question.code === skip.from);
      const condition = skipCondition(skip, names);
      if (start < 0) {
        report.leaveOut(
          skip.question,
          say(`Sprung: ${condition.original}`, `skip: ${condition.original}`),
        );
        continue;
      }
      const to = textOf(skip.logic.SkipToDestination) ?? "";
      const end = destination(to, start, all, names);
      if (end <= start) throw backwards(skip.question, to);
      conditions += end - start;
      if (conditions > importLimits.conditions) throw tooManySkips();
      for (const { question } of all.slice(start + 1, end)) {
        const known = extra.get(question);
        if (known === undefined) extra.set(question, [condition]);
        else known.push(condition);
      }
    }
  }
  return pages.map(({ blockId: _block, skips: _skips, ...page }) => ({
    ...page,
    questions: page.questions.map((question) => {
      const own = question.condition === undefined ? [] : [question.condition];
      const condition = [...own, ...(extra.get(question) ?? [])].reduce<
        SourceCondition | undefined
      >(bothConditions, undefined);
      return condition === undefined ? question : { ...question, condition };
    }),
  }));
}

function skipCondition({ question, logic }: Skip, names: LogicNames): SourceCondition {
  const locator = textOf(logic.Locator) ?? textOf(logic.ChoiceLocator) ?? "";
  const operator = textOf(logic.Condition) ?? "Selected";
  const claim: SourceClaim = locatorClaim(locator, "", operator, names) ?? {
    kind: "untranslatable",
    reason: say(
      `„${locator}“ lässt sich hier nicht ausdrücken`,
      `“${locator}” cannot be said here`,
    ),
  };
  const to = textOf(logic.SkipToDestination) ?? "";
  return {
    original: `${question}: ${locator} ${operator}, skip to ${to}`,
    claim: { kind: "not", part: claim },
  };
}

function destination(
  to: string,
  start: number,
  all: readonly Placed[],
  { codes }: LogicNames,
): number {
  if (to === "ENDOFSURVEY") return all.length;
  if (to === "ENDOFBLOCK") {
    const block = all[start]?.page.blockId;
    const next = all.findIndex((one, place) => place > start && one.page.blockId !== block);
    return next < 0 ? all.length : next;
  }
  const code = codes.get(to) ?? to;
  const found = all.findIndex(
    ({ question }) => question.code === code || question.code.startsWith(`${code}_`),
  );
  return found < 0 ? all.length : found;
}

function backwards(question: string, to: string) {
  return refused(
    question,
    say(
      `Die Sprunglogik von „${question}“ führt zurück zu „${to}“.`,
      `The skip logic of “${question}” leads back to “${to}”.`,
    ),
    say(
      "Sprünge gehen nur nach vorn. Ändern Sie den Sprung und exportieren Sie neu.",
      "Skips only go forward. Change it and export again.",
    ),
  );
}

function tooManySkips() {
  return refused(
    "",
    say("Die Datei enthält zu viele Sprünge.", "The file holds too many skips."),
    say("Teilen Sie den Fragebogen.", "Split the questionnaire."),
  );
}
