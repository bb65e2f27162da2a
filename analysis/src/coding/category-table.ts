import {
  type Code,
  codeDepth,
  codeSubtree,
  type Polarity,
  type StandingAssignment,
} from "@mehrwert/study";
import { type CodingFilter, filteredAssignments } from "./coding-lines.ts";
import { type CodingMaterial, caseOf, variableOf } from "./material.ts";
import { type QuantifierName, verbalQuantifier } from "./verbal-quantifier.ts";

/** What is counted: every transcript, or every case (transcripts of one person or organisation count once). */
export type CountedUnit = "document" | "case";

/** How often a code came up, with everything below it. */
export type CategoryRow = {
  code: Code;
  depth: number;
  /** Units with the code or one below, in their order. */
  units: string[];
  quantifier: QuantifierName | undefined;
  /** Codings of the code or one below. */
  codings: number;
  /** Codings of the code itself. */
  ownCodings: number;
  polarity: Record<Polarity | "none", number>;
  /** Units per group, in the order of the groups. */
  groups: number[];
};

/** Counts of all codes, in the order of the codebook. */
export type CategoryTable = {
  unit: CountedUnit;
  /** All units there are, coded or not. */
  units: string[];
  /** Values of the variable that parts the units, and how many have each; empty without a variable. */
  groups: { value: string; units: string[] }[];
  rows: CategoryRow[];
  /** Codings that were counted. */
  codings: number;
};

/** How to count. */
export type CategorySettings = {
  unit?: CountedUnit;
  /** Variable of documents or cases that parts them. */
  by?: string;
  filter?: CodingFilter;
};

/**
 * Document frequency and number of codings of every code with everything below it.
 *
 * A unit counts for a code if at least one coding that the filter lets through lies in it, whoever coded. Units without a
 * value of the variable form the group `""`.
 */
export function categoryTable(
  material: CodingMaterial,
  { unit = "document", by, filter = {} }: CategorySettings = {},
): CategoryTable {
  const { codebook } = material.project;
  const units = unitsOf(material, unit, filter);
  const groups = by === undefined ? [] : groupsOf(material, { unit, by, units });
  const assignments = filteredAssignments(material, filter);
  const unitOf = (assignment: StandingAssignment) =>
    unit === "document"
      ? assignment.excerpt.document
      : caseOf(material, assignment.excerpt.document);
  const rows = codeSubtree(codebook).map((code): CategoryRow => {
    const below = new Set(codeSubtree(codebook, code.id).map(({ id }) => id));
    const own = assignments.filter((each) => below.has(each.code));
    const present = new Set(own.map(unitOf));
    const here = units.filter((each) => present.has(each));
    return {
      code,
      depth: codeDepth(codebook, code.id),
      units: here,
      quantifier: verbalQuantifier(here.length, units.length),
      codings: own.length,
      ownCodings: own.filter((each) => each.code === code.id).length,
      polarity: polarityCounts(own),
      groups: groups.map((group) => group.units.filter((each) => present.has(each)).length),
    };
  });
  return { unit, units, groups, rows, codings: assignments.length };
}

function unitsOf(
  material: CodingMaterial,
  unit: CountedUnit,
  { documents }: CodingFilter,
): string[] {
  const ids = material.project.documents.map(({ id }) => id);
  const chosen = ids.filter((id) => documents?.includes(id) ?? true);
  return unit === "document" ? chosen : [...new Set(chosen.map((id) => caseOf(material, id)))];
}

function groupsOf(
  material: CodingMaterial,
  { unit, by, units }: { unit: CountedUnit; by: string; units: readonly string[] },
): CategoryTable["groups"] {
  const values = new Map<string, string[]>();
  for (const each of units) {
    const document = material.project.documents.find(({ id }) =>
      unit === "document" ? id === each : caseOf(material, id) === each,
    );
    const value = document === undefined ? "" : (variableOf(material, document, by) ?? "");
    values.set(value, [...(values.get(value) ?? []), each]);
  }
  return [...values].map(([value, inside]) => ({ value, units: inside }));
}

function polarityCounts(assignments: readonly StandingAssignment[]): CategoryRow["polarity"] {
  const counts = { "+": 0, "-": 0, "?": 0, none: 0 };
  for (const { polarity = "none" } of assignments) counts[polarity] += 1;
  return counts;
}
