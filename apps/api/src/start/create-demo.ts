import { seededRandom } from "@mehrwert/analysis";
import type { Store } from "@mehrwert/store";
import {
  definitionHash,
  demoResponses,
  demoSeed,
  demoStudy,
  type Instrument,
} from "@mehrwert/study";

/**
 * Puts the demo study with its 300 simulated respondents into an empty store.
 * Returns false, and does nothing, if the store already holds a study.
 */
export async function createDemo(store: Store, instrument: Instrument): Promise<boolean> {
  if ((await store.studies()).length > 0) return false;
  const hash = await definitionHash(instrument);
  const study = demoStudy(instrument, hash);
  await store.createStudy(study, instrument);
  await store.saveSurveyResponses(
    study.slug,
    demoResponses(instrument, hash, seededRandom(demoSeed)),
  );
  return true;
}
