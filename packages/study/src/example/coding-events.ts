import type { Codebook } from "../codebook/schema.ts";
import type { CodingChange, CodingEvent } from "../coding-event/schema.ts";

/** A small codebook: two main categories with two codes each, one of them with a code below. */
export const smallCodebook: Codebook = {
  slug: "small",
  version: "1.0.0",
  languages: ["de", "en"],
  title: { de: "Klein", en: "Small" },
  codes: (
    [
      ["A", undefined],
      ["A1", "A"],
      ["A1.1", "A1"],
      ["A2", "A"],
      ["B", undefined],
      ["B1", "B"],
      ["B2", "B"],
    ] as const
  ).map(([id, parent]) => ({
    id,
    ...(parent !== undefined && { parent }),
    label: { de: `Code ${id}`, en: `code ${id}` },
    origin: "deductive" as const,
    ...(parent === undefined && { isMainCategory: true, isHeading: true }),
  })),
};

/** A UUID that says its number, the same each time. */
export function numberedId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
}

/** Events of one person, one after the other. */
export function eventsOf(
  changes: readonly CodingChange[],
  person = "anna",
  from = 1,
): CodingEvent[] {
  return changes.map((change, at) => ({
    sequence: from + at,
    id: numberedId(from + at),
    person,
    at: `2026-11-28T10:00:00.${String((from + at) % 1000).padStart(3, "0")}Z`,
    change,
  }));
}

/** A transcript of so many characters. */
export function documentAdded(document: string, length = 100): CodingChange {
  return {
    kind: "document-added",
    transcript: {
      ...{ document, version: 1, length, speakers: [] },
      hash: "0".repeat(64),
      source: { format: "txt", encoding: "UTF-8" },
    },
  };
}

/** A coding with a number for its id. */
export function codingAdded(
  number: number,
  code: string,
  place: { document?: string; version?: number; start?: number; end?: number; coder?: string } = {},
): CodingChange {
  const { document = "E1", version = 1, start = 0, end = 10, coder = "anna" } = place;
  return {
    kind: "coding-added",
    coding: {
      id: numberedId(1000 + number),
      excerpt: { document, version, start, end },
      ...{ code, coder },
      origin: { kind: "by-hand" },
    },
  };
}
