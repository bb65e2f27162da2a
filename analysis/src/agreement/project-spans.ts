import type { Segment } from "@mehrwert/statistics";
import { exclusiveGroupOf } from "@mehrwert/study";
import { type CodingMaterial, presentTranscript } from "../coding/material.ts";
import { type ComparedDocuments, projectOrigin } from "./compared-documents.ts";
import type { MarkedSpans, SpanCode } from "./marked-spans.ts";

/**
 * What coders marked in a project, its transcripts one behind the other as one long text. Codes that exclude each other
 * by the codebook are a group; a code that excludes none is a group of its own.
 *
 * Positions are code points of the present versions. Codings that a correction left to be reviewed count where they stand.
 */
export function projectSpans(material: CodingMaterial, compared: ComparedDocuments): MarkedSpans {
  const { documents, coders } = compared;
  const { assignments, codebook } = material.project;
  const starts = new Map<string, number>();
  let length = 0;
  for (const document of documents) {
    starts.set(document, length);
    length += presentTranscript(material, document).positions.length;
  }
  const inside = assignments.filter(({ excerpt }) => starts.has(excerpt.document));
  const kept = inside.filter(({ coder }) => coders.includes(coder));
  const used = new Set(kept.map(({ code }) => code));
  const codes = codebook.codes.flatMap(({ id }): SpanCode[] =>
    used.has(id) ? [{ name: id, group: exclusiveGroupOf(codebook, id) ?? id }] : [],
  );
  const codeAt = new Map(codes.map(({ name }, place) => [name, place]));
  const segments = kept.map(({ coder, code, excerpt: { document, start, end } }): Segment => {
    const offset = starts.get(document) ?? 0;
    return {
      ...{ coder: coders.indexOf(coder), code: codeAt.get(code) ?? -1 },
      ...{ start: offset + start, end: offset + end },
    };
  });
  return {
    ...{ source: material.title, origin: projectOrigin(material, compared) },
    ...{ length, coders: [...coders], codes, segments },
    leftOut: inside.length - kept.length,
  };
}
