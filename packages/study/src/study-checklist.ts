import type { PlannedStudy } from "./field-plan.ts";
import type { Instrument } from "./instrument.ts";
import type { PreFieldChecks } from "./pre-field-checks.ts";
import type { ChecklistItem, PilotState } from "./study-checklist/checklist-item.ts";
import { checkDates, checkRetention } from "./study-checklist/dates.ts";
import { checkGroupings } from "./study-checklist/groupings.ts";
import { checkInstrument, checkMode, checkPreField } from "./study-checklist/instrument.ts";
import { checkPilot } from "./study-checklist/pilot.ts";
import { checkInformation, checkTitle } from "./study-checklist/texts.ts";

export type {
  ChecklistItem,
  ChecklistState,
  PilotState,
} from "./study-checklist/checklist-item.ts";
export { isBeforeTheField, waveToOpen } from "./study-checklist/wave-to-open.ts";

/** What the checklist looks at, beside the plan. */
export type ChecklistCircumstances = {
  /** Today, `YYYY-MM-DD`. */
  today: string;
  /** Absent where the library no longer has it, or has changed it. */
  instrument: Instrument | undefined;
  /** What was found out about it beforehand; absent: nobody has looked. */
  preField?: PreFieldChecks | undefined;
  /** How far it was tried out. */
  pilot?: PilotState | undefined;
};

/**
 * What stands between a study and the field: one item for each thing to have, in the order in which people plan.
 *
 * Nothing can be opened while an item is `missing`. The wave to open is the study's first while it is planned, else the
 * one after its last.
 *
 * @example studyChecklist(planned, circumstances).some(({ state }) => state === "missing") // true: not yet
 */
export function studyChecklist(
  planned: PlannedStudy,
  circumstances: ChecklistCircumstances,
): ChecklistItem[] {
  const { instrument, preField, pilot, today } = circumstances;
  return [
    checkTitle(planned),
    ...checkInstrument(planned, instrument),
    ...checkMode(planned, instrument),
    ...checkGroupings(planned, instrument),
    checkInformation(planned),
    checkDates(planned, today),
    checkRetention(planned, today),
    ...checkPreField(planned, preField),
    ...checkPilot(pilot),
  ];
}

/** Whether nothing required is missing. */
export function mayOpen(items: readonly ChecklistItem[]): boolean {
  return items.every(({ state }) => state !== "missing");
}
