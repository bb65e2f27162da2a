import {
  type DataDictionary,
  type Dataset,
  type DecisionOutcome,
  type JointCriterion,
  jointDecision,
  type LocalizedText,
  missingReason,
  textInCell,
} from "@mehrwert/study";

/** A decision aid as the dataset brings it along, with the rules its recommendation follows from. */
export type DecisionRules = NonNullable<DataDictionary["decisions"]>[number];

/** What the planners of one group say together about one decision. */
export type GroupDecision = {
  rules: DecisionRules;
  /** How many rated at least one criterion. */
  planners: number;
  criteria: JointCriterion[];
  /** Undefined until every criterion with a direction is rated by somebody. */
  joint: DecisionOutcome | undefined;
};

/** What planners wrote in answer to one open question, in the order of the dataset, which is random. */
export type PlannerNotes = { question: LocalizedText; texts: string[] };

/** The joint result of every decision aid of a dataset; empty if there is none. */
export function groupDecisions({ dictionary, columns, manifest }: Dataset): GroupDecision[] {
  return (dictionary.decisions ?? []).map((rules) => {
    const answers = Array.from({ length: manifest.responses }, (_, row) =>
      answerInRow(rules, columns, row),
    );
    const isRated = (answer: { [part: string]: number }) =>
      rules.criteria.some(({ value }) => answer[value] !== undefined);
    return { rules, planners: answers.filter(isRated).length, ...jointDecision(rules, answers) };
  });
}

/** The answer to a decision aid, put together again from its cells; what is missing is left out. */
function answerInRow(
  { criteria }: DecisionRules,
  columns: Dataset["columns"],
  row: number,
): { [part: string]: number } {
  const answer: { [part: string]: number } = {};
  for (const part of criteria.flatMap(({ value }) => [value, `${value}.weight`])) {
    const cell = columns.get(part)?.[row];
    if (cell !== undefined && missingReason(cell) === undefined) answer[part] = Number(cell);
  }
  return answer;
}

/** Everything planners wrote, by open question; questions that nobody answered are left out. */
export function plannerNotes({ dictionary, columns }: Dataset): PlannerNotes[] {
  return dictionary.variables
    .filter(({ type }) => type === "text")
    .map(({ name, label }) => ({
      question: label,
      texts: (columns.get(name) ?? []).flatMap((cell) => textInCell(cell) ?? []),
    }))
    .filter(({ texts }) => texts.length > 0);
}
