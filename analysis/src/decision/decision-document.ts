import { csvText, type Dataset } from "@mehrwert/study";
import { groupDecisions, plannerNotes } from "./joint-decision.ts";

/** The joint result as a plain object for programs. */
export function decisionDocument(dataset: Dataset, softwareVersion: string): object {
  const { study, instrument, responses, createdOn } = dataset.manifest;
  return {
    format: "mehrwert-decision",
    formatVersion: 1,
    software: { name: "mehrwert", version: softwareVersion },
    study,
    instrument,
    datasetOn: createdOn,
    planners: responses,
    decisions: groupDecisions(dataset).map(({ rules, planners, criteria, joint }) => ({
      question: rules.name,
      planners,
      score: joint?.score ?? null,
      outcome: joint === undefined ? null : rules.outcomes[joint.outcome].value,
      isConflict: joint?.isConflict ?? null,
      reasons: joint?.reasons ?? [],
      advice: joint?.advice ?? [],
      criteria: criteria.map(({ mean, weight, standardDeviation, ...criterion }) => ({
        ...criterion,
        mean: mean ?? null,
        standardDeviation: standardDeviation ?? null,
        weight: weight ?? null,
      })),
      note: rules.note,
    })),
    notes: plannerNotes(dataset),
  };
}

const columns = [
  ...["question", "criterion", "n", "mean", "sd", "weight", "discuss_first"],
  ...["score", "outcome", "conflict", "version"],
];

/** One line per criterion; score and recommendation stand on every line of their question. */
export function decisionCsv(dataset: Dataset, softwareVersion: string): string {
  const lines = groupDecisions(dataset).flatMap(({ rules, criteria, joint }) =>
    criteria.map(({ criterion, n, mean, standardDeviation, weight, isSpread }) => [
      ...[rules.name, criterion, n, mean, standardDeviation, weight, isSpread],
      ...[joint?.score, joint && rules.outcomes[joint.outcome].value, joint?.isConflict],
      softwareVersion,
    ]),
  );
  return csvText([columns, ...lines.map((line) => line.map((cell) => String(cell ?? "")))]);
}
