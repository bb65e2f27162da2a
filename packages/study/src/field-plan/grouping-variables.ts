import { dataDictionary } from "../data-dictionary.ts";
import type { Instrument } from "../instrument.ts";
import type { LocalizedText } from "../localized-text.ts";

/** A variable by whose answers results can be broken down, as people read it. */
export type GroupingVariable = { name: string; label: LocalizedText };

/** The single choices of an instrument, in its order, but for that of consent: by them results can be broken down. */
export function groupingVariables(instrument: Instrument): GroupingVariable[] {
  const { question: consent } = instrument.mehrwert.consent;
  return dataDictionary([instrument])
    .variables.filter(({ type, question }) => type === "single" && question !== consent)
    .map(({ name, label }) => ({ name, label }));
}
