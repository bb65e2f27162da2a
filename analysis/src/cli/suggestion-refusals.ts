import { codebookState, type Issue } from "@mehrwert/study";
import type { CodingMaterial } from "../coding/material.ts";
import { leastInterviews, leastPassages } from "../suggestions/classifier.ts";
import type { SuggestionRun } from "../suggestions/suggestion-run.ts";
import { fewIssues } from "../text-table/text-table.ts";
import { issueLine } from "./dataset-folder.ts";
import { badInput } from "./shell.ts";

/** Too little is coded for a model: what it takes, and what there is. */
export function tooFew(refusals: SuggestionRun["refusals"]) {
  const few = [...refusals]
    .sort((a, b) => b.passages - a.passages || (a.code < b.code ? -1 : 1))
    .slice(0, 8);
  const list = (nouns: [string, string], never: string) =>
    few
      .map(
        ({ code, passages, interviews, reason }) =>
          `  ${code}: ${passages} ${nouns[0]}, ${interviews} ${nouns[1]}${reason === "never-right" ? ` (${never})` : ""}`,
      )
      .join("\n");
  const [de, en] = [
    list(["Stellen", "Interviews"], "in der Prüfung nie richtig"),
    list(["passages", "interviews"], "never right in the test"),
  ];
  return badInput(
    `Für ein Modell ist zu wenig kodiert. Ein Code braucht mindestens ${leastPassages} Stellen in ${leastInterviews} Interviews, und das Modell muss in der Prüfung mindestens einmal recht haben.\n${de || "  Noch ist nichts kodiert."}\nKodieren Sie mehr, oder nehmen Sie --method dictionary.`,
    `Too little is coded for a model. A code needs at least ${leastPassages} passages in ${leastInterviews} interviews, and the model must be right at least once in the test.\n${en || "  Nothing is coded yet."}\nCode more, or use --method dictionary.`,
  );
}

/** Every keyword that is no rule, as it stands in the terminal. */
export function notRules(issues: readonly Issue[], { project }: CodingMaterial) {
  const few = fewIssues(issues, project.codebook.slug);
  const list = (language: "de" | "en") => few.map((issue) => issueLine(issue, language)).join("\n");
  const state = codebookState(project);
  return badInput(
    `Diese Stichwörter sind keine Regeln (Codebuch ${state}); „mehrwert code codebook change … --keywords“ ändert sie:\n${list("de")}`,
    `These keywords are no rules (codebook ${state}); “mehrwert code codebook change … --keywords” changes them:\n${list("en")}`,
  );
}
