import { codebookState, codeSubtree, type LocalizedText } from "@mehrwert/study";
import { caseTable, variableNames } from "./case-table.ts";
import { categoryTable } from "./category-table.ts";
import { coreqQuestions } from "./coreq-questions.ts";
import type { CodingMaterial } from "./material.ts";
import { saturation } from "./saturation.ts";

/** One item of a reporting checklist: what is asked, and what the project knows of it by itself. */
export type CoreqItem = {
  /** As in the checklist, from 12. */
  number: number;
  name: LocalizedText;
  asks: LocalizedText;
  /** Computed from the project; absent where only people know. */
  known?: LocalizedText;
};

/**
 * Items 12 to 32 of COREQ (domains study design and analysis), in our words, each with what follows from the project.
 *
 * Source: Tong, Sainsbury and Craig 2007, Consolidated criteria for reporting qualitative research, Int J Qual Health Care
 * 19(6), 349–357.
 */
export function coreqItems(material: CodingMaterial, softwareVersion: string): CoreqItem[] {
  const known = knownItems(material, softwareVersion);
  return coreqQuestions.map(([number, name, asks]) => {
    const found = known.get(number);
    return { number, name, asks, ...(found !== undefined && { known: found }) };
  });
}

/** The key under which a person records an item. @example coreqKey(19) // "coreq-19" */
export function coreqKey(number: number): string {
  return `coreq-${number}`;
}

type Known = [number, LocalizedText];

function knownItems(material: CodingMaterial, softwareVersion: string): Map<number, LocalizedText> {
  return new Map([
    ...sampleItems(material),
    ...described(material),
    ...codingItems(material),
    [27, say(`Mehrwert ${softwareVersion}.`, `Mehrwert ${softwareVersion}.`)] satisfies Known,
    ...findingItems(material),
  ]);
}

function sampleItems(material: CodingMaterial): Known[] {
  const { documents, memos } = material.project;
  const cases = caseTable(material).length;
  const notes = memos.filter(({ about }) => about.kind === "document").length;
  const size = say(
    `${cases} Fälle mit ${documents.length} Transkripten.`,
    `${cases} cases with ${documents.length} transcripts.`,
  );
  const field = say(
    `${notes} Memos zu Transkripten liegen im Projekt.`,
    `${notes} memos on transcripts are in the project.`,
  );
  return notes > 0
    ? [
        [12, size],
        [20, field],
      ]
    : [[12, size]];
}

function codingItems(material: CodingMaterial): Known[] {
  const { assignments, codebook } = material.project;
  const coders = [...new Set(assignments.map(({ coder }) => coder))].sort();
  const codes = codeSubtree(codebook);
  const inductive = codes.filter(({ origin }) => origin === "inductive").map(({ id }) => id);
  const given = codes.length - inductive.length;
  const state = `${codebook.slug} ${codebookState(material.project)}`;
  const who = `${coders.length}: ${coders.join(", ") || "–"}.`;
  return [
    [24, say(who, who)],
    [
      25,
      say(
        `Codebuch ${state}, ${codes.length} Codes; als Dokument: „mehrwert code export … codebook“.`,
        `Codebook ${state}, ${codes.length} codes; as a document: “mehrwert code export … codebook”.`,
      ),
    ],
    [
      26,
      say(
        `Vorgegebene Codes: ${given}; aus dem Material: ${inductive.length}${listed(inductive)}.`,
        `Codes given in advance: ${given}; from the material: ${inductive.length}${listed(inductive)}.`,
      ),
    ],
  ];
}

function findingItems(material: CodingMaterial): Known[] {
  const { assignments, codebook } = material.project;
  const steps = saturation(material);
  const last = steps.findLast(({ fresh }) => fresh.length > 0);
  const quotations = assignments.filter(({ isQuotation }) => isQuotation === true).length;
  const top = codebook.codes.filter(({ parent }) => parent === undefined);
  const rows = categoryTable(material).rows;
  const minor = rows.filter((row) => row.units.length === 1 && row.ownCodings > 0);
  const rare = minor.map(({ code }) => code.id).join(", ");
  const named = (language: "de" | "en") =>
    top.map(({ id, label }) => `${id} ${label[language]}`).join(", ");
  const saturated = (name: string, place: number): Known => [
    22,
    say(
      `Den letzten neuen Code brachte ${name}, das ${place}. von ${steps.length} Transkripten.`,
      `The last new code came from ${name}, number ${place} of ${steps.length} transcripts.`,
    ),
  ];
  const quoted: Known = [
    29,
    say(
      `${quotations} Stellen sind als Zitat ausgewählt, jede mit dem Kürzel ihres Gesprächs.`,
      `${quotations} passages are chosen as quotations, each with the name of its interview.`,
    ),
  ];
  return [
    ...(last === undefined ? [] : [saturated(last.document, steps.indexOf(last) + 1)]),
    ...(quotations > 0 ? [quoted] : []),
    [
      31,
      say(
        `Hauptthemen sind die Kategorien ${named("de")}.`,
        `Major themes are the categories ${named("en")}.`,
      ),
    ],
    [
      32,
      say(
        `Nur in einem Gespräch: ${rare || "kein Code"}.`,
        `In one interview only: ${rare || "no code"}.`,
      ),
    ],
  ];
}

function described(material: CodingMaterial): Known[] {
  const cases = caseTable(material);
  const names = variableNames(cases);
  if (names.length === 0) return [];
  const parts = names.map((name) => {
    const counts = new Map<string, number>();
    for (const { variables } of cases) {
      const value = variables[name] ?? "–";
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return `${name}: ${[...counts].map(([value, count]) => `${value} ${count}`).join(", ")}`;
  });
  return [[16, say(`${parts.join("; ")}.`, `${parts.join("; ")}.`)]];
}

function listed(ids: readonly string[]): string {
  return ids.length === 0 ? "" : ` (${ids.join(", ")})`;
}

function say(de: string, en: string): LocalizedText {
  return { de, en };
}
