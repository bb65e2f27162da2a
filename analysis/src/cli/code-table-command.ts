import { Command } from "commander";
import { filterOf, withFilter } from "./code-list-command.ts";
import { openProject, withProject } from "./coding-options.ts";
import { withRelation } from "./coding-relation-option.ts";
import {
  caseFindings,
  findingsOf,
  type TableOptions,
  type TableView,
  tableViews,
} from "./coding-table-findings.ts";
import { checkDelivery, deliver, withDeliveryOptions } from "./deliver.ts";
import { joinedSurvey } from "./joined-survey.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";

/** `mehrwert code table`: how many interviews say what, codes by cases, co-occurrence, saturation. */
export function codeTableCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("table").description(
      text(
        "Kategorientabellen mit Worten und Anzahlen, Codes × Fälle, gemeinsames Auftreten, Sättigung",
        "category tables with words and counts, codes × cases, co-occurrence, saturation",
      ),
    ),
    context,
  )
    .usage(text("<Ordner> [Optionen]", "<folder> [options]"))
    .option(
      `--view <${tableViews.join("|")}>`,
      text(
        "was gezeigt wird, sonst categories; tree braucht --code",
        "what to show, else categories; tree needs --code",
      ),
    )
    .option(
      "--by <variable>",
      text(
        "Anteile nach dieser Variablen der Fälle; kleine Gruppen bleiben verdeckt",
        "shares by this variable of the cases; small groups stay hidden",
      ),
    )
    .option(
      "--minimum <number>",
      text(
        "kleinste Gruppe, die --by zeigt, mindestens 5, sonst 10",
        "smallest group that --by shows, 5 at least, else 10",
      ),
    )
    .option(
      "--data <folder>",
      text(
        "Datensatz der Befragung; mit --match stehen ihre Antworten neben den Fällen (--view cases)",
        "dataset of the survey; with --match its answers stand beside the cases (--view cases)",
      ),
    )
    .option(
      "--match <column>",
      text("Spalte mit dem Pseudonym der Fälle", "column with the pseudonym of the cases"),
    )
    .option(
      "--columns <names>",
      text("diese Spalten der Befragung, mit Komma", "these columns of the survey, by comma"),
    )
    .option(
      "--unit <document|case>",
      text("was gezählt wird, sonst document", "what is counted, else document"),
    )
    .addHelpText("after", examples[context.language]);
  return withDeliveryOptions(withRelation(withFilter(command, context), context), context).action(
    (folder: string, options: TableOptions) => table(folder, options, context),
  );
}

const lines = `
  ${typedCommand} code table coding/ --by group
  ${typedCommand} code table coding/ --view tree --code F3 --by group --format html --out tree.html
  ${typedCommand} code table coding/ --view cases --format csv --out matrix.csv
  ${typedCommand} code table coding/ --view cooccurrence --relation turn`;
const examples = { de: `\nBeispiele:${lines}`, en: `\nExamples:${lines}` };

async function table(
  folder: string,
  options: TableOptions,
  context: CommandContext,
): Promise<void> {
  const view = chosenView(options.view);
  const place = { options, context, fileName: view };
  await checkDelivery(place);
  const material = await (await openProject(folder, context)).material();
  const filter = filterOf(options, material);
  const joined = await joinedSurvey(material, options, context);
  const wish = { view, material, filter, options, context };
  const findings = view === "cases" ? caseFindings(wish, joined) : findingsOf({ ...wish, view });
  const { softwareVersion } = context.shell;
  await deliver({
    ...place,
    ...findings,
    json: {
      ...{ format: `mehrwert-coding-${view}`, formatVersion: 1 },
      software: { name: "mehrwert", version: softwareVersion },
      ...findings.json,
    },
  });
}

function chosenView(typed: string | undefined): TableView {
  const known = tableViews.find((view) => view === (typed ?? "categories"));
  if (known !== undefined) return known;
  throw wrongUsage(
    `--view kennt ${tableViews.join(", ")}, nicht ${typed}.`,
    `--view knows ${tableViews.join(", ")}, not ${typed}.`,
  );
}
