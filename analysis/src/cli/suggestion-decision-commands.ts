import { randomUUID } from "node:crypto";
import { type CodingEvent, polaritySchema, type StandingSuggestion } from "@mehrwert/study";
import { Command } from "commander";
import { brokenRules } from "../coding/coding-rules.ts";
import { acceptedCodings, rejectedSuggestions } from "../suggestions/suggestion-decisions.ts";
import { changeProject } from "./coding-folder/change-project.ts";
import type { CodingFolder } from "./coding-folder/coding-folder.ts";
import {
  chosenAuthor,
  idFromStart,
  openProject,
  withPerson,
  withProject,
} from "./coding-options.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { type ChoiceOptions, optedSuggestions, withChoice } from "./suggestion-choice.ts";

type DecisionOptions = ChoiceOptions & { all?: boolean; as?: string; polarity?: string };
type Decided = { folder: CodingFolder; events: CodingEvent[]; known: number };

/** `mehrwert code suggestions accept`: suggestions become codings of the person who accepts them. */
export function suggestionsAcceptCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = decision(
    "accept",
    text(
      "Vorschläge annehmen: Sie werden eigene Kodierungen",
      "accept suggestions: they become one's own codings",
    ),
    context,
  ).option(
    "--polarity <+|-|?>",
    text("Richtung aller angenommenen", "polarity of all that are accepted"),
  );
  return command.action(async (path: string, ids: string[], options: DecisionOptions) => {
    const { folder, events, known } = await decide({ path, ids, options }, "accept", context);
    const { language, shell } = context;
    const more =
      known > 0
        ? { de: `, schon kodiert: ${known}`, en: `, coded already: ${known}` }
        : { de: "", en: "" };
    const said = {
      de: `Angenommen: ${events.length}${more.de}. Zurück mit „mehrwert code undo“.`,
      en: `Accepted: ${events.length}${more.en}. Back with “mehrwert code undo”.`,
    };
    shell.stdout.write(`${said[language]}\n`);
    const made = new Set(
      events.flatMap(({ change }) => (change.kind === "coding-added" ? [change.coding.id] : [])),
    );
    for (const { codings, message } of brokenRules(await folder.material())) {
      if (!codings.some((id) => made.has(id))) continue;
      shell.stdout.write(`${{ de: "Hinweis", en: "Note" }[language]}: ${message[language]}\n`);
    }
  });
}

/** `mehrwert code suggestions reject`: suggestions are put away and not made again. */
export function suggestionsRejectCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = decision(
    "reject",
    text(
      "Vorschläge ablehnen: Sie werden nicht noch einmal gemacht",
      "reject suggestions: they are not made again",
    ),
    context,
  );
  return command.action(async (path: string, ids: string[], options: DecisionOptions) => {
    const { events } = await decide({ path, ids, options }, "reject", context);
    const said = {
      de: `Abgelehnt: ${events.length}. Zurück mit „mehrwert code undo“.`,
      en: `Rejected: ${events.length}. Back with “mehrwert code undo”.`,
    };
    context.shell.stdout.write(`${said[context.language]}\n`);
  });
}

function decision(name: string, description: string, context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(new Command(name).description(description), context)
    .usage(text("<Ordner> [Vorschläge] [Optionen]", "<folder> [suggestions] [options]"))
    .argument(
      text("[vorschläge...]", "[suggestions...]"),
      text("Anfang der Nummern", "beginning of their ids"),
    )
    .option(
      "--all",
      text(
        "alle offenen, die zu den anderen Optionen passen",
        "all open ones that fit the other options",
      ),
    );
  return withPerson(withChoice(command, context), context);
}

type Typed = { path: string; ids: readonly string[]; options: DecisionOptions };

async function decide(
  { path, ids, options }: Typed,
  what: "accept" | "reject",
  context: CommandContext,
): Promise<Decided> {
  const author = chosenAuthor(options.as, context.shell);
  const { person } = author;
  const polarity = typedPolarity(options.polarity);
  if (ids.length > 0 === (options.all === true || options.run !== undefined)) {
    throw wrongUsage(
      "Nennen Sie entweder Vorschläge oder --all oder --run.",
      "Name either suggestions or --all or --run.",
    );
  }
  const folder = await openProject(path, context);
  let known = 0;
  const events = await changeProject(folder, author, () => {
    const material = { project: folder.project() };
    const open = optedSuggestions(material, options, { person, states: ["open"] });
    const chosen = ids.length > 0 ? named(ids, open) : open;
    if (chosen.length === 0) throw noneOpen();
    if (what === "reject") return rejectedSuggestions(chosen);
    const accepted = acceptedCodings(material, chosen, {
      ...{ coder: person, newId: randomUUID },
      ...(polarity !== undefined && { polarity }),
    });
    known = accepted.known;
    return accepted.changes;
  });
  return { folder, events, known };
}

function named(
  typed: readonly string[],
  open: readonly StandingSuggestion[],
): StandingSuggestion[] {
  const ids = open.map(({ id }) => id);
  const chosen = typed.map((start) =>
    idFromStart(start, ids, ["offenen Vorschläge", "open suggestions"]),
  );
  return open.filter(({ id }) => chosen.includes(id));
}

function typedPolarity(typed: string | undefined) {
  if (typed === undefined) return undefined;
  const parsed = polaritySchema.safeParse(typed);
  if (parsed.success) return parsed.data;
  throw wrongUsage(
    `--polarity kennt +, - und ?, nicht ${typed}.`,
    `--polarity knows +, - and ?, not ${typed}.`,
  );
}

function noneOpen() {
  return badInput(
    "Es gibt keine offenen Vorschläge, die dazu passen. „mehrwert code suggestions list“ zeigt, welche es gibt.",
    "There are no open suggestions that fit. “mehrwert code suggestions list” shows which there are.",
  );
}
