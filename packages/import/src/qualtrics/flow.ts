import { listOf, objectOf, textOf } from "../file/json-value.ts";
import { importLimits } from "../file/limits.ts";
import { refused, say } from "../refusal.ts";
import type { ReportWriter } from "../report-writer.ts";
import { bothConditions, type SourceCondition } from "../source-condition.ts";
import { type LogicNames, qualtricsCondition } from "./qualtrics-logic.ts";
import type { QualtricsBlock, QualtricsSurvey } from "./qualtrics-survey.ts";

/** A block where the flow shows it. */
export type PlacedBlock = { block: QualtricsBlock; condition?: SourceCondition; group?: string };

type Walk = {
  survey: QualtricsSurvey;
  names: LogicNames;
  report: ReportWriter;
  placed: PlacedBlock[];
  /** Grows when a branch ends the survey: whoever meets it sees nothing that follows. */
  notEnded: SourceCondition | undefined;
  steps: number;
};

type Scope = { condition: SourceCondition | undefined; group: string | undefined; depth: number };

/** The blocks in the order of the survey flow, with the conditions of branches; without a flow in file order. */
export function placedBlocks(
  survey: QualtricsSurvey,
  names: LogicNames,
  report: ReportWriter,
): PlacedBlock[] {
  const walk: Walk = { survey, names, report, placed: [], notEnded: undefined, steps: 0 };
  if (survey.flow.length === 0) return [...survey.blocks.values()].map((block) => ({ block }));
  walkFlow(survey.flow, { condition: undefined, group: undefined, depth: 0 }, walk);
  return walk.placed;
}

function walkFlow(flow: readonly unknown[], scope: Scope, walk: Walk): void {
  if (scope.depth > 30) return;
  for (const step of flow.map(objectOf)) {
    walk.steps += 1;
    if (walk.steps > importLimits.steps) throw tooManySteps();
    const type = textOf(step.Type) ?? "?";
    const where = textOf(step.FlowID) ?? "flow";
    const inner = listOf(step.Flow);
    const deeper = { ...scope, depth: scope.depth + 1 };
    if (type === "Block" || type === "Standard")
      placeBlock(textOf(step.ID) ?? "", where, scope, walk);
    else if (type === "Group") walkFlow(inner, deeper, walk);
    else if (type === "Branch") {
      const condition = qualtricsCondition(step.BranchLogic, walk.names);
      walkBranch(inner, { ...deeper, condition: bothConditions(scope.condition, condition) }, walk);
    } else if (/Randomizer$/.test(type)) {
      walkFlow(inner, { ...deeper, group: randomGroup(step, inner, where, walk) }, walk);
    } else if (type === "EndSurvey" && scope.depth === 0) return;
    else {
      walk.report.leaveOut(
        where,
        say(`Schritt im Ablauf: ${type}`, `step of the flow: ${type}`),
        say(
          "Nur Blöcke, Verzweigungen und Zufallsfolgen werden übernommen.",
          "Only blocks, branches and random orders are carried over.",
        ),
      );
      if (inner.length > 0) walkFlow(inner, deeper, walk);
    }
  }
}

function walkBranch(flow: readonly unknown[], scope: Scope, walk: Walk): void {
  const { condition } = scope;
  const ends = flow.map(objectOf).some((step) => step.Type === "EndSurvey");
  walkFlow(
    flow.filter((step) => objectOf(step).Type !== "EndSurvey"),
    scope,
    walk,
  );
  if (!ends || condition === undefined) return;
  const original = `not (${condition.original}), EndSurvey`;
  walk.notEnded = bothConditions(walk.notEnded, {
    original,
    claim: { kind: "not", part: condition.claim },
  });
  walk.report.change(
    "flow",
    say(`Ende der Umfrage, wenn ${condition.original}`, `end of survey if ${condition.original}`),
    say("Alles Folgende erscheint dann nicht.", "nothing that follows appears then"),
  );
}

function placeBlock(id: string, where: string, { condition, group }: Scope, walk: Walk): void {
  const block = walk.survey.blocks.get(id);
  if (block === undefined || walk.placed.some((placed) => placed.block === block)) {
    const [de, en] =
      block === undefined
        ? ["den es nicht gibt", "which does not exist"]
        : ["der schon vorkam", "which came before"];
    walk.report.leaveOut(where, say(`Block „${id}“, ${de}`, `block “${id}”, ${en}`));
    return;
  }
  const whole = bothConditions(walk.notEnded, condition);
  walk.placed.push({
    block,
    ...(whole === undefined ? {} : { condition: whole }),
    ...(group === undefined ? {} : { group }),
  });
}

/** All blocks in random order become a block; a random choice of some cannot be said. */
function randomGroup(
  step: { readonly [key: string]: unknown },
  inner: readonly unknown[],
  where: string,
  { report }: Walk,
): string | undefined {
  const subset = Number(textOf(step.SubSet) ?? inner.length);
  if (subset >= inner.length) return `random-${where.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  report.leaveOut(
    where,
    say(
      `zufällige Auswahl von ${subset} aus ${inner.length} Teilen`,
      `random choice of ${subset} out of ${inner.length} parts`,
    ),
    say(
      "Alle Teile erscheinen. Für Gruppen gibt es Fragen der Art „assigned“.",
      "All parts appear. For groups there are questions of the type “assigned”.",
    ),
  );
  return undefined;
}

function tooManySteps() {
  return refused(
    "flow",
    say(
      `Der Ablauf hat mehr als ${importLimits.steps} Schritte.`,
      `The flow has more than ${importLimits.steps} steps.`,
    ),
    say("Teilen Sie den Fragebogen.", "Split the questionnaire."),
  );
}
