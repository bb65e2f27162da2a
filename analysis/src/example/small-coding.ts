import type { Codebook, CodingChange, CodingEvent } from "@mehrwert/study";

/** Two main categories with two codes each, one of them with a code below. */
export const smallBook: Codebook = {
  slug: "small",
  version: "1.0.0",
  languages: ["de", "en"],
  title: { de: "Klein", en: "Small" },
  codes: [
    ["A", undefined],
    ["A1", "A"],
    ["A1.1", "A1"],
    ["A2", "A"],
    ["B", undefined],
    ["B1", "B"],
    ["B2", "B"],
  ].map(([id = "", parent]) => ({
    id,
    ...(parent !== undefined && { parent }),
    label: { de: `Code ${id}`, en: `code ${id}` },
    origin: "deductive",
    ...(parent === undefined && { isMainCategory: true, isHeading: true }),
  })),
};

/** A UUID that says its number. */
export function numberedId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
}

/** Three transcripts of so many characters, D1 to D3, and what happened to them. */
export function codingEvents(changes: readonly CodingChange[], length: number): CodingEvent[] {
  const added = ["D1", "D2", "D3"].map(
    (document): CodingChange => ({
      kind: "document-added",
      transcript: {
        ...{ document, version: 1, length, speakers: ["I", "E1"], hash: "0".repeat(64) },
        source: { format: "txt", encoding: "UTF-8" },
      },
    }),
  );
  return [...added, ...changes].map((change, at) => ({
    ...{
      sequence: at + 1,
      id: numberedId(5000 + at),
      person: "ada",
      at: "2026-11-28T10:00:00.000Z",
    },
    change,
  }));
}
