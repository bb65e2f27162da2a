import {
  defaultMinimumGroupSize,
  disclosureRules,
  lowestMinimumGroupSize,
} from "@mehrwert/privacy";
import { childCodes, codeSubtree, leafCodes } from "@mehrwert/study";
import { breakdownCsv, breakdownJson } from "../coding/breakdown-columns.ts";
import { type CaseBreakdown, caseBreakdown, isToldByGroup } from "../coding/case-breakdown.ts";
import { caseMatrix, caseMatrixCsv, caseMatrixReport } from "../coding/case-matrix.ts";
import { caseTable, variableNames } from "../coding/case-table.ts";
import { categoryCsv, categoryJson, categoryReport } from "../coding/category-report.ts";
import { type CategoryTable, categoryTable } from "../coding/category-table.ts";
import { coOccurrence, coOccurrenceCsv, coOccurrenceReport } from "../coding/co-occurrence.ts";
import type { CodingFilter } from "../coding/coding-lines.ts";
import type { CodingMaterial } from "../coding/material.ts";
import { saturation, saturationCsv, saturationReport } from "../coding/saturation.ts";
import type { SurveyJoin } from "../coding/survey-join.ts";
import { treeReport } from "../coding/tree-report.ts";
import type { FilterOptions } from "./code-list-command.ts";
import { chosenRelation } from "./coding-relation-option.ts";
import type { DeliveryOptions } from "./deliver.ts";
import type { Findings } from "./report-formats.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { wholeNumber } from "./typed-number.ts";

/** What `mehrwert code table` shows. */
export const tableViews = ["categories", "tree", "cases", "cooccurrence", "saturation"] as const;
export type TableView = (typeof tableViews)[number];

/** What a person says with `mehrwert code table`. */
export type TableOptions = DeliveryOptions &
  FilterOptions & {
    view?: string;
    by?: string;
    minimum?: string;
    unit?: string;
    relation?: string;
    data?: string;
    match?: string;
    columns?: string;
    anyCoder?: boolean;
  };

/** What somebody wants to see of which project. */
export type TableWish = {
  view: TableView;
  material: CodingMaterial;
  filter: CodingFilter;
  options: TableOptions;
  context: CommandContext;
};

/** Codes by cases, with the survey beside them if it was joined. */
export function caseFindings(
  { material, filter, context }: TableWish,
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

/** @throws CommandFailure for options that do not fit the view or the project */
export function findingsOf(wish: TableWish & { view: Exclude<TableView, "cases"> }): Findings {
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

function categoryFindings({ view, material, filter, options, context }: TableWish): Findings {
  const settings = { language: context.language, softwareVersion: context.shell.softwareVersion };
  const { unit = "document" } = options;
  if (unit !== "document" && unit !== "case") {
    throw wrongUsage(
      `--unit kennt document und case, nicht ${unit}.`,
      `--unit knows document and case, not ${unit}.`,
    );
  }
  const breakdown = chosenBreakdown(material, filter, options);
  const { codes, ...others } = filter;
  const counted = categoryTable(material, { unit, filter: others });
  if (view === "categories") {
    const rows = codes === undefined ? counted.rows : rowsOf(material, counted, codes);
    const shown = { ...counted, rows };
    const report = categoryReport(material, shown, settings, breakdown);
    return { report, ...documentsOf(shown, breakdown) };
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
  const report = treeReport(material, { table: counted, breakdown }, root, settings);
  return { report, ...documentsOf(shown, breakdown) };
}

/**
 * The shares by a variable that a person asked for.
 *
 * @throws CommandFailure for options that would make groups of something else than all people
 */
function chosenBreakdown(
  material: CodingMaterial,
  filter: CodingFilter,
  { by, minimum, unit }: TableOptions,
): CaseBreakdown | undefined {
  const least = wholeNumber("--minimum", minimum, lowestMinimumGroupSize, 1000);
  if (by === undefined) return undefined;
  requireVariable(material, by);
  if (unit === "document" || filter.documents !== undefined) {
    throw wrongUsage(
      "--by zählt immer alle Fälle; --unit document und --document gehen nicht dazu, sonst ließen sich einzelne Menschen errechnen.",
      "--by always counts all cases; --unit document and --document do not go with it, or single people could be computed.",
    );
  }
  const rules = disclosureRules(least ?? defaultMinimumGroupSize);
  return caseBreakdown(material, { by, filter, rules });
}

/** A table by groups says only what may be told; where that is nothing, one without groups gives nothing away. */
function documentsOf(table: CategoryTable, breakdown: CaseBreakdown | undefined) {
  if (breakdown === undefined) return { csv: categoryCsv(table), json: categoryJson(table) };
  const told = breakdownJson(breakdown, table.rows);
  if (isToldByGroup(breakdown))
    return {
      csv: breakdownCsv(breakdown, table.rows),
      json: { format: "mehrwert-coding-breakdown", ...told },
    };
  return { csv: categoryCsv(table), json: { ...told, ...categoryJson(table) } };
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
