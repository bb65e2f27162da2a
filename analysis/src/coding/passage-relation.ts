import {
  excerptDistance,
  excerptsOverlap,
  type LocalizedText,
  type StandingAssignment,
} from "@mehrwert/study";
import { type CodingMaterial, presentTranscript } from "./material.ts";

/** When two codings count as standing together. */
export type PassageRelation =
  | { kind: "overlap" }
  | { kind: "same-passage" }
  | { kind: "same-turn" }
  | { kind: "same-document" }
  /** At most so many code points between them. */
  | { kind: "near"; distance: number };

/** The names that people type. */
export const relationNames = ["overlap", "same", "turn", "document", "near:N"] as const;

/**
 * The relation a person typed.
 *
 * @returns undefined if it is none
 * @example typedRelation("near:200") // { kind: "near", distance: 200 }
 */
export function typedRelation(typed: string): PassageRelation | undefined {
  const near = /^near:(\d{1,7})$/.exec(typed);
  if (near !== null) return { kind: "near", distance: Number(near[1]) };
  return typedRelations.get(typed);
}

const typedRelations: ReadonlyMap<string, PassageRelation> = new Map([
  ["overlap", { kind: "overlap" }],
  ["same", { kind: "same-passage" }],
  ["turn", { kind: "same-turn" }],
  ["document", { kind: "same-document" }],
]);

/** The relation as a sentence, for every table that rests on it. */
export function relationInWords(relation: PassageRelation): LocalizedText {
  switch (relation.kind) {
    case "overlap":
      return {
        de: "Zwei Kodierungen stehen zusammen, wenn sie mindestens ein Zeichen teilen.",
        en: "Two codings stand together if they share at least one character.",
      };
    case "same-passage":
      return {
        de: "Zwei Kodierungen stehen zusammen, wenn sie genau dieselbe Stelle umfassen.",
        en: "Two codings stand together if they cover exactly the same passage.",
      };
    case "same-turn":
      return {
        de: "Zwei Kodierungen stehen zusammen, wenn sie denselben Redebeitrag berühren.",
        en: "Two codings stand together if they touch the same turn.",
      };
    case "same-document":
      return {
        de: "Zwei Kodierungen stehen zusammen, wenn sie im selben Transkript liegen.",
        en: "Two codings stand together if they lie in the same transcript.",
      };
    case "near":
      return {
        de: `Zwei Kodierungen stehen zusammen, wenn höchstens ${relation.distance} Zeichen zwischen ihnen liegen.`,
        en: `Two codings stand together if at most ${relation.distance} characters lie between them.`,
      };
  }
}

/** Tells of two codings whether they stand together; turns are looked up once. */
export function relationCheck(
  material: CodingMaterial,
  relation: PassageRelation,
): (a: StandingAssignment, b: StandingAssignment) => boolean {
  switch (relation.kind) {
    case "overlap":
      return (a, b) => excerptsOverlap(a.excerpt, b.excerpt);
    case "same-passage":
      return ({ excerpt: a }, { excerpt: b }) =>
        a.document === b.document && a.start === b.start && a.end === b.end;
    case "same-document":
      return (a, b) => a.excerpt.document === b.excerpt.document;
    case "near":
      return (a, b) => (excerptDistance(a.excerpt, b.excerpt) ?? Infinity) <= relation.distance;
    case "same-turn":
      return turnCheck(material);
  }
}

function turnCheck(material: CodingMaterial) {
  const touched = new Map<string, Set<number>>();
  const turnsOf = ({ id, excerpt }: StandingAssignment): Set<number> => {
    const known = touched.get(id);
    if (known !== undefined) return known;
    const { turns } = presentTranscript(material, excerpt.document);
    const own = turns.filter(({ start, end }) => start < excerpt.end && end > excerpt.start);
    const numbers = new Set(own.map(({ number }) => number));
    touched.set(id, numbers);
    return numbers;
  };
  return (a: StandingAssignment, b: StandingAssignment) =>
    a.excerpt.document === b.excerpt.document &&
    [...turnsOf(a)].some((number) => turnsOf(b).has(number));
}
