import type { JointCriterion, Language } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";
import type { DecisionRules, GroupDecision } from "./joint-decision.ts";

/** How planners rated each criterion, and where they have to talk first. */
export function criteriaSection(
  { rules, criteria }: GroupDecision,
  language: Language,
): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const write = (value: number | undefined, decimals: number) =>
    value === undefined ? "–" : formatNumber(value, language, decimals);
  const spread = criteria.filter(({ isSpread }) => isSpread);
  const names = spread.map((each) => criterionName(rules, each, language)).join(" · ");
  const differ = text(
    `Besprechen Sie zuerst, wo Sie weit auseinanderliegen: ${names}`,
    `Discuss first where you are far apart: ${names}`,
  );
  const agree = text(
    "Bei keinem Kriterium liegen die Planenden weit auseinander.",
    "The planners are not far apart on any criterion.",
  );
  const isAlone = criteria.every(({ n }) => n < 2);
  return {
    heading: text("Kriterien", "Criteria"),
    sentences: isAlone ? [] : [spread.length > 0 ? differ : agree],
    tables: [
      {
        caption: text("Urteile der Planenden", "The planners’ ratings"),
        columns: [
          { label: text("Kriterium", "Criterion"), align: "left" },
          { label: "n", align: "right" },
          { label: text("Mittel", "Mean"), align: "right" },
          { label: text("Streuung", "SD"), align: "right" },
          { label: text("Gewicht", "Weight"), align: "right" },
          { label: text("Zustimmung spricht für", "Agreement speaks for"), align: "left" },
          { label: text("Hinweis", "Hint"), align: "left" },
        ],
        lines: criteria.map((each) => [
          criterionName(rules, each, language),
          formatNumber(each.n, language),
          write(each.mean, 2),
          write(each.standardDeviation, 2),
          doesCount(rules, each) ? write(each.weight, 1) : "–",
          pushOf(rules, each, language),
          each.isSpread ? text("erst besprechen", "discuss first") : "",
        ]),
      },
    ],
    figures: [],
  };
}

/** The words of a criterion. */
export function criterionName(
  { criteria }: DecisionRules,
  { criterion }: JointCriterion,
  language: Language,
) {
  return criteria.find(({ value }) => value === criterion)?.text[language] ?? criterion;
}

/** Criteria without a direction change the advice only, so their weight has no effect. */
function doesCount({ criteria }: DecisionRules, { criterion }: JointCriterion): boolean {
  return criteria.some(({ value, direction }) => value === criterion && direction !== 0);
}

function pushOf(
  { criteria, outcomes }: DecisionRules,
  { criterion }: JointCriterion,
  language: Language,
): string {
  const direction = criteria.find(({ value }) => value === criterion)?.direction ?? 0;
  if (direction === 0)
    return { de: "keine Form; ändert den Rat", en: "no form; changes the advice" }[language];
  return (direction > 0 ? outcomes.high : outcomes.low).text[language];
}
