import { codebookState } from "@mehrwert/study";
import type { CodingMaterial } from "../coding/material.ts";
import type { OriginFact } from "../text-table/study-origin.ts";

/** What of a project is compared. */
export type ComparedDocuments = {
  /** In the order of the project. */
  documents: string[];
  /** Transcripts that not every coder has coded: whether the others looked at them is not known. */
  leftOut: string[];
  coders: string[];
};

/**
 * The transcripts in which every coder coded something; with `documents`, those, whoever coded them.
 *
 * @param coders whom to compare; everybody who coded if left out
 */
export function comparedDocuments(
  { project }: Pick<CodingMaterial, "project">,
  chosen: { coders?: readonly string[]; documents?: readonly string[] } = {},
): ComparedDocuments {
  const codersOf = new Map(project.documents.map(({ id }) => [id, new Set<string>()]));
  for (const { excerpt, coder } of project.assignments) codersOf.get(excerpt.document)?.add(coder);
  const everybody = [...codersOf.values()].flatMap((names) => [...names]);
  const coders = [...(chosen.coders ?? [...new Set(everybody)].sort())];
  const isCompared = (document: string) =>
    chosen.documents?.includes(document) ??
    coders.every((coder) => codersOf.get(document)?.has(coder));
  const asked = project.documents
    .map(({ id }) => id)
    .filter((id) => chosen.documents?.includes(id) ?? true);
  const documents = asked.filter(isCompared);
  return { documents, leftOut: asked.filter((id) => !documents.includes(id)), coders };
}

/** Where the numbers come from, for the facts of a report. */
export function projectOrigin(
  { title, isSynthetic, project }: CodingMaterial,
  { documents, leftOut, coders }: ComparedDocuments,
): OriginFact[] {
  const { slug } = project.codebook;
  const list = (names: readonly string[]) => (names.length === 0 ? "–" : names.join(", "));
  return [
    { label: { de: "Projekt", en: "Project" }, value: title },
    ...(isSynthetic ? [synthetic] : []),
    { label: { de: "Codebuch", en: "Codebook" }, value: `${slug} ${codebookState(project)}` },
    { label: { de: "Transkripte", en: "Transcripts" }, value: list(documents) },
    ...(leftOut.length === 0
      ? []
      : [
          {
            label: {
              de: "Nicht von allen kodiert, deshalb nicht verglichen",
              en: "Not coded by all, so not compared",
            },
            value: list(leftOut),
          },
        ]),
    ...acceptedSuggestions(project, { documents, coders }),
  ];
}

/** Who accepted suggestions did not code as independently as the others: said wherever coders are compared. */
function acceptedSuggestions(
  { assignments }: CodingMaterial["project"],
  { documents, coders }: Pick<ComparedDocuments, "documents" | "coders">,
): OriginFact[] {
  const accepted = assignments.filter(
    ({ origin, excerpt }) =>
      origin.kind === "accepted-suggestion" && documents.includes(excerpt.document),
  );
  const counts = coders.flatMap((name) => {
    const own = accepted.filter(({ coder }) => coder === name).length;
    return own === 0 ? [] : [`${name} ${own}`];
  });
  if (counts.length === 0) return [];
  return [
    {
      label: { de: "Davon aus Vorschlägen angenommen", en: "Of these, accepted suggestions" },
      value: counts.join(", "),
    },
  ];
}

const synthetic: OriginFact = {
  label: { de: "Art der Daten", en: "Kind of data" },
  value: "synthetic",
  shown: { de: "erfunden, niemand hat das gesagt", en: "made up, nobody said this" },
};
