import type { LocalizedText } from "../localized-text.ts";
import type { OutcomeCounts } from "./outcome-rates.ts";

/** Final dispositions that this instrument can tell apart, in internet surveys of specifically named persons. */
export const dispositionCodes = ["1.1", "1.2", "2.12", "3.11", "3.19", "3.30"] as const;
export type DispositionCode = (typeof dispositionCodes)[number];

/** What each stands for. Source: AAPOR Standard Definitions, 10th edition (2023), table of internet surveys of named persons. */
export const dispositionWords: Record<DispositionCode, LocalizedText> = {
  "1.1": { de: "vollständig beantwortet", en: "complete" },
  "1.2": { de: "vorzeitig beendet und abgesendet", en: "partial, sent early" },
  "2.12": { de: "begonnen, nicht abgesendet", en: "break-off: begun, not sent" },
  "3.11": { de: "Einladung noch nicht versandt", en: "no invitation sent yet" },
  "3.19": { de: "keine Reaktion", en: "nothing ever returned" },
  "3.30": { de: "Einladung unzustellbar", en: "invitation returned undelivered" },
};

/** What is known of a wave: people asked, by mail or with a printed code, and what came of it. */
export type FieldFacts = {
  invited: number;
  unsent: number;
  undelivered: number;
  begun: number;
  complete: number;
  partial: number;
};

/**
 * How many people asked have which final disposition. Each counts once; the figures may come from different moments, so
 * what does not add up is cut at zero, never turned negative.
 *
 * @example dispositions({ invited: 10, unsent: 1, undelivered: 1, begun: 5, complete: 3, partial: 1 })["3.19"] // 3
 */
export function dispositions(facts: FieldFacts): Record<DispositionCode, number> {
  const { invited, begun, complete, partial } = facts;
  const answered = complete + partial;
  const brokenOff = Math.max(0, begun - answered);
  const silent = Math.max(0, invited - answered - brokenOff);
  const undelivered = Math.min(facts.undelivered, silent);
  const unsent = Math.min(facts.unsent, silent - undelivered);
  return {
    "1.1": complete,
    "1.2": partial,
    "2.12": brokenOff,
    "3.11": unsent,
    "3.19": silent - undelivered - unsent,
    "3.30": undelivered,
  };
}

/** The same as the rates need it. Nobody is known to be ineligible: lists name the people to be asked. */
export function outcomeCounts(by: Record<DispositionCode, number>): OutcomeCounts {
  return {
    complete: by["1.1"],
    partial: by["1.2"],
    refusal: by["2.12"],
    nonContact: 0,
    other: 0,
    unknown: by["3.11"] + by["3.19"] + by["3.30"],
    notEligible: 0,
  };
}
