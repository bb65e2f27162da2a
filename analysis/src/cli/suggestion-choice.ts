import type { StandingSuggestion } from "@mehrwert/study";
import type { Command } from "commander";
import type { CodingMaterial } from "../coding/material.ts";
import { chosenSuggestions } from "../suggestions/suggestion-decisions.ts";
import { namedCodeTree } from "./coding-names.ts";
import { idFromStart } from "./coding-options.ts";
import { badInput, type CommandContext } from "./shell.ts";
import { decimalNumber } from "./typed-number.ts";

/** What restricts suggestions; `by` is whose runs, `all` for everybody's. */
export type ChoiceOptions = { run?: string; code?: string; leastScore?: string; by?: string };

/** Adds the options that restrict suggestions. */
export function withChoice(command: Command, { language }: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[language];
  return command
    .option("--run <id>", text("nur dieser Lauf", "only this run"))
    .option(
      "--code <names>",
      text("nur diese Codes mit allen darunter", "only these codes with all below"),
    )
    .option(
      "--least-score <number>",
      text("nur ab diesem Wert, 0 bis 1", "only from this score, 0 to 1"),
    )
    .option(
      "--by <name>",
      text(
        "wessen Läufe, sonst die eigenen; all für alle",
        "whose runs, else one's own; all for everybody's",
      ),
    );
}

/**
 * The suggestions a person means by options.
 *
 * @throws CommandFailure for a run, code or person that is not there
 */
export function optedSuggestions(
  material: Pick<CodingMaterial, "project">,
  { run, code, leastScore, by }: ChoiceOptions,
  { person, states }: { person: string; states?: readonly StandingSuggestion["state"][] },
): StandingSuggestion[] {
  const { suggestions } = material.project;
  const authors = [...new Set(suggestions.map(({ added }) => added.person))].sort();
  if (by !== undefined && by !== "all" && !authors.includes(by)) {
    throw badInput(
      `Von ${by} gibt es keine Vorschläge; es gibt welche von: ${authors.join(", ") || "niemandem"}.`,
      `There are no suggestions of ${by}; there are some of: ${authors.join(", ") || "nobody"}.`,
    );
  }
  const runs = suggestions.map((each) => each.run);
  const codes = namedCodeTree(code, material);
  const least = decimalNumber("--least-score", leastScore, 0, 1);
  const whose = run !== undefined && by === undefined ? undefined : (by ?? person);
  return chosenSuggestions(material, {
    ...(run !== undefined && { run: idFromStart(run, runs, ["Läufe", "runs"]) }),
    ...(codes !== undefined && { codes }),
    ...(least !== undefined && { leastScore: least }),
    ...(whose !== undefined && whose !== "all" && { person: whose }),
    ...(states !== undefined && { states }),
  });
}
