import type { Code, CodingEvent, CodingProject } from "@mehrwert/study";
import type { ExchangeProject } from "../exchange-project.ts";
import type { ExchangeLoss, ExportContext } from "./export-context.ts";
import type { PlacedNotes } from "./placed-notes.ts";
import { isOutsideXml } from "./xml-writer.ts";

/**
 * What of a project the standard cannot carry, for the person who exports it; all of it goes into the native file.
 * Empty if everything has a place.
 */
export function exchangeLosses(
  context: ExportContext,
  placed: PlacedNotes,
  input: { exchange: ExchangeProject; events: readonly CodingEvent[] },
): ExchangeLoss[] {
  const { project } = context.material;
  const all = [
    ...codeLosses(context, project.codebook.codes),
    ...codingLosses(project),
    ...documentLosses(project),
    loss(project.records.size, "Angaben für den Bericht (COREQ)", "records for the report (COREQ)"),
    loss(
      placed.caseMemos,
      "Memos zu Fällen: im Archiv ohne Person und Zeit, als Beschreibung des Falls",
      "memos about cases: in the archive without person and time, as the description of the case",
    ),
    loss(
      placed.homeless,
      "Memos zu Dingen, die es nicht mehr gibt: im Archiv beim Projekt",
      "memos about things that are gone: with the project in the archive",
    ),
    loss(
      input.exchange.notes.filter(({ text }) => isOutsideXml(text)).length,
      "Memos mit Steuerzeichen, die XML verbietet: im Archiv durch � ersetzt",
      "memos with control characters that XML forbids: replaced by � in the archive",
    ),
    loss(
      codebookRules(project),
      "Titel, Fassung, Regeln und Geschichte des Codebuchs",
      "title, version, rules and history of the codebook",
    ),
    loss(
      input.events.length,
      "Ereignisse: wer wann was getan und zurückgenommen hat",
      "events: who did and undid what, and when",
    ),
  ];
  return all.filter(({ count }) => count > 0);
}

function codeLosses({ language }: ExportContext, codes: readonly Code[]): ExchangeLoss[] {
  const other = language === "de" ? "en" : "de";
  const count = (has: (code: Code) => boolean) => codes.filter(has).length;
  return [
    loss(
      count(({ label }) => label[other] !== label[language]),
      "Codes mit Namen und Definition in der anderen Sprache",
      "codes with name and definition in the other language",
    ),
    loss(
      count((code) => [code.anchorExample, code.codingRule, code.delimitation].some(isThere)),
      "Codes mit Ankerbeispiel, Kodierregel oder Abgrenzung: im Archiv als ein Text der Beschreibung",
      "codes with anchor example, coding rule or delimitation: one text in the archive, the description",
    ),
    loss(
      count((code) =>
        [code.keywords, code.exclusiveGroup, code.polarity, code.valueDriver, code.question].some(
          isThere,
        ),
      ),
      "Codes mit Stichwörtern, Ausschlussgruppe, Richtung, Treiber oder Forschungsfrage",
      "codes with keywords, exclusive group, polarity, driver or question of research",
    ),
    loss(
      codes.length,
      "Kürzel, Herkunft (deduktiv, induktiv) und Hauptkategorie der Codes",
      "ids, origin (deductive, inductive) and main category of codes",
    ),
  ];
}

function codingLosses({ assignments, stranded }: CodingProject): ExchangeLoss[] {
  const count = (has: (each: CodingProject["assignments"][number]) => boolean) =>
    assignments.filter(has).length;
  return [
    loss(
      count(({ polarity }) => polarity !== undefined),
      "Kodierungen mit Richtung (+, −, ?)",
      "codings with polarity (+, −, ?)",
    ),
    loss(
      count(({ isQuotation }) => isQuotation === true),
      "Kodierungen, die zum Zitieren gewählt sind",
      "codings chosen to be quoted",
    ),
    loss(
      count(({ origin }) => origin.kind !== "by-hand"),
      "Kodierungen aus Vorschlägen oder Importen: woher sie kamen",
      "codings from suggestions or imports: where they came from",
    ),
    loss(
      count(({ mark }) => mark !== "unchanged"),
      "Kodierungen, die mit Berichtigungen gewandert sind: ihr Zustand",
      "codings that moved with corrections: their state",
    ),
    loss(
      count(({ coder, added }) => coder !== added.person),
      "Kodierungen, die jemand anderes eingetragen hat: wer",
      "codings that somebody else entered: who",
    ),
    loss(
      stranded.length,
      "Kodierungen ohne Platz (Code, Text oder Stelle fehlt): nicht im Archiv",
      "codings without a place (code, text or passage gone): not in the archive",
    ),
  ];
}

function documentLosses({ documents }: CodingProject): ExchangeLoss[] {
  return [
    loss(
      documents.filter(({ versions }) => versions.length > 1).length,
      "Transkripte mit früheren Fassungen: im Archiv nur die letzte",
      "transcripts with earlier versions: only the last in the archive",
    ),
    loss(
      documents.length,
      "Kürzel, Sprechende, Sprache und Dateiart der Transkripte",
      "ids, speakers, language and kind of file of transcripts",
    ),
  ];
}

function codebookRules({ codebook, documents }: CodingProject): number {
  return codebook.codes.length + documents.length === 0 ? 0 : 1;
}

function isThere(value: unknown): boolean {
  return value !== undefined;
}

function loss(count: number, de: string, en: string): ExchangeLoss {
  return { what: { de, en }, count };
}
