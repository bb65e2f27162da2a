import {
  type Code,
  codeDepth,
  codeSubtree,
  type Polarity,
  type StandingAssignment,
} from "@mehrwert/study";
import { type CodingFilter, filteredAssignments } from "./coding-lines.ts";
import { type CodingMaterial, caseOf } from "./material.ts";
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
};

/** Counts of all codes, in the order of the codebook. */
export type CategoryTable = {
  unit: CountedUnit;
  /** All units there are, coded or not. */
  units: string[];
  rows: CategoryRow[];
  /** Codings that were counted. */
  codings: number;
};

/** How to count. */
export type CategorySettings = {
  unit?: CountedUnit;
  filter?: CodingFilter;
};

/**
 * Document frequency and number of codings of every code with everything below it.
 *
 * A unit counts for a code if at least one coding that the filter lets through lies in it, whoever coded. It names the units
 * and so is never parted by groups; that is what `caseBreakdown` is for.
 */
export function categoryTable(
  material: CodingMaterial,
  { unit = "document", filter = {} }: CategorySettings = {},
): CategoryTable {
  const { codebook } = material.project;
  const units = unitsOf(material, unit, filter);
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
    };
  });
  return { unit, units, rows, codings: assignments.length };
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

function polarityCounts(assignments: readonly StandingAssignment[]): CategoryRow["polarity"] {
  const counts = { "+": 0, "-": 0, "?": 0, none: 0 };
  for (const { polarity = "none" } of assignments) counts[polarity] += 1;
  return counts;
}
