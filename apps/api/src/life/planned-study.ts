import { randomBytes } from "node:crypto";
import type { KeptPlan } from "@mehrwert/store";
import {
  changedPlan,
  definitionHash,
  type Instrument,
  Invalid,
  informationNames,
  type PlannedStudy,
  plannedInformationSchema,
  type Study,
  type StudyChanges,
  type StudyWish,
} from "@mehrwert/study";
import { newCredentialKeys } from "../admission/new-credential-keys.ts";
import type { Library } from "../library.ts";

/** A study to keep, and the private key of its credentials if it has any. */
export type WithKey = { study: Study; privateKey?: string };

/** @throws Invalid if the library has no such instrument */
async function instrumentOf(
  library: Library,
  { slug, version }: StudyWish["instrument"],
): Promise<Instrument> {
  const found = await library.find(slug, version);
  if (found !== undefined) return found;
  throw new Invalid("no such instrument", [
    {
      path: "#/instrument",
      severity: "error",
      message: {
        de: `Die Bibliothek hat keinen Fragebogen ${slug} ${version}.`,
        en: `The library has no questionnaire ${slug} ${version}.`,
      },
      advice: { de: "Wählen Sie einen aus der Liste.", en: "Choose one of the list." },
    },
  ]);
}

/** A study as it begins: named, with an instrument and a mode, everything else still open. */
export async function begunStudy(
  { slug, title, instrument: place, mode }: StudyWish,
  library: Library,
): Promise<WithKey> {
  const instrument = await instrumentOf(library, place);
  const empty = Object.fromEntries(informationNames.map((name) => [name, { de: "", en: "" }]));
  const study: Study = {
    ...{ slug, title, mode: "open", status: "planned", wave: 1 },
    ...(await fieldsOf(instrument)),
    ...{ isSimulated: false, minimumGroupSize: 10 },
    informationSheet: plannedInformationSchema.parse(empty),
  };
  return withMode(study, mode, mode === "anonymous");
}

async function fieldsOf(instrument: Instrument) {
  const { slug: instrumentSlug, version: instrumentVersion } = instrument.mehrwert;
  const hash = await definitionHash(instrument);
  const hasCode = instrument.pages.some(({ elements }) =>
    elements.some(({ type }) => type === "code"),
  );
  return {
    ...{ instrumentSlug, instrumentVersion, definitionHash: hash },
    ...(hasCode && { codeSalt: randomBytes(16).toString("hex") }),
  };
}

/** Gives a study another mode, with fresh keys where the mode has any. */
async function withMode(
  { credentialKey: _, ...study }: Study,
  mode: Study["mode"],
  hasKey: boolean,
): Promise<WithKey> {
  if (!hasKey) return { study: { ...study, mode } };
  const { credentialKey, privateKey } = await newCredentialKeys();
  return { study: { ...study, mode, credentialKey }, privateKey };
}

/** A plan as it is after these changes; keys are made anew only where the mode is another one. */
export async function afterChanges(
  before: KeptPlan,
  { instrument: place, mode, admitsByCode, ...changes }: StudyChanges,
  library: Library,
): Promise<{ after: PlannedStudy; privateKey?: string }> {
  const simple = changedPlan(before, changes);
  const other = place && (await withInstrument(simple.study, await instrumentOf(library, place)));
  const study = other ?? simple.study;
  const wanted = mode ?? study.mode;
  const hasKey = study.credentialKey !== undefined;
  const wantsKey =
    wanted === "anonymous" || (wanted === "pseudonymous" && (admitsByCode ?? hasKey));
  if (wanted === study.mode && hasKey === wantsKey) return { after: { ...simple, study } };
  const { study: moded, privateKey } = await withMode(study, wanted, wantsKey);
  return { after: { ...simple, study: moded }, ...(privateKey && { privateKey }) };
}

/** What was fixed for the former instrument means nothing for another one. */
async function withInstrument(before: Study, instrument: Instrument): Promise<Study> {
  const fields = await fieldsOf(instrument);
  if (fields.definitionHash === before.definitionHash) return before;
  const { assigned, groupedBy, codeSalt: _, ...rest } = before;
  if (fields.instrumentSlug !== before.instrumentSlug) return { ...rest, ...fields };
  return { ...rest, ...(assigned && { assigned }), ...(groupedBy && { groupedBy }), ...fields };
}
