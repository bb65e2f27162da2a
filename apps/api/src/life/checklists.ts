import type { KeptPlan } from "@mehrwert/store";
import {
  type Instrument,
  mayOpen,
  type PilotState,
  type PreFieldChecks,
  studyChecklist,
  waveToOpen,
} from "@mehrwert/study";
import type { FieldedInstrument, FieldedVersion } from "../fielded-instrument.ts";
import { BrokenSetup } from "../problems/refusal.ts";
import type { StudyWorker } from "../results/study-worker.ts";
import type { ChecklistReply } from "./plan-reply.ts";

const mostRemembered = 100;

/** The instrument of a study, or undefined where the library has lost or changed it. */
export async function instrumentOrNone(
  fieldedInstrument: (version: FieldedVersion) => Promise<FieldedInstrument>,
  version: FieldedVersion,
): Promise<Instrument | undefined> {
  return fieldedInstrument(version).then(
    ({ instrument }) => instrument,
    (cause) => {
      if (cause instanceof BrokenSetup) return undefined;
      throw cause;
    },
  );
}

/** Makes checklists; what is known of an instrument before the field is found out once. */
export function checklists({
  worker,
  fieldedInstrument,
}: {
  worker: StudyWorker;
  fieldedInstrument: (version: FieldedVersion) => Promise<FieldedInstrument>;
}) {
  const known = new Map<string, Promise<PreFieldChecks>>();
  const checksOf = (key: string, instrument: Instrument, expectedRespondents?: number) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= mostRemembered) known.clear();
    const checks = worker.instrumentChecks({ instrument, expectedRespondents });
    known.set(key, checks);
    checks.catch(() => known.delete(key));
    return checks;
  };
  return async (planned: KeptPlan, pilot: PilotState, today: string): Promise<ChecklistReply> => {
    const { study, plan } = planned;
    const instrument = await instrumentOrNone(fieldedInstrument, study);
    const { expectedRespondents } = plan;
    const key = `${study.definitionHash} ${expectedRespondents}`;
    const preField = instrument && (await checksOf(key, instrument, expectedRespondents));
    const items = studyChecklist(planned, { today, instrument, preField, pilot });
    return { items, mayOpen: mayOpen(items), waveToOpen: waveToOpen(study) };
  };
}
