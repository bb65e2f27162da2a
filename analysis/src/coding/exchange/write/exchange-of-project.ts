import {
  type Code,
  childCodes,
  type ExchangeRecord,
  type Language,
  type ProjectDocument,
} from "@mehrwert/study";
import type { CodingMaterial } from "../../material.ts";
import { presentTranscript } from "../../material.ts";
import type { ExchangeCode, ExchangeProject, ExchangeValue } from "../exchange-project.ts";
import { madeUpSentence } from "../made-up-sentence.ts";
import { codeDescription } from "./code-description.ts";
import { exchangeSelections } from "./exchange-selections.ts";
import { exchangeVariables, pseudonymVariable } from "./exchange-variables.ts";
import { type ExportContext, exportContext } from "./export-context.ts";
import { noteAuthors, type PlacedNotes, placedNotes } from "./placed-notes.ts";

/** What an export is made from. */
export type ExportInput = {
  material: CodingMaterial;
  /** Id and beginning of the project. */
  project: { id: string; createdAt: string };
  record: ExchangeRecord;
  /** Names and descriptions of codes are written in one language. */
  language: Language;
  softwareVersion: string;
};

/** A coding project as the standard holds it: its present state, texts in their last version. */
export function exchangeOfProject(input: ExportInput): {
  project: ExchangeProject;
  context: ExportContext;
  placed: PlacedNotes;
} {
  const { material, record, language } = input;
  const context = exportContext({ material, language, record, projectId: input.project.id });
  const placed = placedNotes(context);
  const { project, title, isSynthetic } = material;
  const people = [
    ...project.assignments.map(({ coder }) => coder),
    ...project.documents.map(creatorOf),
    ...noteAuthors(project.memos),
  ];
  const exchange: ExchangeProject = {
    name: title,
    origin: `Mehrwert ${input.softwareVersion}`,
    ...(isSynthetic && { description: madeUpSentence }),
    at: input.project.createdAt,
    users: [...new Set(people)].sort().map((coder) => ({
      guid: context.guid(`user:${coder}`),
      name: shownName(context, coder),
    })),
    codes: exchangeCodes(context, placed, undefined),
    variables: exchangeVariables(context),
    cases: project.cases.map((each) => {
      const description = placed.ofCases.get(each.id);
      const named = each.pseudonym === undefined ? {} : { [pseudonymVariable]: each.pseudonym };
      return {
        guid: context.guid(`case:${each.id}`),
        name: context.name(`case:${each.id}`) ?? each.id,
        ...(description !== undefined && { description }),
        values: values(context, { ...each.variables, ...named }),
        sources: each.documents
          .filter((id) => project.documents.some((document) => document.id === id))
          .map((id) => context.guid(`document:${id}`)),
      };
    }),
    sources: project.documents.map((document) => exchangeSource(context, placed, document)),
    notes: placed.notes,
    noteRefs: placed.about.get("project") ?? [],
  };
  return { project: exchange, context, placed };
}

/** Other programs take addresses for names of people; an export never holds one. */
function shownName({ name }: ExportContext, coder: string): string {
  const other = name(`user:${coder}`);
  return other === undefined || other.includes("@") ? coder : other;
}

function creatorOf({ versions }: ProjectDocument): string {
  return versions[0]?.person ?? "";
}

function exchangeCodes(
  context: ExportContext,
  placed: PlacedNotes,
  parent: string | undefined,
): ExchangeCode[] {
  return childCodes(context.material.project.codebook, parent).map((code) => ({
    ...exchangeCode(context, code),
    noteRefs: placed.about.get(`code:${code.id}`) ?? [],
    codes: exchangeCodes(context, placed, code.id),
  }));
}

function exchangeCode(
  context: ExportContext,
  code: Code,
): Omit<ExchangeCode, "noteRefs" | "codes"> {
  const description = codeDescription(code, context.language);
  return {
    guid: context.guid(`code:${code.id}`),
    name: code.label[context.language],
    isCodable: code.isHeading !== true,
    ...(code.colour !== undefined && { colour: code.colour }),
    ...(description !== undefined && { description }),
  };
}

function exchangeSource(
  context: ExportContext,
  placed: PlacedNotes,
  document: ProjectDocument,
): ExchangeProject["sources"][number] {
  const { id, title, versions, variables } = document;
  const at = versions[0]?.at;
  return {
    guid: context.guid(`document:${id}`),
    name: title ?? id,
    text: presentTranscript(context.material, id).text,
    user: context.guid(`user:${creatorOf(document)}`),
    ...(at !== undefined && { at }),
    selections: exchangeSelections(context, placed, id),
    noteRefs: placed.about.get(`document:${id}`) ?? [],
    values: values(context, variables),
  };
}

/** In the order of names, so that the order in which they were set does not matter. */
function values({ guid }: ExportContext, variables: Record<string, string>): ExchangeValue[] {
  return Object.entries(variables)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ variable: guid(`variable:${name}`), value }));
}
