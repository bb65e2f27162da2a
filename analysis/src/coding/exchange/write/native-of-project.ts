import type { Codebook, CodingEvent, NativeExchange } from "@mehrwert/study";
import type { ExportInput } from "./exchange-of-project.ts";
import { type ExportContext, guidOfId } from "./export-context.ts";

/**
 * What the standard cannot carry of a project, by GUIDs of the archive, and under `history` everything else there is:
 * the codebook it began with, all events, and the texts of all earlier versions.
 */
export function nativeOfProject(
  { material, project: about, language }: ExportInput,
  context: ExportContext,
  history: { title: string; start: Codebook; events: readonly CodingEvent[] },
): NativeExchange {
  const { guid } = context;
  const { project, isSynthetic } = material;
  const { codes, $schema: _, ...codebook } = project.codebook;
  const byGuid = <T>(entries: readonly (readonly [string, T])[]) => Object.fromEntries(entries);
  const { title, start, events } = history;
  return {
    format: "mehrwert-coding-native",
    formatVersion: 1,
    project: {
      ...{ format: "mehrwert-coding", formatVersion: 1, id: about.id, title },
      createdAt: about.createdAt,
      ...(isSynthetic && { isSynthetic }),
    },
    ...{ language, codebook },
    codes: byGuid(codes.map((code) => [guid(`code:${code.id}`), code])),
    users: byGuid(
      [...new Set([...project.people, ...project.assignments.map(({ coder }) => coder)])]
        .sort()
        .map((person) => [guid(`user:${person}`), person]),
    ),
    documents: byGuid(
      project.documents.map((document) => [
        guid(`document:${document.id}`),
        nativeDocument(document),
      ]),
    ),
    cases: byGuid(project.cases.map(({ id }) => [guid(`case:${id}`), id])),
    codings: byGuid(
      project.assignments.map(({ id, polarity, isQuotation, origin }) => [
        guidOfId(context, "coding", id),
        {
          ...(polarity !== undefined && { polarity }),
          ...(isQuotation !== undefined && { isQuotation }),
          origin,
        },
      ]),
    ),
    records: [...project.records].map(([item, { text, person, at }]) => ({
      item,
      text,
      person,
      at,
    })),
    history: { start, events, texts: earlierTexts(material) },
  };
}

function nativeDocument({
  id,
  title,
  language,
  versions,
}: ExportInput["material"]["project"]["documents"][number]): NativeExchange["documents"][string] {
  const { speakers, source } = versions.at(-1) ?? {
    speakers: [],
    source: { format: "txt", encoding: "UTF-8" },
  };
  return {
    id,
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...{ speakers, source },
  };
}

function earlierTexts({ transcripts }: ExportInput["material"]) {
  return [...transcripts.values()].flatMap((versions) =>
    versions.slice(0, -1).map(({ document, version, text }) => ({ document, version, text })),
  );
}
