import { csvText, type StandingAssignment } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { Report } from "../report/report.ts";
import { type CodingFilter, filteredAssignments } from "./coding-lines.ts";
import type { CodingMaterial } from "./material.ts";
import { type PassageRelation, relationCheck, relationInWords } from "./passage-relation.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";

/** Two codings that stand together, by their ids; the first comes first in the list of codings. */
export type CodingPair = { first: string; second: string; codes: [string, string] };

/** How often two codes stand together, in how many transcripts. */
export type CoOccurrence = {
  relation: PassageRelation;
  /** Whether only codings of the same person count as standing together. */
  isSameCoder: boolean;
  /** Every pair of codings with different codes, once. */
  pairs: CodingPair[];
  /** Pairs of codes that stand together at least once, most frequent first; `count` adds up to the number of pairs. */
  cells: { codes: [string, string]; count: number; documents: string[] }[];
};

/**
 * Which codes stand together, by a stated rule. Each pair of codings with different codes counts once, whichever comes
 * first; codings of the same code never pair.
 */
export function coOccurrence(
  material: CodingMaterial,
  settings: { relation: PassageRelation; isSameCoder: boolean; filter?: CodingFilter },
): CoOccurrence {
  const { relation, isSameCoder, filter = {} } = settings;
  const assignments = filteredAssignments(material, filter);
  const standTogether = relationCheck(material, relation);
  const pairs: CodingPair[] = [];
  const cells = new Map<
    string,
    { codes: [string, string]; count: number; documents: Set<string> }
  >();
  for (const [document, inside] of byDocument(assignments)) {
    for (const [at, first] of inside.entries()) {
      for (let next = at + 1; next < inside.length; next += 1) {
        const second = inside[next];
        if (second === undefined || first.code === second.code) continue;
        if (isSameCoder && first.coder !== second.coder) continue;
        if (!standTogether(first, second)) continue;
        const codes: [string, string] =
          first.code < second.code ? [first.code, second.code] : [second.code, first.code];
        pairs.push({ first: first.id, second: second.id, codes });
        const key = codes.join(" ");
        const cell = cells.get(key) ?? { codes, count: 0, documents: new Set<string>() };
        cell.count += 1;
        cell.documents.add(document);
        cells.set(key, cell);
      }
    }
  }
  const listed = [...cells.values()].map((cell) => ({ ...cell, documents: [...cell.documents] }));
  return {
    ...{ relation, isSameCoder, pairs },
    cells: listed.sort((a, b) => b.count - a.count || (a.codes.join() < b.codes.join() ? -1 : 1)),
  };
}

function byDocument(assignments: readonly StandingAssignment[]): Map<string, StandingAssignment[]> {
  const documents = new Map<string, StandingAssignment[]>();
  for (const assignment of assignments) {
    const { document } = assignment.excerpt;
    const list = documents.get(document) ?? [];
    list.push(assignment);
    documents.set(document, list);
  }
  return documents;
}

/** Which codes stand together, for people. */
export function coOccurrenceReport(
  material: CodingMaterial,
  { relation, isSameCoder, pairs, cells }: CoOccurrence,
  settings: CodingReportSettings,
): Report {
  const { language } = settings;
  const text = (de: string, en: string) => ({ de, en })[language];
  const labels = new Map(
    material.project.codebook.codes.map(({ id, label }) => [id, label[language]]),
  );
  const named = (id: string) => `${id} ${labels.get(id) ?? ""}`;
  return codingReport(material, settings, {
    title: text(`Gemeinsames Auftreten: ${material.title}`, `Co-occurrence: ${material.title}`),
    sections: [
      {
        heading: text("Codes, die zusammenstehen", "Codes that stand together"),
        sentences: [
          relationInWords(relation)[language],
          isSameCoder
            ? text(
                "Gezählt sind nur Paare derselben Person.",
                "Only pairs of the same person are counted.",
              )
            : text(
                "Gezählt sind auch Paare verschiedener Personen.",
                "Pairs of different persons are counted, too.",
              ),
          text(
            `${formatNumber(pairs.length, "de")} Paare von Kodierungen mit verschiedenen Codes; die Spalte Paare ergibt zusammen dieselbe Zahl.`,
            `${formatNumber(pairs.length, "en")} pairs of codings with different codes; the column of pairs adds up to the same number.`,
          ),
        ],
        tables: [
          {
            caption: text("Gemeinsames Auftreten", "Co-occurrence"),
            columns: [
              { label: text("Code", "Code"), align: "left" },
              { label: text("mit", "with"), align: "left" },
              { label: text("Paare", "Pairs"), align: "right" },
              { label: text("Transkripte", "Transcripts"), align: "right" },
            ],
            lines: cells.map(({ codes, count, documents }) => [
              ...codes.map(named),
              formatNumber(count, language),
              formatNumber(documents.length, language),
            ]),
          },
        ],
        figures: [],
      },
    ],
  });
}

/** The same as a flat table. */
export function coOccurrenceCsv({ cells }: CoOccurrence): string {
  return csvText([
    ["code", "with", "pairs", "documents"],
    ...cells.map(({ codes, count, documents }) => [
      ...[...codes, String(count), documents.join("|")],
    ]),
  ]);
}
