import type { StandingSuggestion } from "@mehrwert/study";
import { Command } from "commander";
import type { CodingMaterial } from "../coding/material.ts";
import { suggestCodes } from "../suggestions/suggest-codes.ts";
import { runDocument, suggestionsDocument } from "../suggestions/suggestion-document.ts";
import { suggestionLines } from "../suggestions/suggestion-lines.ts";
import { suggestionRunReport, suggestionsCsv } from "../suggestions/suggestion-report.ts";
import type { SuggestionRun, SuggestSettings } from "../suggestions/suggestion-run.ts";
import { changeProject } from "./coding-folder/change-project.ts";
import { namedCoders, namedCodes, namedSpeakers } from "./coding-names.ts";
import { chosenAuthor, openProject, withPerson, withProject } from "./coding-options.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";
import { notRules, tooFew } from "./suggestion-refusals.ts";
import { typedCommand } from "./typed-command.ts";

type SuggestOptions = DeliveryOptions & {
  method?: string;
  code?: string;
  coder?: string;
  speaker?: string;
  preview?: boolean;
  as?: string;
};

/** `mehrwert code suggest`: looks for passages by keywords or by a model of what is coded; a run of its own. */
export function codeSuggestCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("suggest").description(
      text(
        "Codes vorschlagen, aus Stichwörtern oder aus dem schon Kodierten; gezählt wird nur, was jemand annimmt",
        "suggest codes, from keywords or from what is coded; only what somebody accepts is counted",
      ),
    ),
    context,
  )
    .usage(text("<Ordner> [Optionen]", "<folder> [options]"))
    .option(
      "--method <dictionary|classifier>",
      text(
        "Stichwörter des Codebuchs (sonst dies) oder Modell",
        "keywords of the codebook (else this) or model",
      ),
    )
    .option(
      "--code <names>",
      text("nur diese Codes mit allen darunter", "only these codes with all below"),
    )
    .option(
      "--coder <names>",
      text(
        "nur deren Kodierungen zum Lernen und Vergleichen, sonst alle",
        "their codings only to learn from and compare with, else all",
      ),
    )
    .option(
      "--speaker <names>",
      text(
        "nur diese Sprechenden, sonst alle außer der fragenden Person",
        "only these speakers, else all but the interviewer",
      ),
    )
    .option("--preview", text("nur zeigen, nichts festhalten", "show only, record nothing"))
    .addHelpText("after", examples[context.language]);
  return withPerson(withDeliveryOptions(command, context), context).action(
    (folder: string, options: SuggestOptions) => suggest(folder, options, context),
  );
}

const lines = `
  ${typedCommand} code suggest coding/ --as anna
  ${typedCommand} code suggest coding/ --method classifier --code F2 --preview
  ${typedCommand} code suggestions accept coding/ --all --code F1.1 --as anna
  ${typedCommand} code suggestions undo coding/ --as anna`;
const examples = { de: `\nBeispiele:${lines}`, en: `\nExamples:${lines}` };

async function suggest(
  path: string,
  options: SuggestOptions,
  context: CommandContext,
): Promise<void> {
  const { language, shell } = context;
  const { softwareVersion } = shell;
  const author = chosenAuthor(options.as, shell);
  const place = { options: inTable(options), context, fileName: "suggestions" };
  await checkDelivery(place);
  const folder = await openProject(path, context);
  const isPreview = options.preview === true;
  // Computed before anything is locked: a model takes seconds, and others may go on coding.
  const before = await folder.material();
  const run = await madeRun(before, settingsOf(options, before, author.person));
  if (!isPreview) {
    await changeProject(folder, author, () => {
      const known = new Set(folder.project().suggestions.map(({ id }) => id));
      return run.suggestions.flatMap((suggestion) =>
        known.has(suggestion.id) ? [] : [{ kind: "suggestion-added" as const, suggestion }],
      );
    });
  }
  const material = await folder.material();
  const made = isPreview ? previewed(run, author) : standing(run, material);
  const found = suggestionLines(material, made, language);
  await deliver({
    ...place,
    report: suggestionRunReport(material, run, found, { language, softwareVersion, isPreview }),
    csv: suggestionsCsv(found),
    json: {
      ...suggestionsDocument(material, found, softwareVersion),
      run: { id: isPreview ? null : (made[0]?.run ?? null), ...runDocument(run, isPreview) },
    },
  });
}

/** `--format text` is the table of the terminal. */
export function inTable<T extends DeliveryOptions>(options: T): T {
  return options.format === "text" ? { ...options, format: "table" } : options;
}

function settingsOf(
  { method = "dictionary", code, coder, speaker }: SuggestOptions,
  material: CodingMaterial,
  person: string,
): SuggestSettings {
  if (method !== "dictionary" && method !== "classifier") {
    throw wrongUsage(
      `--method kennt dictionary und classifier, nicht ${method}.`,
      `--method knows dictionary and classifier, not ${method}.`,
    );
  }
  const codes = namedCodes(code, material);
  const coders = namedCoders(coder, material);
  const speakers = namedSpeakers(speaker, material);
  return {
    ...{ method, person },
    ...(codes !== undefined && { codes }),
    ...(coders !== undefined && { coders }),
    ...(speakers !== undefined && { speakers }),
  };
}

async function madeRun(
  material: CodingMaterial,
  settings: SuggestSettings,
): Promise<SuggestionRun> {
  const result = await suggestCodes(material, settings);
  if (!result.ok) throw notRules(result.issues, material);
  const { method, quality, refusals } = result.value;
  if (method === "classifier" && quality.length === 0) throw tooFew(refusals);
  return result.value;
}

function standing(run: SuggestionRun, { project }: CodingMaterial): StandingSuggestion[] {
  const ids = new Set(run.suggestions.map(({ id }) => id));
  return project.suggestions.filter(({ id }) => ids.has(id));
}

function previewed(
  { suggestions }: SuggestionRun,
  { person, now }: { person: string; now: () => Date },
): StandingSuggestion[] {
  const added = { person, at: now().toISOString(), event: "" };
  return suggestions.map((each) => ({ ...each, added, run: "", state: "open" }));
}
