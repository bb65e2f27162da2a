import type { Instrument } from "./instrument.ts";
import type { Language, LocalizedText } from "./localized-text.ts";

/** What one reads before choosing an instrument. */
export type InstrumentSummary = {
  slug: string;
  version: string;
  title: LocalizedText;
  summary: LocalizedText;
  targetGroup: LocalizedText;
  languages: Language[];
  /** As its authors say; `preFieldChecks` estimates it. */
  durationMinutes: { from: number; to: number };
  /** Largest numbers, all routes together; nobody sees every page of an instrument with several forms. */
  pages: number;
  questions: number;
  items: number;
  /** What is measured; left out is what only records the study's design or leaves room for a last remark. */
  constructs: LocalizedText[];
  licence: string;
  sources: string[];
};

/** What an instrument measures, for whom, how long it is, where it comes from. */
export function instrumentSummary({ title, pages, mehrwert }: Instrument): InstrumentSummary {
  const { slug, version, summary, targetGroup, languages, durationMinutes, licence } = mehrwert;
  const questions = pages.flatMap(({ elements }) => elements);
  return {
    slug,
    version,
    title,
    summary,
    targetGroup,
    languages,
    durationMinutes,
    pages: pages.length,
    questions: questions.filter(({ type }) => type !== "assigned").length,
    items: mehrwert.items.length,
    constructs: mehrwert.constructs
      .filter(({ id }) => isMeasured(id, { pages, items: mehrwert.items }))
      .map(({ label }) => label),
    licence,
    sources: mehrwert.sources.map(({ citation }) => citation),
  };
}

/** Whether any item of a construct asks for more than the study fixed, or a remark on the last page. */
function isMeasured(
  construct: string,
  { pages, items }: Pick<Instrument, "pages"> & Pick<Instrument["mehrwert"], "items">,
): boolean {
  const own = items.filter((item) => item.construct === construct);
  const asked = new Set(own.map(({ question }) => question));
  const aside = pages.flatMap(({ elements }, at) =>
    elements.filter(
      ({ name, type }) =>
        asked.has(name) && (type === "assigned" || (type === "comment" && at === pages.length - 1)),
    ),
  );
  return own.length === 0 || aside.length < asked.size;
}

/** The same instrument under another name or version, as a start for one's own. */
export function copiedInstrument(
  instrument: Instrument,
  as: { slug: string; version: string },
): Instrument {
  return { ...instrument, mehrwert: { ...instrument.mehrwert, ...as } };
}
