import type { Transcript } from "@mehrwert/study";
import { type CodingMaterial, presentTranscript } from "../coding/material.ts";
import type { CodedUnits } from "./coded-units.ts";
import { type ComparedDocuments, projectOrigin } from "./compared-documents.ts";

/**
 * What coders gave to each turn of a project: the set of codes whose passages touch it, empty if none does. Turns of
 * speakers whom nobody coded anywhere, such as the interviewer, are no units. A transcript without turns gives its lines
 * that hold text.
 *
 * A coder who coded nothing in a transcript is missing there (null): whether they looked is not known.
 */
export function projectUnits(material: CodingMaterial, compared: ComparedDocuments): CodedUnits {
  const { documents, coders } = compared;
  const units: string[] = [];
  const cells: CodedUnits["cells"] = [];
  const parts = documents.map((document) => partsOf(presentTranscript(material, document)));
  const coded = documents.map((document) =>
    material.project.assignments.filter(({ excerpt }) => excerpt.document === document),
  );
  const speaking = new Set(
    parts.flatMap((ofDocument, at) =>
      ofDocument.flatMap((part) => (coded[at]?.some(touching(part)) ? [part.speaker] : [])),
    ),
  );
  for (const [at, document] of documents.entries()) {
    const ofDocument = coded[at] ?? [];
    for (const part of parts[at] ?? []) {
      if (!speaking.has(part.speaker)) continue;
      const here = ofDocument.filter(touching(part));
      units.push(`${document}:${part.name}`);
      cells.push(
        coders.map((coder) => {
          if (!ofDocument.some((each) => each.coder === coder)) return null;
          const own = here.filter((each) => each.coder === coder);
          return [...new Set(own.map(({ code }) => code))].sort();
        }),
      );
    }
  }
  return {
    ...{ source: material.title, origin: projectOrigin(material, compared) },
    ...{ units, coders: [...coders], cells, isSetValued: true, level: "nominal" },
  };
}

type Part = { name: string; speaker: string | undefined; start: number; end: number };

function partsOf({ turns, lines, positions }: Transcript): Part[] {
  if (turns.length > 0)
    return turns.map(({ number, speaker, start, end }) => ({
      ...{ name: String(number), speaker, start, end },
    }));
  return lines.flatMap((start, at) => {
    const end = lines[at + 1] ?? positions.length;
    if (positions.slice(start, end).trim() === "") return [];
    return [{ name: String(at + 1), speaker: undefined, start, end }];
  });
}

const touching =
  (part: Part) =>
  ({ excerpt }: { excerpt: { start: number; end: number } }) =>
    excerpt.start < part.end && excerpt.end > part.start;
