import { type DisclosureRules, discloseCases, type ShownCases } from "@mehrwert/privacy";
import { codeSubtree } from "@mehrwert/study";
import { caseTable } from "./case-table.ts";
import { type CodingFilter, filteredAssignments } from "./coding-lines.ts";
import { type CodingMaterial, caseOf } from "./material.ts";

/** Codes by groups of cases, as far as they may be told. */
export type CaseBreakdown = {
  /** The variable that parts the cases. */
  by: string;
  minimum: number;
  shown: ShownCases;
};

/**
 * To which share of the cases of each group a code or one below applies, under the same rules as the survey's tables: a
 * group is the cases with one value of a variable.
 *
 * Cases are counted, never transcripts: a group of ten transcripts can be two people. They are always all cases, and
 * all codes are judged together, whichever are looked at later.
 */
export function caseBreakdown(
  material: CodingMaterial,
  {
    by,
    filter,
    rules,
  }: { by: string; filter: Pick<CodingFilter, "coders" | "marks">; rules: DisclosureRules },
): CaseBreakdown {
  const given = new Map<string, Set<string>>();
  for (const { code, excerpt } of filteredAssignments(material, filter)) {
    const id = caseOf(material, excerpt.document);
    given.set(id, (given.get(id) ?? new Set()).add(code));
  }
  const cases = caseTable(material)
    .filter(({ documents }) => documents.length > 0)
    .map(({ case: id, variables }) => ({
      category: variables[by] ?? "",
      codes: [...(given.get(id) ?? [])],
    }));
  const categories = [...new Set(cases.map(({ category }) => category))].filter(Boolean).sort();
  const codes = codeSubtree(material.project.codebook);
  const shown = discloseCases({ categories, codes, cases, rules });
  return { by, minimum: rules.minimum, shown };
}

/** Whether anything is told by group; if not, a table without groups gives nothing away. */
export function isToldByGroup({ shown }: CaseBreakdown): boolean {
  return shown.groups.length > 0;
}
