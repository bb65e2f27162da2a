import type { StandingSuggestion } from "@mehrwert/study";
import { Command } from "commander";
import { suggestionsDocument } from "../suggestions/suggestion-document.ts";
import { suggestionLines } from "../suggestions/suggestion-lines.ts";
import { suggestionsCsv, suggestionsReport } from "../suggestions/suggestion-report.ts";
import { inTable } from "./code-suggest-command.ts";
import { chosenAuthor, openProject, withPerson, withProject } from "./coding-options.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";
import { type ChoiceOptions, optedSuggestions, withChoice } from "./suggestion-choice.ts";

type ListOptions = DeliveryOptions & ChoiceOptions & { as?: string; state?: string };

const states: readonly StandingSuggestion["state"][] = ["open", "accepted", "rejected", "obsolete"];

/** `mehrwert code suggestions list`: suggestions with rule or model, score and what became of them. */
export function codeSuggestionsListCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("list").description(
      text(
        "Vorschläge mit Regel oder Modell, Wert und Stand",
        "suggestions with rule or model, score and state",
      ),
    ),
    context,
  )
    .usage(text("<Ordner> [Optionen]", "<folder> [options]"))
    .option(
      `--state <${states.join("|")}|all>`,
      text("nur diesen Stand, sonst open", "only this state, else open"),
    );
  return withPerson(withDeliveryOptions(withChoice(command, context), context), context).action(
    (folder: string, options: ListOptions) => list(folder, options, context),
  );
}

async function list(path: string, options: ListOptions, context: CommandContext): Promise<void> {
  const { language, shell } = context;
  const { softwareVersion } = shell;
  const { person } = chosenAuthor(options.as, shell);
  const place = { options: inTable(options), context, fileName: "suggestions" };
  await checkDelivery(place);
  const wanted = wantedStates(options.state ?? "open");
  const material = await (await openProject(path, context)).material();
  const chosen = optedSuggestions(material, options, { person, states: wanted });
  const all = optedSuggestions(material, { ...options, by: "all" }, { person, states: wanted });
  const lines = suggestionLines(material, chosen, language);
  await deliver({
    ...place,
    report: suggestionsReport(material, lines, {
      ...{ language, softwareVersion },
      hidden: all.length - chosen.length,
    }),
    csv: suggestionsCsv(lines),
    json: suggestionsDocument(material, lines, softwareVersion),
  });
}

function wantedStates(typed: string): readonly StandingSuggestion["state"][] {
  if (typed === "all") return states;
  const known = states.filter((each) => each === typed);
  if (known.length > 0) return known;
  throw wrongUsage(
    `--state kennt ${states.join(", ")} und all, nicht ${typed}.`,
    `--state knows ${states.join(", ")} and all, not ${typed}.`,
  );
}
