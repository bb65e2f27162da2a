import type { QuestionOf } from "../instrument.ts";
import type { LocalizedText } from "../localized-text.ts";

const text = (en: string): LocalizedText => ({ de: `${en} (de)`, en });

const criterion = (value: string, direction: -1 | 0 | 1) => ({
  value,
  text: text(value),
  direction,
  reasons: { agree: text(`${value}: agreed`), disagree: text(`${value}: disagreed`) },
});

const outcome = (value: string) => ({ value, text: text(value), advice: text(`advice ${value}`) });

/** A decision aid with four criteria and one that changes only the advice. For tests. */
export const decisionQuestion: QuestionOf<"decision"> = {
  type: "decision",
  name: "decision",
  title: text("Inside or outside?"),
  columns: [
    ...[1, 2, 3, 4, 5].map((value) => ({ value, text: text(`degree ${value}`) })),
    { value: "dk", text: text("cannot judge") },
  ],
  weights: [1, 2, 3].map((value) => ({ value, text: text(`weight ${value}`) })),
  defaultWeight: 2,
  criteria: [
    criterion("expertise", -1),
    criterion("confidentiality", -1),
    criterion("specificity", -1),
    criterion("novelty", 1),
    criterion("maturity", 0),
  ],
  cut: 0.33,
  outcomes: { low: outcome("low"), between: outcome("between"), high: outcome("high") },
  conflict: {
    criteria: ["confidentiality", "novelty"],
    from: 4,
    advice: text("an inner and an outer circle"),
  },
  spreadLimit: 1.2,
  note: text("Forms complement each other."),
};
