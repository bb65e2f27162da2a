import { childCodes, codeSubtree, leafCodes } from "@mehrwert/study";
import { Command } from "commander";
import { caseMatrix, caseMatrixCsv, caseMatrixReport } from "../coding/case-matrix.ts";
import { caseTable, variableNames } from "../coding/case-table.ts";
import { categoryCsv, categoryJson, categoryReport } from "../coding/category-report.ts";
import { categoryTable } from "../coding/category-table.ts";
import { coOccurrence, coOccurrenceCsv, coOccurrenceReport } from "../coding/co-occurrence.ts";
import type { CodingFilter } from "../coding/coding-lines.ts";
import type { CodingMaterial } from "../coding/material.ts";
import { saturation, saturationCsv, saturationReport } from "../coding/saturation.ts";
import type { SurveyJoin } from "../coding/survey-join.ts";
import { treeReport } from "../coding/tree-report.ts";
import { type FilterOptions, filterOf, withFilter } from "./code-list-command.ts";
import { openProject, withProject } from "./coding-options.ts";
import { chosenRelation, withRelation } from "./coding-relation-option.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { joinedSurvey } from "./joined-survey.ts";
import type { Findings } from "./report-formats.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";

const views = ["categories", "tree", "cases", "cooccurrence", "saturation"] as const;
type View = (typeof views)[number];

type TableOptions = DeliveryOptions &
  FilterOptions & {
    view?: string;
    by?: string;
    unit?: string;
    relation?: string;
    data?: string;
    match?: string;
    columns?: string;
    anyCoder?: boolean;
  };

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
      `--view <${views.join("|")}>`,
      text(
        "was gezeigt wird, sonst categories; tree braucht --code",
        "what to show, else categories; tree needs --code",
      ),
    )
    .option("--by <variable>", text("nach dieser Variablen getrennt", "by this variable"))
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

function chosenView(typed: string | undefined): View {
  const known = views.find((view) => view === (typed ?? "categories"));
  if (known !== undefined) return known;
  throw wrongUsage(
    `--view kennt ${views.join(", ")}, nicht ${typed}.`,
    `--view knows ${views.join(", ")}, not ${typed}.`,
  );
}

type Wish = {
  view: View;
  material: CodingMaterial;
  filter: CodingFilter;
  options: TableOptions;
  context: CommandContext;
};

function caseFindings(
  { material, filter, context }: Wish,
  joined: SurveyJoin | undefined,
): Findings {
  const settings = { language: context.language, softwareVersion: context.shell.softwareVersion };
  const matrix = caseMatrix(material, filter);
  const { cases, codes, counts, total } = matrix;
  return {
    report: caseMatrixReport(material, matrix, settings, joined),
    csv: caseMatrixCsv(material, matrix, joined),
    json: { cases, codes: codes.map(({ id }) => id), counts, total, survey: joined ?? null },
  };
}

function findingsOf(wish: Wish & { view: Exclude<View, "cases"> }): Findings {
  const { view, material, filter, options, context } = wish;
  const settings = { language: context.language, softwareVersion: context.shell.softwareVersion };
  switch (view) {
    case "categories":
    case "tree":
      return categoryFindings(wish);
    case "cooccurrence": {
      const isSameCoder = options.anyCoder !== true;
      const found = coOccurrence(material, {
        relation: chosenRelation(options.relation),
        isSameCoder,
        filter,
      });
      return {
        report: coOccurrenceReport(material, found, settings),
        csv: coOccurrenceCsv(found),
        json: found,
      };
    }
    case "saturation": {
      const steps = saturation(material, filter);
      return {
        report: saturationReport(material, steps, settings),
        csv: saturationCsv(steps),
        json: { steps },
      };
    }
  }
}

function categoryFindings({ view, material, filter, options, context }: Wish): Findings {
  const settings = { language: context.language, softwareVersion: context.shell.softwareVersion };
  const { by, unit = "document" } = options;
  if (unit !== "document" && unit !== "case") {
    throw wrongUsage(
      `--unit kennt document und case, nicht ${unit}.`,
      `--unit knows document and case, not ${unit}.`,
    );
  }
  if (by !== undefined) requireVariable(material, by);
  const { codes, ...others } = filter;
  const counted = categoryTable(material, {
    unit,
    filter: others,
    ...(by !== undefined && { by }),
  });
  if (view === "categories") {
    const rows = codes === undefined ? counted.rows : rowsOf(material, counted, codes);
    const shown = { ...counted, rows };
    return {
      report: categoryReport(material, shown, settings),
      csv: categoryCsv(shown),
      json: categoryJson(shown),
    };
  }
  const [root, second] = codes ?? [];
  if (root === undefined || second !== undefined) {
    throw wrongUsage(
      "--view tree braucht genau einen --code, etwa F3.",
      "--view tree needs exactly one --code, such as F3.",
    );
  }
  const { codebook } = material.project;
  if (childCodes(codebook, root).length === 0) {
    throw badInput(`Unter ${root} liegen keine Codes.`, `There are no codes below ${root}.`);
  }
  const leaves = new Set(leafCodes(codebook, root).map(({ id }) => id));
  const shown = { ...counted, rows: counted.rows.filter(({ code }) => leaves.has(code.id)) };
  return {
    report: treeReport(material, counted, root, settings),
    csv: categoryCsv(shown),
    json: categoryJson(shown),
  };
}

/** Chosen codes with everything below; the depth counts from the chosen ones. */
function rowsOf(
  material: CodingMaterial,
  { rows }: ReturnType<typeof categoryTable>,
  codes: readonly string[],
) {
  return codes.flatMap((id) => {
    const inside = new Set(codeSubtree(material.project.codebook, id).map((code) => code.id));
    const own = rows.filter(({ code }) => inside.has(code.id));
    const top = own[0]?.depth ?? 0;
    return own.map((row) => ({ ...row, depth: row.depth - top }));
  });
}

function requireVariable(material: CodingMaterial, name: string): void {
  const names = variableNames(caseTable(material));
  if (names.includes(name)) return;
  throw badInput(
    `Eine Variable ${name} haben die Fälle nicht; sie haben: ${names.join(", ") || "keine"}.`,
    `The cases have no variable ${name}; they have: ${names.join(", ") || "none"}.`,
  );
}
