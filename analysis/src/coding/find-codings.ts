import { codeSubtree, type StandingAssignment } from "@mehrwert/study";
import { type CodeQuery, queriedCodes } from "./code-query.ts";
import { type CodingFilter, filteredAssignments } from "./coding-lines.ts";
import { type CodingMaterial, variableOf } from "./material.ts";
import { type PassageRelation, relationCheck } from "./passage-relation.ts";

/** What restricts a search besides its query. */
export type FindSettings = {
  relation: PassageRelation;
  /** Whether only codings of the same person count as standing together. */
  isSameCoder: boolean;
  filter?: CodingFilter;
  /** Variables of documents or cases and the values they may have. */
  where?: { variable: string; values: readonly string[] }[];
};

/**
 * Codings that a query finds: those with one of its codes (or one below) for which the query holds.
 *
 * A code holds for a coding if that coding, or one that stands together with it by the relation, has it. `not` holds if
 * no such coding has it. Only codings that filter and variables let through are looked at.
 */
export function findCodings(
  material: CodingMaterial,
  query: CodeQuery,
  { relation, isSameCoder, filter = {}, where = [] }: FindSettings,
): StandingAssignment[] {
  const documents = new Set(
    material.project.documents
      .filter((document) =>
        where.every(({ variable, values }) =>
          values.includes(variableOf(material, document, variable) ?? ""),
        ),
      )
      .map(({ id }) => id),
  );
  const all = filteredAssignments(material, filter).filter(({ excerpt }) =>
    documents.has(excerpt.document),
  );
  const codes = subtrees(material, queriedCodes(query, false));
  const wanted = new Set(queriedCodes(query, true).flatMap((id) => [...(codes.get(id) ?? [])]));
  const check = relationCheck(material, relation);
  const standTogether = (a: StandingAssignment, b: StandingAssignment) =>
    (!isSameCoder || a.coder === b.coder) && check(a, b);
  const byDocument = new Map<string, StandingAssignment[]>();
  for (const assignment of all) {
    const list = byDocument.get(assignment.excerpt.document) ?? [];
    list.push(assignment);
    byDocument.set(assignment.excerpt.document, list);
  }
  return all.filter((coding) => {
    if (!wanted.has(coding.code)) return false;
    const near = (byDocument.get(coding.excerpt.document) ?? []).filter(
      (other) => other === coding || standTogether(coding, other),
    );
    return holds(query, new Set(near.map(({ code }) => code)), codes);
  });
}

function subtrees(
  { project }: CodingMaterial,
  ids: readonly string[],
): Map<string, ReadonlySet<string>> {
  return new Map(
    ids.map((id) => [id, new Set(codeSubtree(project.codebook, id).map((code) => code.id))]),
  );
}

function holds(
  query: CodeQuery,
  present: ReadonlySet<string>,
  codes: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  switch (query.kind) {
    case "code":
      return [...(codes.get(query.code) ?? [])].some((code) => present.has(code));
    case "not":
      return !holds(query.inner, present, codes);
    case "and":
      return query.parts.every((part) => holds(part, present, codes));
    case "or":
      return query.parts.some((part) => holds(part, present, codes));
  }
}
