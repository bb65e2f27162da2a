import {
  codeSubtree,
  excerptsOverlap,
  exclusiveGroupOf,
  type LocalizedText,
  type StandingAssignment,
} from "@mehrwert/study";
import { shortId } from "./coding-lines.ts";
import { type CodingMaterial, presentTranscript } from "./material.ts";

/** Where the rules for all codes are broken: what it is about, and the rule. */
export type BrokenRule = { codings: string[]; codes: string[]; message: LocalizedText };

/**
 * Codings that break the rules of the codebook: codes of one group on overlapping passages of one coder, passages over
 * more than one turn, headings that are coded, inductive codes with fewer than two passages or without a memo.
 */
export function brokenRules(material: CodingMaterial): BrokenRule[] {
  return [
    ...exclusiveOverlaps(material),
    ...longPassages(material),
    ...codedHeadings(material),
    ...thinInductiveCodes(material),
  ];
}

function exclusiveOverlaps({ project }: CodingMaterial): BrokenRule[] {
  const { assignments, codebook } = project;
  const groups = new Map(codebook.codes.map(({ id }) => [id, exclusiveGroupOf(codebook, id)]));
  const broken: BrokenRule[] = [];
  for (const [at, first] of assignments.entries()) {
    for (let next = at + 1; next < assignments.length; next += 1) {
      const second = assignments[next];
      if (second === undefined) break;
      // Sorted by place: nothing further on can overlap.
      if (second.excerpt.document !== first.excerpt.document) break;
      if (second.excerpt.start >= first.excerpt.end) break;
      if (first.coder !== second.coder || first.code === second.code) continue;
      const group = groups.get(first.code);
      if (group === undefined || group !== groups.get(second.code)) continue;
      if (excerptsOverlap(first.excerpt, second.excerpt))
        broken.push(overlap(first, second, group));
    }
  }
  return broken;
}

function overlap(a: StandingAssignment, b: StandingAssignment, group: string): BrokenRule {
  const [document, coder] = [a.excerpt.document, a.coder];
  return {
    codings: [a.id, b.id],
    codes: [a.code, b.code],
    message: {
      de: `${document}: ${a.code} (${shortId(a.id)}) und ${b.code} (${shortId(b.id)}) von ${coder} überlappen, schließen sich aber in ${group} aus.`,
      en: `${document}: ${a.code} (${shortId(a.id)}) and ${b.code} (${shortId(b.id)}) of ${coder} overlap but exclude each other in ${group}.`,
    },
  };
}

function longPassages(material: CodingMaterial): BrokenRule[] {
  return material.project.assignments.flatMap(({ id, code, coder, excerpt }) => {
    const { turns } = presentTranscript(material, excerpt.document);
    const touched = turns.filter(({ start, end }) => start < excerpt.end && end > excerpt.start);
    if (touched.length < 2) return [];
    const { document } = excerpt;
    return [
      {
        codings: [id],
        codes: [code],
        message: {
          de: `${document}: ${code} (${shortId(id)}) von ${coder} reicht über ${touched.length} Redebeiträge.`,
          en: `${document}: ${code} (${shortId(id)}) of ${coder} spans ${touched.length} turns.`,
        },
      },
    ];
  });
}

function codedHeadings({ project }: CodingMaterial): BrokenRule[] {
  const headings = project.codebook.codes.filter(({ isHeading }) => isHeading === true);
  return headings.flatMap(({ id }) => {
    const codings = project.assignments.filter(({ code }) => code === id);
    if (codings.length === 0) return [];
    return [
      {
        codings: codings.map((each) => each.id),
        codes: [id],
        message: {
          de: `${id} ist nur Überschrift, aber ${codings.length}-mal kodiert.`,
          en: `${id} is a heading only but was coded ${codings.length} times.`,
        },
      },
    ];
  });
}

function thinInductiveCodes({ project }: CodingMaterial): BrokenRule[] {
  const { codebook, assignments, memos } = project;
  return codebook.codes.flatMap(({ id, origin }) => {
    if (origin !== "inductive") return [];
    const below = new Set(codeSubtree(codebook, id).map((each) => each.id));
    const own = assignments.filter(({ code }) => below.has(code));
    const passages = new Set(own.map(({ excerpt: { document, start } }) => `${document} ${start}`));
    const hasMemo = memos.some(({ about }) => about.kind === "code" && about.code === id);
    const few = {
      de: `Der induktive Code ${id} hat ${passages.size} Stellen; nötig sind mindestens zwei.`,
      en: `The inductive code ${id} has ${passages.size} passages; at least two are needed.`,
    };
    const mute = {
      de: `Dem induktiven Code ${id} fehlt ein Memo, das ihn begründet.`,
      en: `The inductive code ${id} lacks a memo that gives its reason.`,
    };
    return [...(passages.size < 2 ? [few] : []), ...(hasMemo ? [] : [mute])].map((message) => ({
      codings: own.map((each) => each.id),
      codes: [id],
      message,
    }));
  });
}
