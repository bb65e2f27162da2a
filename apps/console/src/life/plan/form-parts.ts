import type { PlanReply } from "@mehrwert/api";
import type { Instrument, Language } from "@mehrwert/study";
import type { PlanDraft } from "./plan-draft.ts";

/** What each part of the plan's form works with. */
export type PartProps = {
  draft: PlanDraft;
  change: (part: Partial<PlanDraft>) => void;
  changeable: PlanReply["changeable"];
  instrument: Instrument | undefined;
  language: Language;
};

/** Nothing in a field of a number or a day is no value. */
export const valueOrNull = <Value extends string | number>(value: Value): Value | null =>
  value === "" ? null : value;
