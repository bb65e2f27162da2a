import { seededRandom } from "@mehrwert/analysis";
import type { Store } from "@mehrwert/store";
import {
  Conflict,
  definitionHash,
  demoResponses,
  demoSeed,
  demoStudy,
  type Instrument,
} from "@mehrwert/study";

/** Whether the store is empty, or holds a demo study that was interrupted before its respondents came. */
export async function needsDemo(store: Store): Promise<boolean> {
  const studies = await store.studies();
  const only = studies[0];
  if (only === undefined) return true;
  const isDemo = studies.length === 1 && only.slug === "demo" && only.isSimulated;
  return isDemo && (await store.countResponses(only.slug)) === 0;
}

/** Puts the demo study with its 300 simulated respondents into a store that needs it. */
export async function createDemo(store: Store, instrument: Instrument): Promise<void> {
  const hash = await definitionHash(instrument);
  const study = demoStudy(instrument, hash);
  if ((await store.studies()).length === 0)
    await store.createStudy(study, instrument).catch((cause) => {
      if (!(cause instanceof Conflict)) throw cause;
      // Another process that starts on the same database was faster; its respondents are the same.
    });
  await store.accounts.shareStudy(study.slug, "analyst");
  await store.saveSurveyResponses(
    study.slug,
    demoResponses(instrument, hash, seededRandom(demoSeed)),
  );
}
